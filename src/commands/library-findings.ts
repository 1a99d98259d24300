/** The clause library with the law and the council's settings in, every fault in it out. */
import type { Finding } from '../findings/finding.ts'
import { constraints } from '../intake/conditions.ts'
import { agreementSchema, partnerSchema } from '../provisions/agreement-facts.ts'
import type { Settings } from '../provisions/assemble.ts'
import { checkLibrary } from '../provisions/check/check-library.ts'
import { rolesOf } from '../provisions/interpretations.ts'

/** Every fault in the library. */
export const libraryFindings = (settings: Settings): readonly Finding[] =>
  checkLibrary(settings.library, {
    schema: agreementSchema,
    partner: partnerSchema,
    constraints,
    law: settings.law,
    roles: rolesOf(settings.council, settings.interpretations),
  }).findings
