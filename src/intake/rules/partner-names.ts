/** Ids of partners in; names for messages, and facts about the partner behind an id, out. */
import type { Intake } from '../schema.ts'

export type Partner = NonNullable<Intake['partners']>[number]

/** The partner of an id. */
export const partnerOf = (intake: Intake, id: string | undefined): Partner | undefined =>
  id === undefined ? undefined : intake.partners?.find(partner => partner.id === id)

/** What to call a partner in a message. */
export function partnerName(intake: Intake, id: string | undefined): string {
  const partner = partnerOf(intake, id)
  return partner?.short_name ?? partner?.legal_name ?? id ?? 'a partner'
}

/** `A`, `A and B`, `A, B and C`. */
export const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Whether a text names a partner, by its short or its legal name. */
export function isNamedIn({ short_name, legal_name }: Partner, text: string): boolean {
  const said = bareWords(text)
  return [short_name, legal_name].some(name => name !== undefined && said.includes(bareWords(name)))
}

/** A text as whole words in small letters, a blank before and after each, without an article at the start. */
const bareWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
