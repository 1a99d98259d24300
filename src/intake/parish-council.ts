/** A partner in; whether it is a parish council, which may call itself a town council, out. Its name is all that tells. */

/** A parish council need not have a seal, and has the general power of competence only while it is eligible. */
export const isParish = (partner: {
  readonly legal_form?: string | undefined
  readonly legal_name?: string | undefined
}): boolean =>
  partner.legal_form === 'council' && /\b(?:parish|town) council\b/i.test(partner.legal_name ?? '')
