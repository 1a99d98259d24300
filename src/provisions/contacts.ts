/** The Council's settings and the Code's list in; whom to ask about each of the nine matters (Code Appendix 11) out. */
import type { Code } from './code.ts'
import type { Council } from './council.ts'

export interface Contact {
  readonly title: string
  readonly role: string
  /** Empty where none is given. */
  readonly email: string
}

/** The contacts, in the order of the Code. A matter with nobody behind it says so. */
export const contactsOf = (
  { contacts }: Pick<Code, 'contacts'>,
  council: Pick<Council, 'contacts' | 'roles'>,
): readonly Contact[] =>
  contacts.map(({ kind, title }) => {
    const contact = council.contacts.find(one => one.kind === kind)
    return {
      title,
      role: contact?.role ? council.roles[contact.role] : 'Nobody named yet',
      email: contact?.email ?? '',
    }
  })
