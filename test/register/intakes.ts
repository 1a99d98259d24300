/** A few partnerships whose answers try to break out of a table, a page, a calendar or a formula. */
import { stringify } from 'yaml'
import { makePortfolio } from '../support/portfolio.ts'

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

/** Partnerships under hostile names, with one for which the least is known. */
export const hostileIntakes = [
  ...hostileNames.map((name, i) => ({
    file: `h-${i}.yaml`,
    text: makePortfolio(5, 12)
      .filter(p => p.plan)
      [i]!.text.replace(/^name: .*$/m, () => stringify({ name }).trimEnd())
      .replace(/^reference: .*$/m, `reference: H-${i}`)
      .replace(/^area: .*$/m, () => stringify({ area: name }).trimEnd()),
  })),
  { file: 'bare.yaml', text: 'schema_version: 1\nname: Hardly begun\n' },
]
