/** The rule that the kind of a council agrees with its name, its legal form and the council's own settings. */
import type { Key } from '../answers.ts'
import type { CouncilKind } from '../council-kind.ts'
import { councilKinds } from '../schema/partners.ts'
import { formLabel } from './labels.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** Names that some kinds alone bear. A parish may call itself a town, and a unitary council a county, a borough or a district. */
const namesOf: readonly { readonly said: RegExp; readonly kinds: readonly CouncilKind[] }[] = [
  { said: /\bparish (?:council|meeting)\b|\b(?:town|village|neighbourhood) council\b/i, kinds: ['parish'] },
  { said: /\blondon borough\b/i, kinds: ['london_borough'] },
  { said: /\bmetropolitan\b/i, kinds: ['metropolitan'] },
  { said: /\bcounty council\b/i, kinds: ['county', 'unitary'] },
  { said: /\b(?:district|borough) council\b/i, kinds: ['district', 'unitary', 'metropolitan'] },
]

function* kindFaults({ intake, settings }: RuleContext): Generator<Fault> {
  for (const [index, partner] of (intake.partners ?? []).entries()) {
    const { id, council_kind: kind, legal_form: form, legal_name: name = '' } = partner
    if (kind === undefined || form === undefined) continue
    const at = ['partners', index, 'council_kind']
    const other = (key: Key, message: string) => [{ at: ['partners', index, key], message }]
    const said = `${partnerName(intake, id)} is said to be ${councilKinds[kind]}`
    const named = namesOf.find(({ said }) => said.test(name))
    if (form !== 'council')
      yield {
        at,
        message: `${said}, but its legal form is ${formLabel(form)}`,
        related: other('legal_form', 'The legal form stands here'),
      }
    else if (partner.is_host_council && kind !== settings.council.kind)
      yield {
        at,
        message: `${said}, but the council’s settings say that it is ${councilKinds[settings.council.kind]}`,
      }
    else if (named && !named.kinds.includes(kind))
      yield {
        at,
        message: `${said}, but its name is ${name}`,
        related: other('legal_name', 'The name stands here'),
      }
  }
}

export const councilKindRules: readonly Rule[] = [
  {
    code: 'PARTY-12',
    severity: 'warning',
    owner: 'legal',
    stage: 'draft',
    source: 'Code App 3; App 4 A',
    requirements: ['R101', 'R119'],
    find: kindFaults,
  },
]
