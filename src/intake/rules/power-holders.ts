/** Sections of law and a partner in; whether the law gives that power to a body of its kind, and where to look instead, out. */
import { kindOfCouncil } from '../council-kind.ts'
import { councilKinds } from '../schema/partners.ts'
import { type Citation, isWithin, lawNamedIn } from './citations.ts'
import { formLabel } from './labels.ts'
import { type Partner, partnerName } from './partner-names.ts'
import type { RuleContext, RuleSettings } from './rule.ts'

type Entry = RuleSettings['powerHolders'][number]

export interface Holder extends Pick<Entry, 'belongs_to' | 'forms' | 'councils' | 'also' | 'confirm'> {
  /** `section 111 of the Local Government Act 1972`. */
  readonly words: string
}

/** Whose power the cited sections are, as far as the law file says; a section that it does not list is nobody's alone. */
export const holdersOf = (
  settings: RuleSettings,
  law: { readonly id: string } | { readonly title: string | undefined },
  citation: Citation,
): readonly Holder[] =>
  settings.powerHolders
    .filter(holder => ('id' in law ? holder.law === law.id : holder.title === law.title))
    .flatMap(holder =>
      holder.sections
        .filter(section => isWithin(section, citation))
        .slice(0, 1)
        .map(section => ({
          ...holder,
          words: `section ${section} of the ${holder.title}`,
        })),
    )

/** The line of the law file that says where a body of this kind finds its powers. */
const lookTo = (settings: RuleSettings, partner: Partner) =>
  settings.ownPowers.find(
    ({ forms, said }) =>
      partner.legal_form !== undefined &&
      forms.includes(partner.legal_form) &&
      (partner.legal_form !== 'other' || (said?.test(describe(partner)) ?? false)),
  )?.look_to

/** Whether a power is certainly not the partner's. Of a body of another kind that is known only where its words say what it is. */
function lacks(settings: RuleSettings, { forms, councils, also }: Holder, partner: Partner): boolean {
  if (partner.legal_form === undefined || (also?.test(describe(partner)) ?? false)) return false
  if (!forms.includes(partner.legal_form))
    return partner.legal_form !== 'other' || lookTo(settings, partner) !== undefined
  const kind = kindOfCouncil(partner, settings.council.kind)
  return kind !== undefined && councils !== undefined && !councils.includes(kind)
}

const describe = ({ legal_form_other, legal_name }: Partner): string =>
  `${legal_form_other ?? ''} ${legal_name ?? ''}`

/** What Legal should confirm before this partner relies on the power, where neither the law file nor an answer settles it. */
export function toConfirm(
  settings: RuleSettings,
  { confirm, councils, belongs_to }: Holder,
  partner: Partner,
  answer: string,
): { readonly ask: string; readonly severity?: 'warning' } | undefined {
  const kind = kindOfCouncil(partner, settings.council.kind)
  if (councils && partner.legal_form === 'council' && kind === undefined)
    return {
      ask: `Say what kind of council it is, as council_kind: this power belongs to ${belongs_to}`,
      severity: 'warning',
    }
  const asked = confirm.find(
    ({ forms = [], councils: kinds, said, unless }) =>
      (said
        ? said.test(partner.legal_name ?? '')
        : kinds
          ? kind !== undefined && kinds.includes(kind)
          : forms.includes(partner.legal_form ?? '')) && !(unless?.test(answer) ?? false),
  )
  return asked && { ask: asked.ask, ...(asked.forms === undefined ? { severity: 'warning' } : {}) }
}

/** The first holder in a free text that shows it to be no power of the partner's; undefined where something in it may be one. */
export function lackedIn(settings: RuleSettings, text: string, partner: Partner): Holder | undefined {
  const titles = [...new Set(settings.powerHolders.map(({ title }) => title))]
  const { citations, isOpen } = lawNamedIn(text, titles)
  if (isOpen) return undefined
  const found = citations.map(citation => holdersOf(settings, citation, citation))
  return found.length > 0 && found.every(holders => lackedAmong(settings, holders, partner) !== undefined)
    ? found[0]![0]
    : undefined
}

/**
 * What Legal should confirm before a partner shares information on the strength of a free text; undefined where something in it
 * serves the partner without doubt, or may do so.
 */
export function doubtedIn(
  settings: RuleSettings,
  text: string,
  partner: Partner,
): { readonly holder: Holder; readonly asked: NonNullable<ReturnType<typeof toConfirm>> } | undefined {
  const titles = [...new Set(settings.powerHolders.map(({ title }) => title))]
  const { citations, isOpen } = lawNamedIn(text, titles)
  if (isOpen) return undefined
  const doubts = citations.map(citation => {
    const holders = holdersOf(settings, citation, citation)
    if (lackedAmong(settings, holders, partner)) return 'none of its own'
    const all = holders.map(holder => ({ holder, asked: toConfirm(settings, holder, partner, text) }))
    return all.every(({ asked }) => asked !== undefined) ? all[0] : undefined
  })
  if (doubts.includes(undefined)) return undefined
  const found = doubts.find(doubt => doubt !== 'none of its own')
  return found?.asked && { holder: found.holder, asked: found.asked }
}

/** The first of the holders of a run of sections, where the partner is among none of them. */
export const lackedAmong = (
  settings: RuleSettings,
  holders: readonly Holder[],
  partner: Partner,
): Holder | undefined => (holders.every(holder => lacks(settings, holder, partner)) ? holders[0] : undefined)

/** `Kinfolk (a company limited by guarantee)`. */
export const withForm = ({ intake, settings }: RuleContext, partner: Partner): string => {
  const kind = kindOfCouncil(partner, settings.council.kind)
  const form = kind
    ? councilKinds[kind]
    : partner.legal_form === 'other'
      ? partner.legal_form_other
      : formLabel(partner.legal_form!)
  return `${partnerName(intake, partner.id)}${form ? ` (${form})` : ''}`
}

/** Where each of these partners should look for a power of its own, as the end of a hint; empty where the law file does not say. */
export const lookToInWords = ({ intake, settings }: RuleContext, partners: readonly Partner[]): string =>
  partners
    .map(partner => [partnerName(intake, partner.id), lookTo(settings, partner)])
    .filter(([, look]) => look !== undefined)
    .map(([name, look]) => `; for ${name} look to ${look}`)
    .join('')
