/** The intake schema: every section of the dictionary put together under the names the file uses. */
import type * as z from 'zod'
import { group, unwrap } from './fields.ts'
import { approvalsFields } from './schema/approvals.ts'
import { attachmentsFields } from './schema/attachments.ts'
import { conductFields } from './schema/conduct.ts'
import { endingFields } from './schema/ending.ts'
import { financeFields } from './schema/finance.ts'
import { governanceFields } from './schema/governance.ts'
import { grantFields } from './schema/grant.ts'
import { informationFields } from './schema/information.ts'
import { partnersFields } from './schema/partners.ts'
import { partnershipFields } from './schema/partnership.ts'
import { peopleFields } from './schema/people.ts'
import { procurementFields } from './schema/procurement.ts'
import { purposeFields } from './schema/purpose.ts'
import { resourcesFields } from './schema/resources.ts'
import { riskFields } from './schema/risk.ts'
import { section75Fields } from './schema/section-75.ts'
import { termFields } from './schema/term.ts'
import { type FieldEntry, listFields } from './schema/walk.ts'

const shape = {
  ...partnershipFields,
  ...partnersFields,
  ...termFields,
  ...purposeFields,
  ...governanceFields,
  ...financeFields,
  ...grantFields,
  ...section75Fields,
  ...procurementFields,
  ...resourcesFields,
  ...peopleFields,
  ...informationFields,
  ...conductFields,
  ...endingFields,
  ...riskFields,
  ...approvalsFields,
  ...attachmentsFields,
}

/** The whole intake. */
export const intakeSchema = unwrap(group('Intake', shape))

/** Answers that fit the schema. Every one may be absent. */
export type Intake = z.infer<typeof intakeSchema>

/** The sections of the form, in order, with the top-level names each holds. */
export const sections: readonly { readonly title: string; readonly keys: readonly string[] }[] = [
  { title: 'The partnership', keys: Object.keys(partnershipFields) },
  { title: 'Partners', keys: Object.keys(partnersFields) },
  { title: 'Term and review', keys: Object.keys(termFields) },
  { title: 'Purpose and delivery', keys: Object.keys(purposeFields) },
  { title: 'Governance', keys: Object.keys(governanceFields) },
  { title: 'Finance', keys: Object.keys(financeFields) },
  { title: 'Grant and accountable body', keys: Object.keys(grantFields) },
  { title: 'Section 75', keys: Object.keys(section75Fields) },
  { title: 'Procurement, subsidy and land', keys: Object.keys(procurementFields) },
  { title: 'Records, assets, insurance and liability', keys: Object.keys(resourcesFields) },
  { title: 'People', keys: Object.keys(peopleFields) },
  { title: 'Information', keys: Object.keys(informationFields) },
  { title: 'Conduct and disputes', keys: Object.keys(conductFields) },
  { title: 'Changing and ending', keys: Object.keys(endingFields) },
  { title: 'Risks and opportunities', keys: Object.keys(riskFields) },
  { title: 'Approvals, advice and checklists', keys: Object.keys(approvalsFields) },
  { title: 'Attachments', keys: Object.keys(attachmentsFields) },
]

/** Every field of the intake, in the order of the form. The one walk that reader, gaps, guide and checks share. */
export const intakeFields: readonly FieldEntry[] = listFields(intakeSchema)

const byPath = new Map(intakeFields.map(entry => [entry.path, entry]))

/** The field at a path pattern such as `partners[].legal_name`, or undefined. */
export const fieldAt = (path: string): FieldEntry | undefined => byPath.get(path)

export { type FieldEntry, isNeeded, type Need } from './schema/walk.ts'
