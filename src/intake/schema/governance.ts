/** Section 5 of the intake: the Board, how it decides, the secretariat, councillors, reporting and performance. */
import { choice, date, group, int, list, long, money, pct, ref, text, yesNo } from '../fields.ts'
import { costBearers, frequencies } from './choices.ts'
import { representation } from './representation.ts'

const board = group(
  'Board',
  {
    name: text('Name', { ask: 'What is the governing body called?', example: 'Family Hubs Board' }),
    chair: text('Chair', {
      ask: 'Who chairs it, and how is the chair chosen?',
      example: 'a member chosen by the Board each year',
    }),
    meetings_per_year: int(
      'Meetings a year',
      { min: 1, max: 52 },
      { ask: 'How many times a year does it meet?', example: 4 },
    ),
    substitutes_allowed: yesNo('Substitutes', { ask: 'May a member send a substitute?', example: true }),
    public_access: yesNo('Open to the public', {
      ask: 'Are its meetings open to the public?',
      help: 'A joint committee’s meetings are open by law.',
      example: false,
    }),
    seats: list(
      'Seats',
      group('Seat', {
        partner: ref('Partner', 'partners', { ask: 'Which partner holds the seat?', example: 'council' }),
        number: int('Number of seats', { min: 1, max: 50 }, { ask: 'How many seats?', example: 2 }),
        voting: yesNo('Voting', { ask: 'Do the seats carry a vote?', example: true }),
        holder: text('Holder', {
          ask: 'Who holds them?',
          example: 'the Cabinet Member for Children and the Head of Early Help',
        }),
        holder_kind: choice(
          'Kind of holder',
          { councillor: 'a councillor', officer: 'an officer', other: 'another person' },
          { ask: 'Are they held by a councillor, an officer or another person?', example: 'councillor' },
        ),
      }),
      { ask: 'How many seats has each partner, and who holds them?' },
    ),
    structure: long('Structure', {
      ask: 'Which groups or managers report to the Board?',
      example: 'An operations group of hub managers meets monthly and reports to each Board meeting.',
      need: 'optional',
      code: 'Code App 4 D',
    }),
  },
  { stage: 'draft', code: 'Code 7.1; App 4 D' },
)

const decisions = group(
  'Decisions',
  {
    quorum: int(
      'Quorum',
      { min: 1, max: 500 },
      {
        ask: 'How many voting members must be present?',
        help: 'More than half of the seats is usual.',
        example: 4,
      },
    ),
    quorum_must_include: list(
      'Who must be present',
      ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
      { ask: 'Which partners must be present for a quorum?', need: 'optional' },
    ),
    voting: choice(
      'Voting',
      {
        one_seat_one_vote: 'one vote for each seat',
        one_partner_one_vote: 'one vote for each Partner',
        weighted: 'votes weighted by Partner',
        consensus: 'consensus, without a vote',
      },
      { ask: 'How are votes counted?', example: 'one_partner_one_vote' },
    ),
    weights: list(
      'Weights',
      group('Weight', {
        partner: ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
        weight: pct('Weight', { ask: 'What percentage of the votes?', example: 40 }),
      }),
      {
        ask: 'What share of the votes has each partner?',
        help: 'The shares add up to 100.',
        need: 'weighted_voting',
      },
    ),
    casting_vote: yesNo('Casting vote', { ask: 'Has the chair a casting vote?', example: true }),
    unanimous_matters: list(
      'Unanimous matters',
      text('Matter', { ask: 'Which matter?', example: 'admitting a new partner' }),
      { ask: 'Which matters need every partner’s agreement?', need: 'optional' },
    ),
    reserved_matters: list(
      'Reserved matters',
      text('Matter', { ask: 'Which matter?', example: 'closing a hub' }),
      { ask: 'Which matters must go back to the partners themselves?', need: 'optional' },
    ),
    delegation_limit: money('Limit of delegation', {
      ask: 'Up to what amount may the Board’s officers commit money without a meeting?',
      example: 10000,
      need: 'finance',
      owner: 'finance',
    }),
    written_decisions: yesNo('Decisions in writing', {
      ask: 'May the Board decide in writing between meetings?',
      example: true,
      need: 'optional',
    }),
  },
  { stage: 'draft', code: 'Code 7.1; App 4 D' },
)

