/** A small agreement with something of everything, from a few answers: for tests that amend the same agreement many times. */
import type { Block, Document, Inline } from '../../src/document/nodes.ts'
import {
  bullets,
  clause,
  definition,
  documentOf,
  emphasis,
  execution,
  fact,
  gap,
  heading,
  p,
  party,
  recital,
  ref,
  schedule,
  strong,
  table,
  titled,
} from '../render/docx/builders.ts'

export interface Answers {
  readonly amount: string
  readonly host: string
  readonly hasGrant: boolean
  readonly rows: readonly string[]
  readonly wording: 0 | 1
}

export const first: Answers = {
  amount: '£12,500 a year',
  host: 'Harrowdale Borough Council',
  hasGrant: true,
  rows: ['north', 'south', 'west'],
  wording: 0,
}

const grant = (amount: Inline): readonly Block[] => [
  titled(
    'grant',
    'Grant and claw-back',
    clause(
      'grant.paid',
      2,
      p('The Funder pays ', amount, ' into the account that the Accountable Body names.'),
    ),
    clause(
      'grant.back',
      2,
      'Money that was not spent goes back to the Funder:',
      clause('grant.back.when', 3, 'within three months of the end of the year; and'),
      clause('grant.back.how', 3, 'by a transfer that names the programme and the year.'),
    ),
  ),
]

/** The agreement that some answers give. */
export function smallAgreement({ amount, host, hasGrant, rows, wording }: Answers): Document {
  const money = fact(amount, 'finance.amount')
  const named = fact(host, 'partners[host].legal_name')
  return documentOf([
    heading('Part A: Introduction'),
    heading('Parties', 2),
    party('parties.host', strong(named), ' of the Guildhall, Harrowdale.'),
    party('parties.trust', strong('Northvale Care Trust'), ' of Mill Lane, Northvale.'),
    heading('Background', 2),
    recital(
      'background.why',
      p('Families in the area told both partners that help comes too late and too often from too many.'),
    ),
    recital('background.what', p('The partners agreed to bring their early help together under one roof.')),
    titled(
      'definitions',
      'Definitions',
      clause(
        'definitions.list',
        2,
        'In this agreement the following words have the meanings beside them.',
        definition('definition.host', 'Host', p('the partner named in clause ', ref('money.host'))),
        definition(
          'definition.hub',
          'Hub',
          p('a building from which the Services are given, listed in ', ref('places')),
        ),
      ),
    ),
    titled(
      'money',
      'Money and the host',
      clause('money.host', 2, p(named, ' holds the money of the partnership and pays its bills.')),
      clause(
        'money.share',
        2,
        p(
          'Each partner pays ',
          money,
          ' by the end of ',
          emphasis('June'),
          ', against an invoice from the host.',
        ),
      ),
      clause(
        'money.rules',
        2,
        wording === 0 ? 'The host keeps to these rules:' : 'The host keeps strictly to the following rules:',
        clause('money.rules.account', 3, 'the money stands in an account of its own;'),
        clause(
          'money.rules.report',
          3,
          p('it reports to the Board under clause ', ref('board.meets'), ' each quarter; and'),
        ),
        clause(
          'money.rules.books',
          3,
          'its books are open to',
          clause('money.rules.books.auditors', 4, 'the auditors of each partner; and'),
          clause('money.rules.books.board', 4, 'any member of the Board who asks in writing.'),
        ),
        p('Nothing in these rules limits what the law asks of the host in any case.'),
      ),
    ),
    ...(hasGrant ? grant(money) : []),
    titled(
      'board',
      'The Board',
      clause('board.meets', 2, 'The Board meets once in each quarter and keeps minutes of what it decides.'),
      clause(
        'board.papers',
        2,
        'Papers for a meeting hold at least:',
        bullets(
          ['an account of the money spent since the last meeting'],
          ['the risks that changed, and what was done'],
        ),
      ),
      clause('board.chair', 2, p('The chair is ', gap('Who chairs the Board?', 'governance.chair'), '.')),
      clause(
        'board.seats',
        2,
        'The seats are held as follows.',
        table(
          'board.table',
          'Seats on the Board',
          [
            ['Area', 2],
            ['Seats', 2],
            ['Share', 1, 'right'],
          ],
          ...rows.map((row, n) => [`The ${row} of the borough`, `Two seats for ${row}`, `${10 + n} %`]),
        ),
      ),
    ),
    schedule(
      'places',
      'The hubs',
      'portrait',
      {
        ...titled('places.list', 'List of hubs'),
        children: [
          clause('places.open', 2, 'Each hub opens on five days a week, and on one evening.'),
          clause(
            'places.moves',
            2,
            p('A hub moves only after the Board agreed under ', ref('places.open'), '.'),
          ),
        ],
      },
      heading('Standards', 2),
      clause('places.clean', 1, 'Each hub is clean, warm, and open to people who use wheelchairs.'),
    ),
    heading('Signatures'),
    execution('sign.host', [`Signed for and on behalf of ${host}`], [['Signature'], ['Name']]),
  ])
}
