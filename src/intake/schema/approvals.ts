/** Section 16 of the intake: approvals, the advice sought and followed, the declaration and the Code's checklists. */
import { choice, date, group, int, list, long, ref, text, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'
import { decisionRecord } from './decision-record.ts'

const written = (whose: string, name: string, position: string, isPrivate = true) =>
  group(
    `Approval of ${whose}`,
    {
      name: text('Name', { ask: `Who approved for ${whose}?`, example: name }),
      position: text('Position', { ask: 'What is that person’s position?', example: position }),
      written: yesNo('In writing', { ask: 'Was the approval given in writing?', example: true }),
      date: date('Date', { ask: 'On what date?', example: '2026-03-05' }),
      ref: text('Reference', { ask: 'What is its reference?', example: 'LEG/2026/118' }),
      content_hash: text('Content hash of what was approved', {
        ask: 'What was the content hash of the agreement that was approved?',
        help: 'Sixteen characters that concordat pack prints and keeps in record.json. They say which text was approved: a pack is not ready while the approval of Legal, Finance or the director has none, and an approval lapses when the approved wording changes.',
        example: '4e5ad43be7f7e071',
        need: 'optional',
      }),
    },
    { isPrivate },
  )

const executive = (title: string) =>
  group(title, {
    needed: yesNo('Needed', {
      ask: 'Is the Executive’s approval needed under the constitution?',
      example: true,
    }),
    decided_by: text('Judged by', {
      ask: 'Who judged whether it is needed?',
      example: 'the Monitoring Officer',
      need: 'optional',
      isPrivate: true,
    }),
    ref: text('Reference', {
      ask: 'What is the reference of the decision?',
      example: 'CAB/2026/31',
      onlyIf: onlyIf('the approval is needed', 'needed', true),
    }),
    date: date('Date', {
      ask: 'On what date was it taken?',
      example: '2026-02-26',
      onlyIf: onlyIf('the approval is needed', 'needed', true),
    }),
  })

const approvals = group(
  'Approvals',
  {
    in_principle: group(
      'Approval in principle',
      {
        by: text('By', { ask: 'Who approved the partnership in principle?', example: 'Leon Farrant' }),
        role: text('Role', { ask: 'In what role?', example: 'Director of Children’s Services' }),
        date: date('Date', { ask: 'On what date?', example: '2025-11-18' }),
        ref: text('Reference', { ask: 'What is its reference?', example: 'DD/2025/77' }),
      },
      { stage: 'in_principle', code: 'Code 6.4' },
    ),
    legal: written('Legal', 'Marian Oyelaran', 'Principal Solicitor'),
    finance: written('Finance', 'Jonah Petrie', 'Finance Manager'),
    director: written('the director', 'Leon Farrant', 'Director of Children’s Services'),
    member: group(
      'Approval of the portfolio holder',
      {
        name: text('Name', {
          ask: 'Which councillor approved?',
          example: 'Councillor Anneka Brough',
          need: 'optional',
        }),
        position: text('Position', {
          ask: 'In which office?',
          example: 'Cabinet Member for Children',
          need: 'optional',
        }),
        date: date('Date', { ask: 'On what date?', example: '2026-03-06', need: 'optional' }),
        ref: text('Reference', { ask: 'What is its reference?', example: 'PH/2026/12', need: 'optional' }),
      },
      { isPrivate: true, code: 'Code 7.2; R039' },
    ),
    executive: executive('Approval of the Executive'),
    accountable_body: group(
      'Approvals of the role of accountable body',
      {
        finance: written('Finance', 'Jonah Petrie', 'Finance Manager'),
        legal: written('Legal', 'Marian Oyelaran', 'Principal Solicitor'),
        executive: executive('Approval of the Executive'),
      },
      { need: 'accountable_body', code: 'Code 9.7' },
    ),
    partners: list(
      'Approvals of the partners',
      group('Approval', {
        partner: ref('Partner', 'partners', { ask: 'Which partner?', example: 'family-voice' }),
        body: text('Body', { ask: 'Which of its bodies approved?', example: 'the trustees' }),
        date: date('Date', { ask: 'On what date?', example: '2026-02-24' }),
        ref: text('Reference', { ask: 'What is its reference?', example: 'minute 14', need: 'optional' }),
        approved_text: text('Text approved', {
          ask: 'Which text of the agreement was before it?',
          help: 'As the text called itself, with its date. The agreement recites no more than this.',
          example: 'the draft of 20 February 2026',
          need: 'optional',
        }),
      }),
      { ask: 'When did each partner approve the agreement?' },
    ),
  },
  { owner: 'director', stage: 'sign_off', code: 'Code 7.2; 7.6' },
)

const consultation = list(
  'Advice sought',
  group('Adviser', {
    row: choice(
      'Adviser',
      {
        portfolio_holder: 'Portfolio holder',
        legal: 'Legal',
        finance: 'Finance',
        procurement: 'Procurement and Legal',
        insurance_risk: 'Insurance and risk management',
        ict: 'ICT',
        hr: 'Human resources',
        performance_fit: 'Performance: strategic fit',
        performance_outcomes: 'Performance: measuring outcomes',
        information_governance: 'Information governance',
        equality: 'Equality',
        other: 'Other',
      },
      { ask: 'Which row of the checklist?', example: 'insurance_risk' },
    ),
    other: text('Other adviser', {
      ask: 'Which other adviser?',
      example: 'Estates',
      onlyIf: onlyIf('the row is "other"', 'row', 'other'),
    }),
    name: text('Name', { ask: 'Who gave the advice?', example: 'Gwilym Tordoff' }),
    position: text('Position', {
      ask: 'What is that person’s position?',
      example: 'Insurance and Risk Manager',
    }),
    date: date('Date', { ask: 'On what date?', example: '2026-02-04' }),
    advice: long('Advice', {
      ask: 'What was the advice?',
      example: 'Trustees’ indemnity cover should be confirmed before the start.',
    }),
    followed: choice(
      'Followed',
      { yes: 'followed', no: 'not followed', partly: 'followed in part', not_applicable: 'not applicable' },
      { ask: 'Was it followed?', example: 'yes' },
    ),
    shown_in_clause: text('Shown in', {
      ask: 'Which clause shows that it was followed?',
      help: 'The id of the clause, such as insurance.',
      example: 'insurance',
      onlyIf: onlyIf('the advice was followed', 'followed', 'yes', 'partly'),
    }),
    reason_if_not: long('Reason if not', {
      ask: 'Why was it not followed?',
      example: 'The cost was out of proportion.',
      onlyIf: onlyIf('the advice was not wholly followed', 'followed', 'no', 'partly'),
    }),
  }),
  {
    ask: 'What did each adviser say, and was it followed?',
    help: 'One item for each row of the sign-off checklist. A row left out prints as "Not consulted".',
    isPrivate: true,
    stage: 'sign_off',
    code: 'Code App 3',
  },
)

const checklist = (title: string, last: number, example: number) =>
  list(
    title,
    group('Question', {
      question: int(
        'Question',
        { min: 1, max: last },
        { ask: `Which question, from 1 to ${last}?`, example },
      ),
      comment: long('How it was considered', {
        ask: 'How was it considered?',
        help: 'Enough to show real consideration: a bare "yes" is not. Or not_applicable with the reason.',
        example: 'The partners agreed the plan at the workshop of 14 January 2026; notes are on file.',
      }),
      action: text('Action', {
        ask: 'What action follows?',
        example: 'the plan goes to the Board in May',
        need: 'optional',
      }),
      owner: text('By whom', { ask: 'Who acts?', example: 'Priya Ashworth', need: 'optional' }),
      due: date('By when', { ask: 'By when?', example: '2026-05-20', need: 'optional' }),
      evidence: text('Evidence', {
        ask: 'Where is the evidence?',
        example: 'workshop notes, file 3',
        need: 'optional',
      }),
    }),
    { ask: `How was each of the ${last} questions considered?` },
  )

const signedCopy = text('Signed copy', {
  ask: 'Where is the signed declaration kept?',
  help: 'A paper made by this program bears no signature; it says where the signed one is.',
  example: 'the sign-off file, folio 12',
  need: 'optional',
})

export const approvalsFields = {
  commitments_started_on: date('First commitment', {
    ask: 'On what date was anything first committed or changed?',
    help: 'Such as money spent or staff moved. Leave blank if nothing has been.',
    example: '2026-04-01',
    need: 'optional',
    stage: 'in_principle',
    isPrivate: true,
    code: 'Code 6.4',
  }),
  approvals,
  consultation,
  decision_record: decisionRecord,
  declaration: group(
    'Director’s declaration',
    {
      name: text('Name', { ask: 'Which director declares?', example: 'Leon Farrant', need: 'optional' }),
      position: text('Position', {
        ask: 'What is the director’s position?',
        example: 'Director of Children’s Services',
        need: 'optional',
      }),
      date: date('Date', { ask: 'On what date was it signed?', example: '2026-03-12', need: 'optional' }),
      signed_copy: signedCopy,
      others: list(
        'Other directors',
        group('Director', {
          name: text('Name', { ask: 'Which other director?', example: 'Amara Whitlock' }),
          position: text('Position', { ask: 'What is the position?', example: 'Director of Public Health' }),
          date: date('Date', { ask: 'On what date was it signed?', example: '2026-03-12', need: 'optional' }),
          signed_copy: signedCopy,
        }),
        { ask: 'Which other directors declare?', need: 'optional', code: 'Code App 3; R117' },
      ),
    },
    { owner: 'director', stage: 'sign_off', isPrivate: true, code: 'Code App 3; R116' },
  ),
  checklists: group(
    'Checklists',
    {
      planning: checklist('Objectives and planning', 12, 8),
      inclusivity: checklist('Inclusivity and communication', 6, 4),
      governance: checklist('Governance and accountability', 14, 11),
    },
    { isPrivate: true, stage: 'sign_off', code: 'Code App 2; R105 to R109' },
  ),
}
