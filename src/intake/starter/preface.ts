/** The first lines of a new intake: the line for editors, and how to answer. */

/** Where an editor finds the schema: beside the intake. */
export const schemaFile = 'intake.schema.json'

/** The lines before the first question. */
export const preface = (kind: string | undefined): readonly string[] => [
  `# yaml-language-server: $schema=${schemaFile}`,
  '#',
  `# Intake of a partnership${kind ? `: ${kind}` : ''}`,
  '#',
  '# Each question is a name and a colon: type the answer after it, one blank away. Lines that start',
  '# with # are remarks and never print. Who should answer is a guide: anyone may.',
  '#',
  '#   Not known yet       Leave it blank. The draft prints the question, highlighted.',
  '#   There is none       none',
  '#   Does not apply      { not_applicable: "the reason" }',
  '#   Two answers about   { disputed: [{ value: 5, source: "bid" }, { value: 6, source: "mail" }] }',
  '#   A date              2026-04-01',
  '#   Money               125000, 125,000.50 or £125,000',
  '#   A partner           The id that it has under partners, such as council',
  '#   Text with : or #    In double quotes: "Hubs: phase 1"',
  '#   Several lines       | after the colon; then the lines, each two blanks further in:',
  '#',
  '#                       vision: |',
  '#                         Every family finds help early.',
  '#                         - A hyphen starts an item of a list.',
  '#',
  '#   One more in a list  Copy an item, from its hyphen to its end, and change the answers.',
  '#   A list behind #     Optional. To use it, delete the # and one blank from each of its lines.',
]
