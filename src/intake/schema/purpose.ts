/** Section 4 of the intake: why a partnership, its vision and objectives, what it delivers and to whom. */
import { choice, date, group, id, list, long, ref, text, yesNo } from '../fields.ts'

const benefits = {
  outcomes: 'better outcomes for customers and vulnerable people',
  economies_of_scale: 'economies of scale',
  shared_skills: 'shared skills and experience',
  different_perspectives: 'different points of view',
  resource_allocation: 'better use of resources',
  data_sharing: 'sharing of data',
  local_support: 'local support',
  awareness_of_priorities: 'awareness of each other’s priorities',
  additional_resources: 'additional resources',
  staff_development: 'development of staff',
  understanding_of_aims: 'understanding of partners’ aims',
  networking: 'networking',
  understanding_of_issues: 'understanding of partners’ difficulties',
  public_perception: 'public perception',
  risk_sharing: 'sharing and better management of risk',
  stronger_voice: 'a stronger voice',
} as const

export const purposeFields = {
  vision: long('Vision', {
    ask: 'What will be different if the partnership succeeds?',
    help: 'A picture of the future in a sentence or two, not a list of tasks.',
    example: 'Every family in Harrowdale finds the help it needs, early and close to home.',
    stage: 'in_principle',
    code: 'Code App 4 B',
  }),
  objectives: list(
    'Objectives',
    group('Objective', {
      id: id('Id', { example: 'early-help' }),
      text: text('Objective', {
        ask: 'What is to be achieved?',
        help: 'Specific, practical and measurable: an outcome, not an activity.',
        example: 'More families get help before a crisis',
      }),
      measure: text('Measure', {
        ask: 'How is it measured?',
        example: 'families helped who were not known to social care',
      }),
      baseline: text('Baseline', { ask: 'What is the figure now?', example: '410 in 2025/26' }),
      target: text('Target', { ask: 'What figure is aimed at?', example: '600 a year' }),
      due: date('Target date', { ask: 'By what date?', example: '2028-03-31' }),
      lead: ref('Lead partner', 'partners', { ask: 'Which partner leads?', example: 'family-voice' }),
      priorities: list(
        'Council priorities',
        text('Priority', { ask: 'Which council priority?', example: 'best-start' }),
        {
          ask: 'Which council priorities does it serve?',
          help: 'Ids of the priorities in data/council.yaml.',
          need: 'optional',
          code: 'Code App 10; R146',
        },
      ),
    }),
    { ask: 'What are the objectives?', stage: 'in_principle', owner: 'performance', code: 'Code App 4 B' },
  ),
  objectives_provisional: yesNo('Objectives provisional', {
    ask: 'Are the aims and objectives still provisional?',
    example: false,
    need: 'optional',
    stage: 'draft',
    code: 'Code 6.2; R030',
  }),
  objectives_review_date: date('Objectives to be settled by', {
    ask: 'If provisional, by what date are they to be settled?',
    example: '2026-10-01',
    stage: 'draft',
    onlyIf: {
      words: 'the objectives are provisional',
      test: beside => beside.objectives_provisional === true,
    },
  }),
  services: list(
    'Services',
    group('Service', {
      id: id('Id', { example: 'hub-sessions' }),
      text: text('Service', {
        ask: 'What is delivered?',
        example: 'weekly drop-in sessions in four family hubs',
      }),
      provider: ref('Provider', 'partners', { ask: 'Which partner provides it?', example: 'family-voice' }),
      clients: text('For whom', { ask: 'For whom?', example: 'families with children under five' }),
      place: text('Where', { ask: 'Where?', example: 'the four hubs', need: 'optional' }),
    }),
    {
      ask: 'What services or activities does the partnership deliver?',
      stage: 'draft',
      code: 'Code App 4 C',
    },
  ),
  services_excluded: list(
    'Left out',
    text('Excluded', { ask: 'What is left out?', example: 'social work assessments' }),
    {
      ask: 'What might a reader expect that is left out?',
      need: 'optional',
      stage: 'draft',
    },
  ),
  clients: group(
    'Clients',
    {
      children: yesNo('Children', { ask: 'Does the partnership work with children?', example: true }),
      adults_at_risk: yesNo('Adults at risk', {
        ask: 'Does the partnership work with adults at risk?',
        example: false,
      }),
    },
    { stage: 'in_principle', code: 'Code 10.5' },
  ),
  project: group(
    'Project',
    {
      used: yesNo('Run as a project', { ask: 'Is any of the work run as a project?', example: true }),
      method: text('Method', {
        ask: 'Which project method is used?',
        example: 'the Council’s project framework',
        need: 'project',
      }),
      manager: text('Project manager', {
        ask: 'Who is the project manager?',
        example: 'Owen Tarrant, Programme Manager',
        need: 'project',
      }),
      milestones: list(
        'Milestones',
        group('Milestone', {
          id: id('Id', { example: 'first-hub', need: 'optional' }),
          text: text('Milestone', { ask: 'What is to be reached?', example: 'first hub open' }),
          date: date('Date', { ask: 'By what date?', example: '2026-09-01' }),
        }),
        { ask: 'What are the milestones?', need: 'project' },
      ),
    },
    { stage: 'draft', code: 'Code App 4 D' },
  ),
  stakeholders: list('Stakeholders', text('Stakeholder', { ask: 'Who?', example: 'parents and carers' }), {
    ask: 'Who else has a stake in the partnership?',
    need: 'optional',
    stage: 'in_principle',
  }),
  drivers: group(
    'Why a partnership',
    {
      why_partnership: long('Why a partnership', {
        ask: 'Why is a partnership needed, rather than some other way?',
        example: 'No one body reaches all the families, and the grant is open only to joint bids.',
        code: 'Code 6.3; R031',
      }),
      benefits: list(
        'Benefits expected',
        group('Benefit', {
          benefit: choice('Benefit', benefits, { ask: 'Which benefit?', example: 'shared_skills' }),
          evidence: long('Evidence', {
            ask: 'What shows that it will follow?',
            example: 'A joint pilot in 2025 cut waiting from nine weeks to three.',
          }),
        }),
        { ask: 'Which benefits are expected, and on what evidence?', code: 'Code 2.2; R012' },
      ),
      funder_requires_partners: yesNo('Funder requires partners', {
        ask: 'Does a funder require several partners?',
        example: true,
        code: 'Code 2.2; R013',
      }),
      external_assessment: text('External assessment', {
        ask: 'Which outside assessment of the Council does it bear on?',
        example: 'the best value duty',
        need: 'optional',
        code: 'Code 2.3; R014',
      }),
    },
    { stage: 'in_principle', code: 'Code 2' },
  ),
  challenges: list(
    'Challenges',
    group('Challenge', {
      id: id('Id', { example: 'different-cultures' }),
      text: text('Challenge', {
        ask: 'What may prove hard?',
        example: 'different ways of working with families',
      }),
      addressed_in: text('Clause', {
        ask: 'Which clause deals with it?',
        help: 'The id of the clause, such as disputes or performance; concordat explain lists them.',
        example: 'disputes',
      }),
      how: text('How', {
        ask: 'How does that clause deal with it?',
        example: 'quick steps, and a shared practice lead',
        need: 'optional',
      }),
    }),
    {
      ask: 'What may prove hard, and which clause deals with it?',
      stage: 'draft',
      isPrivate: true,
      code: 'Code 5.1; R027',
    },
  ),
}
