/** A few partnerships whose answers try to break out of a table, a page, a calendar or a formula. */
import { stringify } from 'yaml'
import { makePortfolio, type Synthetic } from '../support/portfolio.ts'
import { registerOf } from '../support/register.ts'

export const hostileNames = [
  '=HYPERLINK("http://harm.example","Open")',
  '@SUM(A1:A9)',
  '+44 20 7946 0000, "quoted"',
  '-1+1',
  '<script>document.title="taken"</script>',
  '</table><b>&amp;</b>',
  'Ŵyn; a\\b, c: d',
  "O'Dowd & Söhne “alliance”",
  `Long ${'wörd '.repeat(60)}`,
  '{{x}} {clauses-0} {{{y}}}',
]

const harmless = makePortfolio(5, hostileNames.length)

/** Partnerships under hostile names, with one for which the least is known. */
const hostileIntakes = [
  ...hostileNames.map((name, i) => ({
    file: `h-${i}.yaml`,
    text: harmless[i]!.text.replace(/^name: .*$/m, () => stringify({ name }).trimEnd())
      .replace(/^reference: .*$/m, `reference: H-${i}`)
      .replace(/^area: .*$/m, () => stringify({ area: name }).trimEnd()),
  })),
  { file: 'bare.yaml', text: 'schema_version: 1\nname: Hardly begun\n' },
]

/** Made-up partnerships, and the register of them and of the hostile ones, which the tests of every format share. */
export const portfolio: readonly Synthetic[] = makePortfolio(4, 30)
export const register = registerOf([...portfolio, ...hostileIntakes])
