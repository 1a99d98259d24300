/** Rules on signing: consideration, deeds and seals, electronic signing, and what each legal form can do. */
import type { Key } from '../answers.ts'
import { isParish } from '../council-kind.ts'
import { formLabel } from './labels.ts'
import { inWords, type Partner, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'
import { textsUnder } from './texts.ts'

const signsAsDeed = ({ execution }: Partner): boolean =>
  execution?.method === 'deed' || execution?.method === 'seal'

/** A partner that says it brings nothing in kind, pays nothing, provides nothing and leads nothing. */
function* nothingGivenFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  // A deed binds without consideration, and good will needs none.
  if (conditions.deed !== false || conditions.not_binding !== false) return
  for (const [index, { id, short_name, legal_name }] of (intake.partners ?? []).entries()) {
    const aside = setAside(context, 'partners', index, 'contributions_in_kind')
    if (!aside || id === undefined) continue
    const pays = (intake.contributions ?? []).some(({ partner, amount }) => partner === id && amount !== 0)
    const provides = (intake.services ?? []).some(({ provider }) => provider === id)
    const leads = (intake.objectives ?? []).some(({ lead }) => lead === id)
    const serves = [
      intake.secretariat?.partner,
      intake.accountable_body?.partner,
      intake.pool?.administrator,
    ].includes(id)
    if (pays || provides || leads || serves) continue
    yield {
      at: aside.at,
      message: `${short_name ?? legal_name ?? id} pays nothing, brings nothing and provides nothing, and the agreement is signed under hand, so it may not bind`,
    }
  }
}

const sealless: readonly unknown[] = [
  'individual',
  'partnership_1890',
  'unincorporated_association',
  'charitable_trust',
]

const methodAt = (index: number): readonly Key[] => ['partners', index, 'execution', 'method']

function* sealFaults({ intake, settings }: RuleContext): Generator<Fault> {
  const partners = intake.partners ?? []
  for (const [index, { id, legal_form: form, legal_personality, execution }] of partners.entries())
    if (execution?.method === 'seal' && form && sealless.includes(form) && legal_personality !== true)
      yield {
        at: methodAt(index),
        message: `${partnerName(intake, id)} is to sign under seal, but it is ${formLabel(form)}, which has no common seal`,
        hint: 'Have those who contract for it sign as individuals, as a deed or under hand.',
      }
  const { electronic, constitution_permits_esealing: permits } = intake.execution ?? {}
  if (permits && !settings.council.permitsElectronicSealing)
    yield {
      at: ['execution', 'constitution_permits_esealing'],
      message: 'Electronic sealing is said to be allowed, but the council’s settings say that it is not',
    }
  const isSealedByAll = partners.length > 0 && partners.every(({ execution: e }) => e?.method === 'seal')
  if (electronic && isSealedByAll && permits === false)
    yield {
      at: ['execution', 'electronic'],
      message:
        'Every partner signs under seal, so signing electronically would need electronic seals, which the constitution does not allow',
      related: [{ at: ['execution', 'constitution_permits_esealing'], message: 'It is ruled out here' }],
    }
  const host = partners.findIndex(({ is_host_council }) => is_host_council)
  if (
    electronic &&
    !settings.council.permitsElectronicSignature &&
    partners[host]?.execution?.method === 'under_hand'
  )
    yield {
      at: ['execution', 'electronic'],
      message:
        'Electronic signing is asked for, but the council’s settings say that the Council may not sign so',
      related: [{ at: methodAt(host), message: 'The Council signs under hand here' }],
    }
}

/** Two members sign and seal for a parish council without a seal of its own (Local Government Act 1972 s14(3)). */
function* parishFaults({ intake }: RuleContext): Generator<Fault> {
  for (const [index, partner] of (intake.partners ?? []).entries()) {
    const { method, signatories } = partner.execution ?? {}
    if (method !== 'deed' || !isParish(partner) || !signatories) continue
    const officer = signatories.find(({ capacity }) => /\bclerk\b|\bofficer\b/i.test(capacity ?? ''))
    const said =
      signatories.length !== 2
        ? `by ${signatories.length === 1 ? 'one person' : `${signatories.length} people`}`
        : officer && `by its ${officer.capacity}`
    if (said)
      yield {
        at: ['partners', index, 'execution', 'signatories'],
        message: `${partnerName(intake, partner.id)} signs as a deed ${said}, but a parish council without a seal of its own does so by two of its members`,
        related: [{ at: methodAt(index), message: 'It signs as a deed here' }],
      }
  }
}