const secretariat = group(
  'Secretariat',
  {
    partner: ref('Partner', 'partners', {
      ask: 'Which partner provides the secretariat?',
      example: 'council',
    }),
    papers_days: int(
      'Papers, working days before',
      { min: 1, max: 60 },
      {
        ask: 'How many working days before a meeting are papers sent?',
        example: 5,
      },
    ),
    minutes_days: int(
      'Minutes, working days after',
      { min: 1, max: 60 },
      {
        ask: 'How many working days after a meeting are minutes sent?',
        example: 10,
      },
    ),
    cost_bearer: choice('Who bears the cost', costBearers, {
      ask: 'Who bears the cost of the secretariat?',
      example: 'host',
    }),
  },
  { stage: 'draft', code: 'Code 8.8; App 4 D' },
)

const members = list(
  'Councillors',
  group('Councillor', {
    name: text('Name', { ask: 'Which councillor?', example: 'Councillor Anneka Brough' }),
    role: text('Role', { ask: 'What is the councillor’s role on the Board?', example: 'voting member' }),
    partner: ref('Council', 'partners', { ask: 'For which council?', example: 'council', need: 'optional' }),
    substitute: text('Substitute', {
      ask: 'Who is the substitute?',
      example: 'Councillor Idris Vane',
      need: 'optional',
    }),
    training_date: date('Training', {
      ask: 'When was training for the role given or when is it due?',
      example: '2026-03-12',
    }),
    expenses: yesNo('Expenses', { ask: 'Are expenses paid for the role?', example: false }),
  }),
  {
    ask: 'Which councillors sit on the Board?',
    need: 'councillor_seats',
    stage: 'draft',
    code: 'Code 8.4 to 8.8',
  },
)

const reporting = list(
  'Reporting',
  group('Report', {
    to: text('To', { ask: 'To whom?', example: 'each Partner' }),
    from: text('From', { ask: 'By whom?', example: 'the Board' }),
    what: text('What', { ask: 'On what?', example: 'progress against the objectives' }),
    frequency: choice('How often', frequencies, { ask: 'How often?', example: 'quarterly' }),
  }),
  { ask: 'Who reports what, to whom, how often?', stage: 'draft', code: 'Code App 4 D; App 5' },
)

const engagement = group(
  'Engagement',
  {
    service_users: long('Service users', {
      ask: 'How are service users involved?',
      example: 'A parent panel in each hub meets every term and has a seat on the Board.',
      need: 'optional',
    }),
    staff: long('Staff', {
      ask: 'How have staff been involved?',
      example: 'Three briefings in January 2026.',
      need: 'optional',
    }),
    unions: long('Trade unions', {
      ask: 'How have the trade unions been involved?',
      example: 'Discussed at the joint committee on 14 January 2026.',
      need: 'optional',
    }),
    stages: list(
      'Stage by stage',
      group('Stage', {
        stage: text('Stage', { ask: 'At which stage?', example: 'planning' }),
        how: long('How', {
          ask: 'How were or will service users and stakeholders be involved?',
          example: 'Survey of 300 parents.',
        }),
      }),
      { ask: 'How are service users involved at each stage?', need: 'optional', code: 'Code 4.1; R026' },
    ),
  },
  { stage: 'in_principle', code: 'Code 4.1; 8.3' },
)

export const governanceFields = {
  board,
  decisions,
  secretariat,
  members,
  reporting,
  scrutiny_committee: text('Scrutiny committee', {
    ask: 'Which scrutiny committee may call the partnership to account?',
    example: 'Children and Families Scrutiny Committee',
    need: 'optional',
    stage: 'draft',
  }),
  performance: group(
    'Performance',
    {
      framework: long('Framework', {
        ask: 'How is performance measured and evaluated?',
        example:
          'A dashboard of the objectives’ measures each quarter; an evaluation by the university in year 2.',
      }),
      underperformance_steps: long('Under-performance', {
        ask: 'What happens if performance falls short?',
        example:
          '- The lead partner explains to the Board\n- The Board agrees a recovery plan\n- The matter goes to chief officers',
      }),
    },
    { stage: 'draft', owner: 'performance', code: 'Code App 4 D' },
  ),
  conflicts: list(
    'Conflicts of interest',
    group('Conflict', {
      person: text('Person', { ask: 'Who has the interest?', example: 'Delia Marchetti' }),
      interest: text('Interest', {
        ask: 'What is the interest?',
        example: 'her organisation may bid for the hub café',
      }),
      handling: text('Handling', {
        ask: 'How is it handled?',
        example: 'she takes no part in that decision',
      }),
    }),
    {
      ask: 'Which conflicts of interest are already known?',
      need: 'optional',
      stage: 'draft',
      code: 'Code App 4 I',
    },
  ),
  engagement,
  representation,
}
