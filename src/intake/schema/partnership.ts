/** Section 1 of the intake: what the partnership is, whether the Code covers it, and the law it stands on. */
import { choice, date, group, id, int, list, long, ref, text, yesNo } from '../fields.ts'
import { attachments } from './attachments.ts'
import { legalBasis, scope } from './scope.ts'

const early = { stage: 'in_principle' } as const

export const partnershipFields = {
  schema_version: int(
    'Version of this form',
    { min: 1, max: 1 },
    {
      ask: 'Which version of the form is this?',
      help: 'Always 1 for this release.',
      example: 1,
      stage: 'draft',
    },
  ),
  intake_date: date('Date of these answers', {
    ask: 'On what date were these answers last changed?',
    help: 'It dates the draft, so that the same answers always give the same file. Left blank, the day of the run is used.',
    example: '2026-03-02',
    need: 'optional',
  }),
  reference: text('Register reference', {
    ask: 'What is the reference in the partnership register?',
    help: 'Unique. It names the folder in which the documents are written.',
    example: 'HBC-2026-014',
    ...early,
    code: 'Code 8.9',
  }),
  name: text('Name of the partnership', {
    ask: 'What is the partnership called?',
    example: 'Harrowdale Family Hubs Partnership',
    ...early,
  }),
  directorate: text('Directorate', {
    ask: 'Which directorate leads for the Council?',
    example: 'Children and Families',
    ...early,
  }),
  lead_officer: group(
    'Lead officer of the Council',
    {
      name: text('Name', { ask: 'Who is the Council’s lead officer?', example: 'Priya Ashworth' }),
      position: text('Position', {
        ask: 'What is the lead officer’s position?',
        example: 'Head of Early Help',
      }),
      email: text('Email', {
        ask: 'What is the lead officer’s email address?',
        example: 'priya.ashworth@harrowdale.example',
        isEmail: true,
      }),
    },
    early,
  ),
  type: choice(
    'Type of partnership',
    {
      formal_forum: 'formal forum',
      joint_committee: 'joint committee',
      management_committee: 'management committee',
      place_partnership: 'place partnership',
      community_safety_partnership: 'community safety partnership',
      section_75: 'section 75 partnership',
      grant_programme: 'grant programme',
      service_delivery: 'service delivery partnership',
      joint_venture: 'joint venture',
      other: 'partnership of another kind',
    },
    {
      ask: 'What type of partnership is it?',
      help: 'The type decides many clauses, who must approve, and how the Council’s members report.',
      example: 'grant_programme',
      ...early,
      code: 'Code 3.4; App 1',
    },
  ),
  basis_group: choice(
    'Basis',
    {
      permitted_or_required_by_law: 'one that the law permits, requires or encourages',
      operational_service_delivery: 'one that carries out operations or delivers a service',
    },
    {
      ask: 'Does the law permit, require or encourage it, or is it to deliver a service?',
      help: 'For the second, the contract rules must be followed and come before the Code.',
      example: 'permitted_or_required_by_law',
      ...early,
      code: 'Code 3.4',
    },
  ),
  status: choice(
    'New or existing',
    { new: 'a new partnership', review_of_existing: 'a review of an existing partnership' },
    {
      ask: 'Is the partnership new, or is an existing one being reviewed?',
      example: 'new',
      ...early,
      code: 'Code 7.3',
    },
  ),
  previous_agreement: text('Previous agreement', {
    ask: 'Which agreement or constitution does this one replace?',
    example: 'Family Centres Agreement of 1 April 2019',
    need: 'review_of_existing',
    stage: 'draft',
    code: 'Code 7.3; R011',
  }),
  profile: choice(
    'How substantial',
    { short: 'short', standard: 'standard', substantial: 'substantial' },
    {
      ask: 'Should the agreement be short, standard or substantial, given what is at stake?',
      help: 'Recorded as the Council’s judgement of what is in proportion; it removes no clause by itself.',
      example: 'standard',
      need: 'optional',
      stage: 'draft',
      code: 'Code 7.4; R042',
    },
  ),
  background: long('Background', {
    ask: 'Why have the partners come together?',
    example:
      'Families told the partners that help is hard to find. The partners agreed to bring it together in four hubs.',
    stage: 'draft',
  }),
  area: text('Area', {
    ask: 'Which area does the partnership cover?',
    example: 'the borough of Harrowdale',
    ...early,
    code: 'Code 8.5',
  }),
  scope,
  legal_basis: legalBasis,
  legally_binding: choice(
    'Legally binding',
    {
      whole: 'the whole agreement is legally binding',
      financial_and_data_only: 'only the financial and information terms are legally binding',
      none: 'the agreement is not legally binding',
    },
    {
      ask: 'How much of the agreement is to be legally binding?',
      help: 'Where money moves it must at least be the financial terms.',
      example: 'whole',
      owner: 'legal',
      stage: 'draft',
      code: 'Code 7.1',
    },
  ),
  reorganisation_expected: yesNo('Reorganisation expected', {
    ask: 'Is any partner expected to be reorganised, merged or abolished during the term?',
    example: false,
    owner: 'legal',
    stage: 'draft',
  }),
  reorganisation: group(
    'Reorganisation',
    {
      vesting_date: date('Vesting date', {
        ask: 'On what date do the new bodies take over?',
        example: '2028-04-01',
      }),
      partners_affected: list(
        'Partners affected',
        ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
        {
          ask: 'Which partners are affected?',
        },
      ),
      plan: long('Plan for successors', {
        ask: 'What is planned for the successor bodies?',
        example:
          'The new unitary council takes over the Council’s seats, contributions and staff on the vesting date.',
      }),
    },
    { need: 'reorganisation', owner: 'legal', stage: 'sign_off' },
  ),
  priorities: list(
    'Council priorities served',
    text('Priority', {
      ask: 'Which council priority?',
      help: 'The id of a priority in data/council.yaml.',
      example: 'best-start',
    }),
    {
      ask: 'Which of the Council’s priorities does the partnership serve?',
      help: 'Ids of the priorities in data/council.yaml.',
      ...early,
      code: 'Code App 2; App 10',
    },
  ),
  place_partnership: group(
    'Place partnership tests',
    {
      brings_sectors_together: yesNo('Brings sectors together', {
        ask: 'Does it bring the public, private, community and voluntary sectors together?',
        example: true,
      }),
      non_statutory: yesNo('Neither statutory nor executive', {
        ask: 'Is it a body without statutory or executive powers of its own?',
        example: true,
      }),
      strategic_and_local: yesNo('Strategic yet local', {
        ask: 'Does it work at a strategic level, yet close enough to its communities for local decisions?',
        example: true,
      }),
      aligned_with_authority: yesNo('Boundaries match', {
        ask: 'Does its area match the boundaries of the authority?',
        example: true,
      }),
    },
    { ...early, need: 'place_partnership', code: 'Code App 1; R100' },
  ),
  amendments: list(
    'Amendments',
    group('Amendment', {
      reference: id('Reference', { ask: 'What is the reference of the amendment?', example: 'v2' }),
      date: date('Date', { ask: 'When does the amendment take effect?', example: '2027-04-01' }),
      reason: long('Reason', { ask: 'Why is the agreement amended?', example: 'A fifth hub opens.' }),
      asked_by: text('Asked for by', { ask: 'Who asked for it?', example: 'the Board' }),
      agreed_by: text('Agreed by', {
        ask: 'Who agreed to it?',
        example: 'all the Partners, on 3 March 2027',
      }),
      asked_on: date('Asked for on', {
        ask: 'On what date was the change asked for?',
        help: 'Approvals given before then were given to the older text.',
        example: '2027-01-11',
        need: 'optional',
      }),
      signed_on: date('Variation signed on', {
        ask: 'On what date was the deed or memorandum of variation signed?',
        help: 'Leave blank until it is.',
        example: '2027-03-20',
        need: 'optional',
      }),
    }),
    {
      ask: 'Which amendments have been made since the first version?',
      need: 'optional',
      stage: 'review',
      owner: 'legal',
      code: 'Code 7.5',
    },
  ),
  attachments,
}