const deedWords = /\bclaims? (?:on|under|about) (?:a|the|this) deed\b|\bthis deed\b|\bbecause it is a deed\b/i

/** An answer that speaks of the agreement as a deed, where every partner signs under hand. */
function* deedInWords({ intake, conditions }: RuleContext): Generator<Fault> {
  if (conditions.deed !== false) return
  for (const { at, text } of textsUnder(intake, ['background', 'retention', 'audit', 'liability', 'exit'])) {
    const said = deedWords.exec(text)?.[0]
    if (said)
      yield {
        at,
        message: `The words here say '${said}', but every partner signs under hand, so the agreement is no deed`,
        related: [{ at: methodAt(0), message: 'How the first partner signs stands here' }],
      }
  }
}

const base = { severity: 'warning', owner: 'legal', stage: 'sign_off' } as const

export const executionRules: readonly Rule[] = [
  { ...base, code: 'EXEC-01', source: 'Code 7.1', requirements: ['R037'], find: nothingGivenFaults },
  {
    ...base,
    code: 'EXEC-02',
    severity: 'error',
    source: 'Code 7; the Council’s constitution',
    requirements: ['R035'],
    find: sealFaults,
  },
  {
    ...base,
    code: 'EXEC-03',
    severity: 'note',
    source: 'Limitation Act 1980 s5, s8',
    requirements: ['R035', 'R076'],
    *find({ intake }) {
      const methods = [...(intake.partners ?? []).entries()]
      const byHand = methods.filter(([, { execution }]) => execution?.method === 'under_hand')
      const first = byHand[0]
      if (!first || !methods.some(([, partner]) => signsAsDeed(partner))) return
      const names = inWords(byHand.map(([, { id }]) => partnerName(intake, id)))
      yield {
        at: methodAt(first[0]),
        message: `${names} ${byHand.length === 1 ? 'signs' : 'sign'} under hand while others sign as a deed, so claims against ${byHand.length === 1 ? 'it' : 'them'} lapse sooner`,
      }
    },
  },
  {
    ...base,
    code: 'EXEC-04',
    source: 'Code 7',
    requirements: ['R035', 'Z25'],
    *find({ intake, conditions }) {
      const index = (intake.partners ?? []).findIndex(signsAsDeed)
      if (conditions.not_binding && index >= 0)
        yield {
          at: methodAt(index),
          message: `The agreement is not to be legally binding, yet ${partnerName(intake, intake.partners![index]!.id)} signs it as a deed`,
          related: [{ at: ['legally_binding'], message: 'It is said not to bind here' }],
        }
    },
  },
  {
    ...base,
    code: 'EXEC-07',
    source: 'Limitation Act 1980 s5, s8',
    requirements: ['R035', 'R076'],
    find: deedInWords,
  },
  {
    ...base,
    code: 'EXEC-06',
    source: 'Local Government Act 1972 s14',
    requirements: ['R035'],
    find: parishFaults,
  },
  {
    ...base,
    code: 'EXEC-05',
    severity: 'note',
    source: 'Law of Property (Miscellaneous Provisions) Act 1989 s1',
    requirements: ['R035'],
    *find({ intake }) {
      if (!intake.execution?.electronic) return
      for (const [index, { id, legal_form: form, legal_personality, execution }] of (
        intake.partners ?? []
      ).entries()) {
        const areIndividuals = form && sealless.includes(form) && legal_personality !== true
        if ((areIndividuals || form === 'individual') && execution?.method === 'deed')
          yield {
            at: methodAt(index),
            message: `Individuals sign a deed for ${partnerName(intake, id)}, and each needs a witness who is in the room, even when signing electronically`,
          }
      }
    },
  },
]
