/** Two groups of section 1: whether the Code covers the arrangement, and the law that it stands on. */
import { choice, date, group, list, long, ref, text, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'

const early = { stage: 'in_principle' } as const

export const scope = group(
  'Scope',
  {
    independent_bodies: yesNo('Two or more independent bodies', {
      ask: 'Are two or more independent bodies or people working together?',
      help: 'Two departments of one council are not independent of each other.',
      example: true,
      code: 'Code 3.1',
    }),
    common_vision: yesNo('Common vision', {
      ask: 'Do they share a vision, with clear aims and objectives?',
      example: true,
      code: 'Code 3.1; 3.4',
    }),
    council_direct_control: yesNo('Direct control by the Council', {
      ask: 'Does the Council directly control its budget or its decisions?',
      help: 'Yes puts the arrangement outside the Code.',
      example: false,
      code: 'Code 3.3',
    }),
    informal_discussion_group: yesNo('Informal discussion group', {
      ask: 'Is it only an informal group for consultation or discussion?',
      help: 'Yes puts the arrangement outside the Code.',
      example: false,
      code: 'Code 3.3',
    }),
    outside_body_no_policy_function: yesNo('Outside body without a policy function', {
      ask: 'Is it only a seat on, or grant to, an outside body with no strategic or policy role?',
      help: 'Yes puts the arrangement outside the Code.',
      example: false,
      code: 'Code 3.3',
    }),
    commercial_profit: yesNo('Commercial and for profit', {
      ask: 'Is it a business carried on together for profit?',
      help: 'Yes puts the arrangement outside the Code: partnership law would apply.',
      example: false,
      code: 'Code 3.3',
    }),
    contractor_after_procurement: yesNo('Contractor working as a partner', {
      ask: 'Is it a contractor, already procured, working in a partnering way?',
      help: 'Parts of the Code may then not apply; the contract and the contract rules come first.',
      example: false,
      need: 'optional',
      code: 'Code 3.2; R019',
    }),
    override_reason: long('Reason for using the Code all the same', {
      ask: 'If an exclusion applies, why is a partnership agreement used all the same?',
      help: 'Counts only with the name of the legal officer who agreed and the date.',
      example: 'The forum has no policy role today but is to take on the area plan in 2027.',
      need: 'optional',
      code: 'Code 3.3',
    }),
    override_agreed_by: text('Legal officer who agreed', {
      ask: 'Which legal officer agreed to that?',
      example: 'Marian Oyelaran, Principal Solicitor',
      need: 'optional',
    }),
    override_date: date('Date agreed', {
      ask: 'When did Legal agree to that?',
      example: '2026-02-03',
      need: 'optional',
    }),
  },
  { ...early, code: 'Code 3.1 to 3.4' },
)

export const legalBasis = group(
  'Legal basis',
  {
    powers: list(
      'Powers relied on',
      group('Power', {
        instrument: text('Law', {
          ask: 'Which Act or regulations give the power?',
          help: 'The id of the law in data/law.yaml, such as localism-act-2011; or the word other.',
          example: 'localism-act-2011',
        }),
        other_instrument: text('Other law, by name', {
          ask: 'What is the law called, in full?',
          help: 'Only where the law is not in data/law.yaml.',
          example: 'Harrowdale Harbour Revision Order 1998',
          onlyIf: onlyIf('the law is "other"', 'instrument', 'other'),
        }),
        provision: text('Provision', { ask: 'Which section or regulation?', example: 'section 1' }),
        party: ref('Partner', 'partners', {
          ask: 'If not all the partners, which one relies on it?',
          example: 'council',
          need: 'optional',
        }),
      }),
      { ask: 'Which legal powers do the partners rely on?', owner: 'legal', code: 'Code App 1; R101' },
    ),
    legal_status: choice(
      'Legal status',
      {
        unincorporated_contractual: 'an unincorporated arrangement made by contract',
        joint_committee: 'a joint committee',
        company: 'a company',
        cio: 'a charitable incorporated organisation',
        llp: 'a limited liability partnership',
        other: 'an arrangement of another kind',
      },
      {
        ask: 'What is the partnership in law?',
        owner: 'legal',
        example: 'unincorporated_contractual',
        code: 'Code 8.5',
      },
    ),
    legal_status_other: text('Other legal status', {
      ask: 'What other kind of arrangement is it in law?',
      example: 'a community benefit society',
      owner: 'legal',
      onlyIf: onlyIf('the legal status is "other"', 'legal_status', 'other'),
    }),
    function_holder: list(
      'Who holds the functions, council by council',
      group('Holder of functions', {
        partner: ref('Council', 'partners', { ask: 'Which council?', example: 'council' }),
        holder: choice(
          'Holder',
          { council: 'the full council', executive: 'the executive' },
          { ask: 'Are the functions held by the full council or its executive?', example: 'executive' },
        ),
      }),
      {
        ask: 'For each council: does the full council or the executive hold the functions delegated?',
        help: 'It decides who may appoint to the joint committee and who may sit on it.',
        need: 'joint_committee',
        owner: 'legal',
      },
    ),
    personal_liability_explained: yesNo('Personal liability explained', {
      ask: 'Has each member of the body been told of their own responsibility and liability?',
      help: 'A management committee usually has no legal status of its own, so its members may answer for it themselves.',
      example: true,
      need: 'management_committee',
      owner: 'legal',
      code: 'Code App 1; R099',
    }),
  },
  early,
)
