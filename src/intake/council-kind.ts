/** A partner in; what kind of council it is, as it was answered, out. A name tells nothing: a unitary council may call itself a county. */
import type { Intake } from './schema.ts'

type Partner = NonNullable<Intake['partners']>[number]

export type CouncilKind = NonNullable<Partner['council_kind']>

/**
 * The kind of a council; undefined for another body, and while nobody has said.
 * @param ofHost the kind of the host council, from the council's settings
 */
export const kindOfCouncil = (partner: Partner, ofHost: CouncilKind): CouncilKind | undefined =>
  partner.legal_form === 'council'
    ? (partner.council_kind ?? (partner.is_host_council ? ofHost : undefined))
    : undefined

/**
 * Whether a partner is a parish council, which need not have a seal, is no public authority to data protection law and answers to
 * no ombudsman; undefined while nobody has said. The host of a partnership under the Code is none.
 */
export function isParish(partner: Partner): boolean | undefined {
  const { legal_form: form, is_host_council: isHost, council_kind: kind } = partner
  if (form !== 'council') return false
  return kind === undefined ? (isHost ? false : undefined) : kind === 'parish'
}
