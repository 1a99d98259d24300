/** The clause library with the law and the council's settings in, every fault in it out. */
import { variationSchema } from '../amend/instrument-facts.ts'
import type { Finding } from '../findings/finding.ts'
import { constraints } from '../intake/condition-constraints.ts'
import { packSchema } from '../pack/pack-facts.ts'
import { agreementSchema, partnerSchema } from '../provisions/agreement-facts.ts'
import type { Settings } from '../provisions/assemble.ts'
import { type CheckContext, checkLibrary } from '../provisions/check/check-library.ts'
import { rolesOf } from '../provisions/interpretations.ts'

/** What the check of the library must know besides the library. */
export const checkContext = ({ law, council, interpretations }: Settings): CheckContext => ({
  schema: agreementSchema,
  papers: packSchema,
  variation: variationSchema,
  partner: partnerSchema,
  constraints,
  law,
  roles: rolesOf(council, interpretations),
})

/** Every fault in the library. */
export const libraryFindings = (settings: Settings): readonly Finding[] =>
  checkLibrary(settings.library, checkContext(settings)).findings
