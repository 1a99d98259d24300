/** Who must sign for the Council in; a declaration for each out, open to sign only when the pack is ready. */
import { date, group, list, text, yesNo } from '../intake/fields.ts'
import type { PackInput } from './pack-input.ts'
import type { Readiness } from './readiness.ts'

export const signatoriesField = list(
  'Signatories',
  group('Signatory', {
    name: text('Name'),
    position: text('Position'),
    date: date('Date'),
    signed: yesNo('Signed'),
    signed_copy: text('Signed copy'),
  }),
)

/**
 * The director who declares, and the others. Where nobody is named, the director who approved or the title of the role
 * stands there, for the Code wants a declaration whoever signs it. A date counts only beside the
 * name of who declared, and while the pack is ready.
 */
export function signatoriesValues({ answers, settings }: PackInput, { isReady }: Readiness) {
  const { declaration, approvals } = answers.intake
  const first = {
    name: declaration?.name ?? approvals?.director?.name,
    position:
      declaration?.position ?? approvals?.director?.position ?? settings.council.roles.relevant_director,
    // Who signed is not known from who approved.
    ...(declaration?.name === undefined
      ? {}
      : { date: declaration.date, signed_copy: declaration.signed_copy }),
  }
  return [first, ...(declaration?.others ?? [])].map(({ name, position, date, signed_copy }) => {
    const isSigned = isReady && date !== undefined
    return {
      name: name ?? '',
      position: position ?? '',
      signed: isSigned,
      ...(isSigned ? { date, ...(signed_copy === undefined ? {} : { signed_copy }) } : {}),
    }
  })
}
