import { describe, expect, test } from 'vitest'
import { checkContext, libraryFindings } from '../../src/commands/library-findings.ts'
import { checkLibrary } from '../../src/provisions/check/check-library.ts'
import { type LibraryFile, loadLibrary } from '../../src/provisions/library.ts'
import { compileWording } from '../../src/provisions/wording/compile.ts'
import { settings } from '../support/settings.ts'

interface More {
  readonly header?: string
  readonly definitions?: string
  readonly files?: readonly LibraryFile[]
}

/** A library of one clause with some wording and a second clause under a condition. */
function trialFiles(wording: string, more: More = {}): readonly LibraryFile[] {
  const clause = (id: string, catalogue: string, header: string, body: string) =>
    `---\nid: ${id}\ncatalogue: ${catalogue}\ntitle: Trial\nhead: D\n${header}---\n${body}\n`
  return [
    { path: 'agreement/parts.yaml', text: '- { head: D, title: Running }\n' },
    { path: 'agreement/cover.yaml', text: 'kind: k\nkind_not_binding: m\nsubject: s\nnotice: n\n' },
    { path: 'papers/cover.yaml', text: 'subject: s\nnotice: n\n' },
    { path: 'proper-names.yaml', text: '- England\n' },
    { path: 'catalogue.yaml', text: 'clauses: 4\nschedules: 2\n' },
    { path: 'agreement/d-running/01-trial.md', text: clause('trial', 'C01', more.header ?? '', wording) },
    {
      path: 'agreement/d-running/02-grant.md',
      text: clause(
        'grant-terms',
        'C02',
        'when: grant\n',
        '1. {{id "repay"}}Grant is repaid.\n{{#each risks}}\n1. {{id "each"}}{{event}}\n{{/each}}',
      ),
    },
    { path: 'definitions/terms.yaml', text: more.definitions ?? '[]\n' },
    ...(more.files ?? []),
  ]
}

/** What the check says of that library. */
function faultsOf(wording: string, more: More = {}): string[] {
  const library = loadLibrary(trialFiles(wording, more), compileWording)
  if (!library.value) return library.findings.map(f => `${f.place?.start.line} ${f.code} ${f.message}`)
  return checkLibrary(library.value, checkContext(settings)).findings.map(
    f => `${f.place?.start.line} ${f.code} ${f.message}`,
  )
}

test('the library has no fault, under any combination of conditions', () => {
  expect(libraryFindings(settings)).toEqual([])
})

