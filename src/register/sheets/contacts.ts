/** The sheet of contacts (Code Appendix 11): whom at the Council to ask about each matter of a partnership. */
import type { Entry, RegisterSettings } from '../entry.ts'
import { columnsOf, type Sheet } from '../sheet.ts'

export const contactsSheet = (_entries: readonly Entry[], { contacts }: RegisterSettings): Sheet => ({
  id: 'contacts',
  columns: columnsOf({
    matter: ['Matter', 'text'],
    role: ['Whom to ask', 'text'],
    email: ['Email', 'text'],
  }),
  rows: contacts.map(({ title, role, email }) => [title, role, email || null]),
})
