/** The flows of personal data in; who takes part in each, under what name, and who is a public authority, out. */
import type { Key } from '../answers.ts'
import { isParish } from '../council-kind.ts'
import type { Intake } from '../schema.ts'
import { type Partner, partnerOf } from './partner-names.ts'
import { publicForms } from './party-forms.ts'

export type Flow = NonNullable<NonNullable<Intake['info']>['flows']>[number]

export interface FoundFlow {
  readonly flow: Flow
  /** `the flow "new-births"`, for messages. */
  readonly name: string
  readonly at: (...keys: readonly Key[]) => readonly Key[]
  /** The ids of the partners that send and receive, each once. */
  readonly takingPart: readonly string[]
}

/** Every flow, in the order of the file. */
export const flowsOf = ({ info }: Intake): readonly FoundFlow[] =>
  (info?.flows ?? []).map((flow, index) => ({
    flow,
    name: `the flow ${flow.id === undefined ? index + 1 : `"${flow.id}"`}`,
    at: (...keys) => ['info', 'flows', index, ...keys],
    takingPart: [...new Set([flow.from, ...(flow.to ?? [])].filter(id => id !== undefined))],
  }))

/**
 * Whether data protection law counts a partner as a public authority: one under freedom of information law, save a parish
 * council (Data Protection Act 2018 s7(3)). The legal form decides where the answer on freedom of information is missing. A council
 * of which nobody has said what kind it is counts as none, for a rule must not rest on a guess.
 */
export function isPublicAuthority(partner: Partner | undefined): boolean {
  if (!partner || isParish(partner) !== false) return false
  const { legal_form: form } = partner
  return (form !== undefined && publicForms.includes(form)) || partner.foi_body === true
}

/** Whether the partner of an id is a public authority. */
export const isPublic = (intake: Intake, id: string | undefined): boolean =>
  isPublicAuthority(partnerOf(intake, id))
