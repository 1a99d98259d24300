/** Reads dates as typed: gives ISO text, or says what is wrong and what the date would be in ISO form. */

type DateReading = { readonly value: string } | { readonly message: string; readonly hint: string }

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** Reads `2026-04-01`. Any other way of writing a date is refused with the ISO form it would have. */
export function readDate(typed: string): DateReading {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (iso) {
    const [year, month, day] = iso.slice(1).map(Number) as [number, number, number]
    const wrong = impossible(year, month, day)
    return wrong ? { message: wrong, hint: 'Look at the day, the month and the year' } : { value: typed }
  }
  const meant = guess(typed)
  if (!meant) {
    const hint = 'Write year, month and day as numbers: 2026-04-01 for 1 April 2026'
    return { message: `'${shorten(typed)}' is not a date written year-month-day`, hint }
  }
  const wrong = impossible(...meant)
  if (wrong) return { message: wrong, hint: 'Write a date that exists, as year-month-day: 2026-04-01' }
  const hint = `Write ${isoDate(...meant)} if you mean ${longDate(...meant)}`
  return { message: `'${shorten(typed)}' is not written year-month-day`, hint }
}

type YearMonthDay = [year: number, month: number, day: number]

/** UK order: 01/04/2026 is 1 April. */
function guess(typed: string): YearMonthDay | undefined {
  const text = typed
    .trim()
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, '')
  let match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(text)
  if (match) return [fullYear(match[3]!), Number(match[2]), Number(match[1])]
  match = /^(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (match) return [Number(match[1]), Number(match[2]), Number(match[3])]
  match = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (match) return [Number(match[1]), Number(match[2]), Number(match[3])]
  match = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]+)\.?,?[\s-]+(\d{4}|\d{2})$/i.exec(text)
  if (match) return withMonth(fullYear(match[3]!), match[2]!, Number(match[1]))
  match = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text)
  if (match) return withMonth(Number(match[3]), match[1]!, Number(match[2]))
  return undefined
}

function withMonth(year: number, name: string, day: number): YearMonthDay | undefined {
  const month =
    name.length < 3
      ? -1
      : months.findIndex(full => full.startsWith(name.toLowerCase().replace(/^sept$/, 'sep')))
  return month < 0 ? undefined : [year, month + 1, day]
}

const fullYear = (digits: string): number => Number(digits) + (digits.length === 2 ? 2000 : 0)

function impossible(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12) return `There is no month ${month}`
  const days = new Date(Date.UTC(2000, month, 0)).getUTCDate()
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 && !leap ? 28 : days
  if (day < 1 || day > last) {
    const name = capitalise(months[month - 1]!)
    return `There is no ${day} ${name}${month === 2 ? ` in ${year}` : ''}: the month has ${last} days`
  }
  return year < 1800 || year > 2200 ? `The year ${year} cannot be meant` : undefined
}

const isoDate = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const longDate = (year: number, month: number, day: number): string =>
  `${day} ${capitalise(months[month - 1]!)} ${year}`

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** A text cut to a length that suits a message. */
export const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${Array.from(line).slice(0, 59).join('')}…` : line
}
