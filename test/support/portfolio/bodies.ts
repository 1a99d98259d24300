/** The made-up bodies and people of a portfolio: the host council, those who may be its partners, names of officers and councillors. */
import type { Intake } from '../../../src/intake/schema.ts'

type Partner = NonNullable<Intake['partners']>[number]

export interface Body {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly form: NonNullable<Partner['legal_form']>
  readonly sector: NonNullable<Partner['sector']>
  readonly address: string
  /** Small enough that one partnership might be most of its income. */
  readonly isSmall: boolean
  readonly isAssociation: boolean
  readonly companyNumber?: string
  readonly charityNumber?: string
}

export const host: Body = {
  id: 'council',
  name: 'Northvale Borough Council',
  short: 'Northvale Council',
  form: 'council',
  sector: 'public',
  address: 'Civic Hall, Market Place, Northvale NV1 1AA',
  isSmall: false,
  isAssociation: false,
}

export const areas = [
  'Eastfield',
  'Quarry Bank',
  'Osgarth',
  'Wendle Bridge',
  'Millrace',
  'Tannery Yard',
  'Chapel Row',
  'Staithe',
  'Harrowdale',
  'Aldermere',
  'Foxholt',
  'Lindley Moor',
  'Cragside',
  'Priory Fields',
  'Upper Wendle',
  'Thornley',
  'Saltgate',
  'Marfield',
  'Kettlebeck',
  'Hollin Edge',
  'Brackenby',
  'Ŵyn Valley',
  'St Aelred’s',
  'Coldharbour',
  'Ravensgill',
  'Netherby',
  'Oxclose',
  'Sandholme',
  'Whinmoor',
  'Ferry Lane',
  'Docklow',
  'Hesket',
  'Barrowby',
  'Cinder Hill',
  'Long Drove',
  'Mossley Green',
  'Northgate',
  'Pinfold',
  'Rookhope',
  'Underbank',
] as const

const charities = [
  'Hearth',
  'First Steps',
  'Open Door',
  'Good Neighbours',
  'Tall Oaks',
  'Lanterns',
  'Common Ground',
]
const companies = ['Kinfolk', 'Brightwork', 'Wayfinders', 'Greenlane', 'Stepping Stones']

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()

function body(name: string, short: string, more: Pick<Body, 'form' | 'sector'> & Partial<Body>): Body {
  const address = `${(name.length % 40) + 1} ${short} Road, Northvale NV${(name.length % 8) + 2} 2LD`
  return { id: slug(short), name, short, address, isSmall: false, isAssociation: false, ...more }
}

/** Everybody whom the council may work with. */
export const bodies: readonly Body[] = [
  ...areas.slice(0, 12).flatMap((area, i) => [
    body(`${charities[i % charities.length]} ${area}`, `${charities[i % charities.length]} ${area}`, {
      form: 'cio',
      sector: 'voluntary_community',
      isSmall: true,
      charityNumber: String(9_900_100 + i),
    }),
    body(`${companies[i % companies.length]} ${area} Limited`, `${companies[i % companies.length]} ${area}`, {
      form: 'company_limited_by_guarantee',
      sector: 'voluntary_community',
      isSmall: i % 2 === 0,
      companyNumber: String(99_000_400 + i),
    }),
    body(`${area} Parish Council`, `${area} Parish`, { form: 'council', sector: 'public' }),
  ]),
  ...areas.slice(12, 22).map(area =>
    body(`${area} Residents’ & Tenants’ Association`, `${area} Residents`, {
      form: 'unincorporated_association',
      sector: 'voluntary_community',
      isSmall: true,
      isAssociation: true,
    }),
  ),
  ...['Aldermere', 'Harrowdale', 'Wendle'].flatMap(area => [
    body(`${area} Community Health NHS Foundation Trust`, `${area} Health`, {
      form: 'nhs_ft',
      sector: 'public',
    }),
    body(`NHS ${area} Integrated Care Board`, `${area} ICB`, { form: 'icb', sector: 'public' }),
    body(`University of ${area}`, `${area} University`, { form: 'university_or_college', sector: 'public' }),
    body(`${area} Homes Limited`, `${area} Homes`, {
      form: 'company_limited_by_shares',
      sector: 'private',
      companyNumber: String(99_100_000 + area.length),
    }),
  ]),
  body('Chief Constable of Northvale', 'Northvale Police', { form: 'chief_constable', sector: 'public' }),
  body('Northvale Fire and Rescue Authority', 'Northvale Fire', { form: 'fire_authority', sector: 'public' }),
]

const firstNames = [
  'Ruth',
  'Callum',
  'Priyanka',
  'Owen',
  'Delia',
  'Tomasz',
  'Adaeze',
  'Kwame',
  'Lorna',
  'Zainab',
  'Piers',
  'Nerys',
  'Idris',
  'Siân',
  'Hugh',
  'Imogen',
]
const lastNames = [
  'Adeyemi',
  'Strathdee',
  'Dole',
  'Tarrant',
  'Marchbanks',
  'Wren',
  'Thornbury',
  'Lindley',
  'Quayle',
  'Trevor',
  'Adeola',
  'Hallam',
  'Vane',
  'O’Dowd',
  'Penrose-Diaz',
  'Starke',
]

/** The nth of many names; near numbers share neither part. */
export const personName = (n: number): string =>
  `${firstNames[(n * 7) % firstNames.length]} ${lastNames[(n * 5 + Math.floor(n / 16)) % lastNames.length]}`
