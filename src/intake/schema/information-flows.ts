/** The information flows of section 12: who sends what to whom, why, and on what lawful basis. */
import { choice, group, id, list, ref, text, yesNo } from '../fields.ts'
import { onlyIf, onlyIfAny } from './choices.ts'

const bases = {
  consent: 'consent',
  contract: 'contract',
  legal_obligation: 'legal obligation',
  vital_interests: 'vital interests',
  public_task: 'public task',
  legitimate_interests: 'legitimate interests',
  recognised_legitimate_interest: 'recognised legitimate interest',
  part3_necessary_for_law_enforcement: 'necessary for a law enforcement purpose',
  part3_consent: 'consent for a law enforcement purpose',
} as const

const specialCategories = {
  race: 'racial or ethnic origin',
  politics: 'political opinions',
  religion: 'religious or philosophical beliefs',
  union: 'trade union membership',
  genetic: 'genetic data',
  biometric: 'biometric data',
  health: 'health',
  sex_life_orientation: 'sex life or sexual orientation',
} as const

const specialConditions = {
  article_9_2_a: 'explicit consent (Article 9(2)(a))',
  article_9_2_b: 'employment, social security and social protection (Article 9(2)(b))',
  article_9_2_c: 'vital interests (Article 9(2)(c))',
  article_9_2_d: 'not-for-profit bodies (Article 9(2)(d))',
  article_9_2_e: 'data made public by the person (Article 9(2)(e))',
  article_9_2_f: 'legal claims (Article 9(2)(f))',
  article_9_2_g: 'substantial public interest (Article 9(2)(g))',
  article_9_2_h: 'health or social care (Article 9(2)(h))',
  article_9_2_i: 'public health (Article 9(2)(i))',
  article_9_2_j: 'archiving, research and statistics (Article 9(2)(j))',
} as const

interface Basis {
  readonly partner?: unknown
  readonly gateway?: unknown
}

/** Whether every partner that is known to send or receive gives a legal power of its own. */
function eachHasItsOwn(given: unknown, from: unknown, to: unknown): boolean {
  const bases = Array.isArray(given) ? (given as readonly Basis[]) : []
  const ids = [from, ...(Array.isArray(to) ? to : [])].filter(id => id !== undefined)
  const isAmong = (id: unknown) => bases.some(({ partner }) => partner === id || partner === undefined)
  return bases.length > 0 && bases.every(({ gateway }) => gateway !== undefined) && ids.every(isAmong)
}

export const flows = list(
  'Flows of personal data',
  group('Flow', {
    id: id('Id', { example: 'new-births' }),
    from: ref('From', 'partners', { ask: 'Which partner sends?', example: 'nhs-trust' }),
    to: list('To', ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }), {
      ask: 'Which partners receive?',
    }),
    purpose: text('Purpose', {
      ask: 'For what purpose?',
      example: 'to offer help to families with a new baby',
    }),
    items: list('Items', text('Item', { ask: 'Which item?', example: 'name and address' }), {
      ask: 'Which items of data?',
    }),
    subjects: text('About whom', { ask: 'About whom?', example: 'parents and children under five' }),
    method: text('Method', { ask: 'How is it sent?', example: 'the shared case system' }),
    frequency: text('How often', { ask: 'How often?', example: 'weekly' }),
    regime: choice(
      'Regime',
      { uk_gdpr: 'the UK GDPR', part3: 'Part 3 of the Data Protection Act 2018 (law enforcement)' },
      { ask: 'Which regime applies: UK GDPR or law enforcement?', example: 'uk_gdpr' },
    ),
    bases: list(
      'Lawful bases',
      group('Basis', {
        partner: ref('Partner', 'partners', { ask: 'For which partner?', example: 'nhs-trust' }),
        art6: choice('Basis', bases, { ask: 'On which lawful basis?', example: 'public_task' }),
        gateway: text('Legal power of its own', {
          ask: 'Under which legal power of its own does it share or receive the data?',
          help: 'Only where the legal power of the flow does not reach this partner: a charity, for one, needs its own objects.',
          example: 'the purposes in its constitution',
          need: 'optional',
        }),
        own_condition: text('Condition of its own', {
          ask: 'On which condition of its own does it use special categories or data on offences?',
          help: 'Only where it is not the condition of the flow.',
          example: 'article 9(2)(h), through practitioners who owe a duty of confidence',
          need: 'optional',
        }),
      }),
      { ask: 'On which lawful basis does each partner rely?' },
    ),
    gateway: text('Legal power', {
      ask: 'Which legal power allows it to be shared?',
      help: 'It stands for every partner in the flow that gives none of its own beside its lawful basis.',
      example:
        'section 82 of the National Health Service Act 2006, on co-operation of NHS bodies and local authorities',
      onlyIf: {
        words: 'a partner in the flow gives no legal power of its own',
        test: ({ bases, from, to }) => !eachHasItsOwn(bases, from, to),
      },
    }),
    special_categories: list(
      'Special categories',
      choice('Category', specialCategories, { ask: 'Which category?', example: 'health' }),
      { ask: 'Which special categories of data are included?', help: 'Write none if there are none.' },
    ),
    special_condition: choice('Condition for special categories', specialConditions, {
      ask: 'Which condition allows the special categories to be used?',
      example: 'article_9_2_h',
      onlyIf: onlyIfAny('there are special categories', 'special_categories'),
    }),
    special_schedule_1: text('Schedule 1 paragraph', {
      ask: 'Which paragraph of Schedule 1 to the Data Protection Act 2018 applies?',
      example: 'paragraph 2',
      onlyIf: onlyIf(
        'the condition rests on Schedule 1',
        'special_condition',
        'article_9_2_b',
        'article_9_2_g',
        'article_9_2_h',
        'article_9_2_i',
        'article_9_2_j',
      ),
    }),
    offence_data: yesNo('Offence data', {
      ask: 'Does it include criminal convictions or offences?',
      example: false,
    }),
    offence_condition: text('Condition for offence data', {
      ask: 'Which condition allows offence data to be used?',
      example: 'paragraph 18 of Schedule 1 (safeguarding children and individuals at risk)',
      onlyIf: onlyIf('offence data is included', 'offence_data', true),
    }),
    children: yesNo('Children', { ask: 'Is it about children?', example: true }),
  }),
  { ask: 'Who sends which personal data to whom, and why?', need: 'personal_data' },
)