describe('the check of the library', () => {
  test('finds nothing wrong in sound wording', () => {
    expect(
      faultsOf(
        '1. The future is: {{vision}}\n1. {{name}}: {{vision}}\n1. {{#answered vision}}{{name}}{{/answered}} meets {{quantity board.meetings_per_year "time"}} a year.\n{{#when "grant"}}\n1. See clause {{ref "grant-terms.repay"}}.\n{{/when}}',
      ),
    ).toEqual([])
  })
  test.each([
    ['an unknown answer', '1. {{nmae}}', '7 TPL-02 there is no question "nmae"'],
    [
      'an unknown answer on its line',
      '1. One.\n1. {{board.nmae}}',
      '8 TPL-02 there is no question "board.nmae" in board',
    ],
    ['a group printed as an answer', '1. {{board}}', 'group of questions'],
    ['an answer private to the council', '1. {{approvals.legal.name}}', 'private to the council'],
    ['an unknown condition', '1. {{#when "moon"}}x{{/when}}', 'no condition "moon"'],
    ['yes asked of a text', '1. {{#yes name}}x{{/yes}}', 'yes wants yesNo'],
    ['each asked of a text', '1. {{#each name}}x{{/each}}', 'each wants list'],
    ['a quantity of a text', '1. {{quantity name "day"}}', 'quantity wants int'],
    [
      'a choice without a case',
      '1. {{#choose term.kind}}{{#case "fixed"}}x{{/case}}{{/choose}}',
      '"rolling", which has no case',
    ],
    [
      'a case that is no choice',
      '1. {{#choose term.kind}}{{#case "fixed" "rolling" "long"}}x{{/case}}{{/choose}}',
      'never "long"',
    ],
    [
      'wording loose in a choice',
      '1. {{#choose term.kind}}x{{#case "fixed" "rolling"}}y{{/case}}{{/choose}}',
      'only {{#case}}',
    ],
    ['an item’s name outside its list', '1. {{legal_name}}', 'no question "legal_name"'],
    ['a list of groups printed bare', '1. {{partners}}', 'list of groups'],
    ['a partner block on what names none', '1. {{#partner name}}x{{/partner}}', 'partner wants ref'],
    ['an unknown role', '1. {{role "king"}}', 'no role "king"'],
    ['a reference to nothing', '1. See clause {{ref "nowhere"}}.', '7 TPL-03 nothing in the library'],
    [
      'a reference to a clause left out',
      '1. See clause {{ref "grant-terms"}}.',
      'not in the agreement when grant does not hold',
    ],
    [
      'a reference under the wrong condition',
      '{{#when "finance"}}\n1. See clause {{ref "grant-terms.repay"}}.\n{{/when}}',
      'finance holds',
    ],
    [
      'a reference in the other branch',
      '{{#when "grant"}}\n1. A.\n{{else}}\n1. See clause {{ref "grant-terms"}}.\n{{/when}}',
      'grant does not hold',
    ],
    [
      'a reference to one of many',
      '{{#when "grant"}}\n1. See clause {{ref "grant-terms.each"}}.\n{{/when}}',
      'not one item',
    ],
    ['law in words', '1. Under the Equality Act 2010 it must.', 'TPL-05 law is named in words'],
    ['law that is not in the file', '1. Under {{law "moon-act-2030"}}.', 'no instrument "moon-act-2030"'],
    ['law that is not in force', '1. Under {{law "health-bill-2026"}}.', 'not confirmed in force'],
    [
      'a term without a definition',
      '1. The Partners keep a Golden Ledger.',
      'TPL-04 "Partners" has capitals',
    ],
    ['an item numbered by hand', '2. x', '7 TPL-01 every numbered item starts "1."'],
    ['HTML', '1. <b>x</b>', 'HTML is not used'],
    ['a heading in a clause', '## x', 'only in a schedule'],
    ['a quotation in a clause', '> x', 'only in an execution template'],
    ['an item indented by two', '1. x\n  1. y', '8 TPL-01 indent an item by three blanks'],
    ['an item four deep', '1. x\n   1. y\n      1. z\n         1. a\n            1. b', 'three deep at most'],
    ['a label in the middle of an item', '1. x {{id "late"}}', 'a label stands at the start'],
    ['a label on a bullet', '- {{id "late"}}x', 'a label stands at the start'],
    [
      'a label twice in one agreement',
      '1. {{id "a"}}x\n{{#when "grant"}}\n1. {{id "a"}}y\n{{/when}}',
      '9 TPL-03 "a" is a label twice',
    ],
    [
      'a reference to a label that an open question leaves out',
      '{{#when "grant"}}\n1. {{id "a"}}x\n{{else}}\n1. {{id "a"}}y\n{{/when}}\n1. See clause {{ref "trial.a"}}.',
      'grant is not decided yet',
    ],
    [
      'a reference to a label that stands only for a partner who may be missing',
      '{{#partner accountable_body.partner}}\n1. {{id "a"}}{{legal_name}}\n{{/partner}}\n1. See clause {{ref "trial.a"}}.',
      'accountable_body.partner is not answered',
    ],
    [
      'a reference that the answer of another partner would have to bring in',
      '{{#partner accountable_body.partner}}{{#yes foi_body}}\n1. {{id "a"}}x\n{{/yes}}{{/partner}}\n{{#partner secretariat.partner}}{{#yes foi_body}}\n1. See clause {{ref "trial.a"}}.\n{{/yes}}{{/partner}}',
      'TPL-03 "trial.a" is not in the agreement',
    ],
    [
      'an else where it has no meaning',
      '1. {{#choose term.kind}}{{#case "fixed"}}x{{else}}y{{/case}}{{#case "rolling"}}z{{/case}}{{/choose}}',
      'no meaning',
    ],
    ['a word that has gone', '1. A CRB check is made.', 'TPL-05 "CRB" has gone'],
    [
      'an item that starts with what may be a list',
      '1. One.\n1. {{#when "grant"}}{{vision}}{{/when}}',
      '8 TPL-01 an item starts with "vision", which may be nothing but a list',
    ],
    [
      'a bullet of a list’s items that starts with what may be a list',
      '{{#each partners}}\n- {{id "x"}}{{./role}}\n{{/each}}',
      'an item starts with "partners[].role"',
    ],
    ['an item of nothing but a list', '1. - x', '7 TPL-01 an item starts with words'],
    ['an item whose first line is empty', '1. x:\n   -\n   - y', '8 TPL-01 an item starts with words'],
    [
      'a list where the words of an item should be',
      '1. One.\n1.\n   - x',
      '8 TPL-01 an item starts with words',
    ],
    ['an item on the line of another', '1. {{#when "grant"}}x{{/when}} 1. y', 'a line of its own'],
  ])('finds %s', (_, wording, fault) => {
    expect(faultsOf(wording).join('\n')).toContain(fault)
  })

  test('lets law that is not in force stand where its coming into force is asked', () => {
    expect(
      faultsOf('1. {{#in_force "health-bill-2026"}}Under {{law "health-bill-2026"}}.{{/in_force}}'),
    ).toEqual([])
  })

  test('finds a definition that nothing uses, and a use where the definition does not stand', () => {
    const ledger = (when: string) => `- id: ledger\n  term: Ledger\n${when}  text: the book of the grant\n`
    expect(faultsOf('1. x', { definitions: ledger('') }).join()).toContain(
      '"Ledger" is defined, but no wording uses it',
    )
    expect(faultsOf('1. See the Ledger.', { definitions: ledger('') })).toEqual([])
    expect(faultsOf('1. See the Ledger.', { definitions: ledger('  when: grant\n') }).join()).toContain(
      'defined only under "grant", but is used when grant does not hold',
    )
    expect(
      faultsOf('1. See the Ledger.', { header: 'when: grant\n', definitions: ledger('  when: grant\n') }),
    ).toEqual([])
  })

  test('finds an id and a catalogue number used twice', () => {
    const twin = {
      path: 'agreement/d-running/09-twin.md',
      text: '---\nid: trial\ncatalogue: C01\ntitle: T\nhead: D\n---\n1. x\n',
    }
    expect(faultsOf('1. x', { files: [twin] }).join('\n')).toMatch(
      /The id “trial” is used twice[\s\S]*The catalogue number “C01”/,
    )
  })

  test.each([
    [
      'C99',
      ': its clauses go from C01 to C04',
      'C02 (grant-terms), C03 (taken by none) and C04 (taken by none)',
      'takes C05: then write clauses: 5',
    ],
    [
      'C1',
      ', where it is written C01: its clauses go from C01 to C04',
      'C01 (trial), C02 (grant-terms) and C03 (taken by none)',
      'takes C05',
    ],
    [
      'S3',
      ': its schedules go from S1 to S2',
      'S1 (taken by none) and S2 (taken by none)',
      'A new schedule takes S3',
    ],
  ])(
    'finds the catalogue number %s, which there is not, and names those near it',
    (number, ends, near, next) => {
      const text = `---\nid: lost\ncatalogue: ${number}\ntitle: T\n---\n1. x\n`
      const files = [...trialFiles('1. x'), { path: 'agreement/d-running/09-lost.md', text }]
      const [finding, ...others] = loadLibrary(files, compileWording).findings
      expect(others).toEqual([])
      expect(finding).toMatchObject({
        code: 'TPL-01',
        owner: 'clause_owner',
        place: { file: 'templates/agreement/d-running/09-lost.md', start: { line: 3, column: 12 } },
      })
      expect(finding!.message).toBe(`There is no ${number} in the catalogue${ends}.`)
      expect(finding!.hint).toContain(near)
      expect(finding!.hint).toContain(next)
    },
  )
})
