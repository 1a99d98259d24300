import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../../src/register/html.ts'
import { page as parts, rowsOf, wording } from '../support/register.ts'
import { hostileNames, register } from './intakes.ts'

const program = ['chromium', 'chromium-browser', 'google-chrome']
  .map(name => `/usr/bin/${name}`)
  .find(existsSync)
const note = program ? '' : ' (skipped: there is no Chromium at /usr/bin)'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const html = toHtml(register, wording, parts)
const folder = mkdtempSync(join(tmpdir(), 'concordat-page-'))
const file = join(folder, 'register.html')

test('the page asks for nothing from outside, and allows itself no more than its own style and script', () => {
  expect(html).not.toMatch(/(?:src|href)="(?!#)/)
  expect(html).toMatch(
    /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/,
  )
  expect(toHtml(register, wording, parts)).toBe(html)
})

describe.skipIf(!program)(`in a browser, the page${note}`, () => {
  let browser: Browser
  let page: Page
  const asked: string[] = []
  const wrong: string[] = []
  const ask = (selector: string) => page.locator(selector)
  const shown = (section: string) => ask(`section[aria-labelledby="${section}"] tbody tr:not([hidden])`)

  beforeAll(async () => {
    writeFileSync(file, html)
    browser = await chromium.launch({ executablePath: program!, args: ['--no-sandbox'] })
    page = await browser.newPage()
    page.on('request', request => asked.push(request.url()))
    page.on('pageerror', error => wrong.push(error.message))
    page.on('console', message => wrong.push(message.text()))
    await page.goto(pathToFileURL(file).href)
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('shows every row of every sheet, hostile names as they were typed', async () => {
    for (const { id, rows } of register.sheets) expect(await shown(id).count(), id).toBe(rows.length)
    const names = await ask('section[aria-labelledby="partnerships"] td:nth-child(2)').allTextContents()
    for (const name of hostileNames) expect(names.map(n => n.trim())).toContain(name.trim())
    expect(await page.title()).toBe('Partnership register: Northvale Borough Council')
  })

  test('finds words in any order and without accents, and says how many it shows', async () => {
    await page.fill('#search', 'partnership wyn')
    const expected = rowsOf(register, 'partnerships').filter(
      r =>
        /wyn/i.test(Object.values(r).join(' ').normalize('NFKD').replace(/\p{M}/gu, '')) &&
        /partnership/i.test(Object.values(r).join(' ')),
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(await shown('partnerships').count()).toBe(expected.length)
    expect(await page.textContent('#said')).toBe(
      `${expected.length} of ${register.entries.length} partnerships shown`,
    )
    await page.fill('#search', 'nothing is called this')
    expect(await shown('partnerships').count()).toBe(0)
    expect(await ask('section[aria-labelledby="partnerships"] .no-match').isVisible()).toBe(true)
    await page.click('button[type=reset]')
    await expect.poll(() => shown('partnerships').count()).toBe(register.entries.length)
  })

  test('filters by what a partnership is', async () => {
    await page.selectOption('#filter-review_state', 'Overdue')
    const overdue = rowsOf(register, 'partnerships').filter(r => r.review_state === 'Overdue')
    expect(overdue.length).toBeGreaterThan(0)
    expect(await shown('partnerships').count()).toBe(overdue.length)
    await page.selectOption('#filter-review_state', '')
  })

  test('sorts dates as dates and money as numbers, and tells those who cannot see it', async () => {
    const column = (n: number) =>
      ask(`section[aria-labelledby="partnerships"] td:nth-child(${n})`).evaluateAll(cells =>
        cells
          .map(cell => (cell as unknown as { dataset: { value: string } }).dataset.value)
          .filter(value => value !== ''),
      )
    for (const [title, isNumber] of [
      ['Start', false],
      ['Council’s own money', true],
    ] as const) {
      const heading = ask('section[aria-labelledby="partnerships"] th').filter({ hasText: title })
      const index = await heading.evaluate(th => (th as unknown as { cellIndex: number }).cellIndex + 1)
      await heading.locator('button').focus()
      await page.keyboard.press('Enter')
      expect(await heading.getAttribute('aria-sort')).toBe('ascending')
      const up = await column(index)
      const sorted = [...up].sort((a, b) => (isNumber ? Number(a) - Number(b) : a < b ? -1 : 1))
      expect(up).toEqual(sorted)
      await page.keyboard.press('Enter')
      expect(await heading.getAttribute('aria-sort')).toBe('descending')
      expect((await column(index)).map(Number.parseFloat)).toEqual(sorted.reverse().map(Number.parseFloat))
    }
  })

  test('meets what axe-core knows of WCAG 2.2 AA, wide and narrow', { timeout: 90_000 }, async () => {
    for (const width of [1280, 380]) {
      await page.setViewportSize({ width, height: 900 })
      const found = await page.evaluate(
        `${axe}; axe.run({ runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))`,
      )
      expect(found, `${width} wide`).toEqual([])
      const isWide = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      )
      expect(isWide, `${width} wide scrolls sideways`).toBe(false)
    }
  })

  test('prints with every column on the paper', async () => {
    // A3 on its side without its margins, at 96 dots an inch.
    await page.setViewportSize({ width: Math.floor(((420 - 24) / 25.4) * 96), height: 900 })
    await page.emulateMedia({ media: 'print' })
    const cut = await page.evaluate(
      "[...document.querySelectorAll('table')].filter(t => t.getBoundingClientRect().right > innerWidth).map(t => t.caption.textContent)",
    )
    await page.emulateMedia({ media: 'screen' })
    expect(cut).toEqual([])
  })

  test('asked the network for nothing, and nothing went wrong', () => {
    expect(asked).toEqual([pathToFileURL(file).href])
    expect(wrong).toEqual([])
  })

  test('is complete without its script', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false })
    await plain.goto(pathToFileURL(file).href)
    expect(await plain.locator('section[aria-labelledby="partnerships"] tbody tr').count()).toBe(
      register.entries.length,
    )
    expect(await plain.locator('form').isVisible()).toBe(false)
    await plain.close()
  })
})
