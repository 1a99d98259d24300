/** Every intake below a folder in, the register out: sheets of plain data, from which every format is made. */
import type { Entry, LeftOut, RegisterSettings } from './entry.ts'
import { columnsOf, type Sheet, type SheetId } from './sheet.ts'
import { accountableBodySheet } from './sheets/accountable-body.ts'
import { approvalsSheet } from './sheets/approvals.ts'
import { commitmentsSheet } from './sheets/commitments.ts'
import { contactsSheet } from './sheets/contacts.ts'
import { dependentPartnersSheet } from './sheets/dependent-partners.ts'
import { duplicatesSheet } from './sheets/duplicates.ts'
import { highRisksSheet } from './sheets/high-risks.ts'
import { informationSheet } from './sheets/information.ts'
import { outOfDateSheet } from './sheets/out-of-date.ts'
import { partnershipsSheet } from './sheets/partnerships.ts'
import { representativesSheet } from './sheets/representatives.ts'
import { reviewsSheet } from './sheets/reviews.ts'

export interface Register {
  readonly asAt: string
  readonly council: string
  readonly entries: readonly Entry[]
  readonly sheets: readonly Sheet[]
}

const makers: Readonly<
  Record<Exclude<SheetId, 'left-out'>, (entries: readonly Entry[], settings: RegisterSettings) => Sheet>
> = {
  partnerships: partnershipsSheet,
  reviews: reviewsSheet,
  approvals: approvalsSheet,
  'high-risks': highRisksSheet,
  'accountable-body': accountableBodySheet,
  representatives: representativesSheet,
  information: informationSheet,
  commitments: commitmentsSheet,
  duplicates: duplicatesSheet,
  'out-of-date': outOfDateSheet,
  'dependent-partners': dependentPartnersSheet,
  contacts: contactsSheet,
}

/** Draws up the register. Partnerships stand in the order of their references. */
export function makeRegister(
  given: readonly Entry[],
  leftOut: readonly LeftOut[],
  settings: RegisterSettings,
): Register {
  const entries = [...given].sort((a, b) =>
    byText(a.intake.reference ?? a.file, b.intake.reference ?? b.file),
  )
  return {
    asAt: settings.asAt,
    council: settings.council,
    entries,
    sheets: [...Object.values(makers).map(make => make(entries, settings)), leftOutSheet(leftOut)],
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const leftOutSheet = (leftOut: readonly LeftOut[]): Sheet => ({
  id: 'left-out',
  columns: columnsOf({ file: ['Intake', 'text'], why: ['Why it is not in the register', 'text'] }),
  rows: leftOut.map(({ file, why }) => [file, why]),
})
