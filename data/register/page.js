// The register's page: searches, filters and sorts what stands in it. Fetches nothing; without it, every row shows.
const form = document.querySelector('form')
const search = form.querySelector('input')
const filters = [...form.querySelectorAll('select')]
const said = document.querySelector('#said')
const tables = [...document.querySelectorAll('table')].map(table => ({
  table,
  count: table.closest('section').querySelector('.count'),
  none: table.closest('section').querySelector('.no-match'),
  rows: [...table.tBodies[0].rows].map(row => ({ row, text: fold(row.textContent) })),
}))
form.hidden = false

function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function cellOf(row, column) {
  return row.querySelector(`[data-column="${column}"]`)
}

function show() {
  const words = fold(search.value).split(/\s+/).filter(Boolean)
  let first
  for (const { table, count, none, rows } of tables) {
    let shown = 0
    for (const { row, text } of rows) {
      const isFound = words.every(word => text.includes(word))
      const isWanted = filters.every(filter => {
        const cell = filter.value === '' ? null : cellOf(row, filter.dataset.column)
        return !cell || cell.textContent === filter.value
      })
      row.hidden = !(isFound && isWanted)
      if (!row.hidden) shown++
    }
    first ??= `${shown} of ${rows.length} partnerships shown`
    count.textContent = shown === rows.length ? `${rows.length}` : `${shown} of ${rows.length}`
    none.hidden = shown > 0
    table.hidden = shown === 0
  }
  said.textContent = first
}

function sortBy(heading) {
  const { table } = tables.find(({ table }) => table.contains(heading))
  const isUp = heading.getAttribute('aria-sort') !== 'ascending'
  for (const other of table.tHead.rows[0].cells) other.setAttribute('aria-sort', 'none')
  heading.setAttribute('aria-sort', isUp ? 'ascending' : 'descending')
  const index = heading.cellIndex
  const isNumber = heading.classList.contains('number')
  const sortValue = row => row.cells[index].dataset.value ?? row.cells[index].textContent
  const order = new Intl.Collator('en-GB', { numeric: true })
  const rows = [...table.tBodies[0].rows].sort((a, b) => {
    const [one, two] = [sortValue(a), sortValue(b)]
    // What is not recorded stands last either way.
    if (one === '' || two === '') return Number(one === '') - Number(two === '')
    const by = isNumber ? Number(one) - Number(two) : order.compare(one, two)
    return isUp ? by : -by
  })
  table.tBodies[0].append(...rows)
  said.textContent = `Sorted by ${heading.textContent}, ${isUp ? 'ascending' : 'descending'}`
}

search.addEventListener('input', show)
for (const filter of filters) filter.addEventListener('change', show)
form.addEventListener('submit', event => event.preventDefault())
form.addEventListener('reset', () => setTimeout(show))
for (const button of document.querySelectorAll('th button'))
  button.addEventListener('click', () => sortBy(button.closest('th')))
show()
