/** The law file in; `docs/law-to-confirm.md` out: what a lawyer should still look up before an agreement rests on it. */
import { councilKinds, legalForms } from '../src/intake/schema/partners.ts'
import type { Law } from '../src/provisions/law.ts'
import { page, table } from './page.ts'

/** The page that lists what the law file does not say for certain. */
export function writeLawToConfirm({ instruments, figures, powerHolders }: Law): string {
  const all = [...instruments.values(), ...figures.values()]
  const unsure = all.filter(({ confidence }) => confidence === 'unconfirmed')
  const unread = all.filter(({ confidence }) => confidence === 'known')
  const asked = powerHolders.flatMap(({ title, sections, confirm }) =>
    confirm.map(({ forms, councils, said, ask }) => [
      `${title}, ${sections.length > 1 ? 'ss' : 's'}${sections.join(', ')}`,
      said
        ? 'a combined county authority'
        : councils
          ? kindsInWords(councils)
          : forms!.map(form => legalForms[form as keyof typeof legalForms]).join('; '),
      `${ask}${/[.?]$/.test(ask) ? '' : '.'}`,
    ]),
  )
  const certain = powerHolders.filter(({ confirm }) => confirm.length === 0)
  return page(
    '# What a lawyer should still confirm',
    `From [\`data/law.yaml\`](../data/law.yaml), which says of every entry how sure it is and when somebody last looked. Change the entry,
and this page follows.`,
    '## Not confirmed in force',
    `Nothing states these as law: a clause may name them inside \`{{#in_force}}\` alone.`,
    table(
      ['Law', 'What is open', 'Looked at'],
      unsure.map(({ title, note, source, checked_on }) => [title, note ?? source, checked_on]),
    ),
    '## Whose power a section is',
    `These sections are a power of some bodies of a kind and not of all. \`POWER-05\` asks Legal about them where a partner relies on one
or shares information under it, until Legal has approved in writing or the answer settles it.`,
    table(['Section', 'Of', 'To confirm'], asked),
    `Of these sections not every council has the power. Where the kind of a council is not known, \`POWER-05\` asks for it; where it is, and
is not among these, \`POWER-04\` says so.`,
    table(
      ['Section', 'Councils that have it'],
      powerHolders
        .filter(({ councils }) => councils !== undefined)
        .map(({ title, sections, councils }) => [
          `${title}, ${sections.length > 1 ? 'ss' : 's'}${sections.join(', ')}`,
          kindsInWords(councils!),
        ]),
    ),
    `For bodies not named beside them these sections are taken to be certain, and for all that the file lists these: ${certain.map(({ title, sections }) => `${title}, ${sections.length > 1 ? 'ss' : 's'}${sections.join(', ')}`).join('; ')}.`,
    '## Settled law that nobody has looked up',
    `${unread.length} of ${all.length} entries are called known: settled law, entered from knowledge without a look at the published text. Read
each before it first matters: ${unread.map(({ title }) => title).join('; ')}.`,
  )
}

const kindsInWords = (kinds: readonly (keyof typeof councilKinds)[]): string =>
  kinds.map(kind => councilKinds[kind]).join('; ')
