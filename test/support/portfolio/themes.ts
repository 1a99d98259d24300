/** What the partnerships of a portfolio are about: for each kind its directorate, its aims and what it does. */
import type { Intake } from '../../../src/intake/schema.ts'

export interface Theme {
  readonly topic: string
  readonly type: NonNullable<Intake['type']>
  readonly directorate: string
  readonly vision: string
  readonly aims: readonly string[]
  readonly service: string
  readonly clients: string
  readonly power: readonly [instrument: string, provision: string]
  readonly hasMoney: boolean
}

const theme = (
  topic: string,
  type: Theme['type'],
  directorate: string,
  vision: string,
  aims: readonly string[],
  service: string,
  clients: string,
  power: Theme['power'],
  hasMoney = true,
): Theme => ({ topic, type, directorate, vision, aims, service, clients, power, hasMoney })

const [children, adults, place, communities] = [
  'Children and Families',
  'Adults and Health',
  'Place and Environment',
  'Communities',
]
const general = ['localism-act-2011', 'section 1'] as const

export const themes: readonly Theme[] = [
  theme(
    'Family Hubs',
    'grant_programme',
    children,
    'Every family finds help near home and tells its story once.',
    ['More families get help before they reach crisis', 'More babies have a healthy start'],
    'open sessions on six days a week',
    'families with children under 19',
    ['children-act-2004', 'section 10'],
  ),
  theme(
    'Flood Forum',
    'formal_forum',
    place,
    'People in the valley know their risk of flooding and see those responsible act as one.',
    ['Every flood risk has one body answerable for it', 'Households at risk are ready for a flood'],
    'a plan of action for the valley each year',
    'residents in the mapped risk area',
    ['flood-and-water-management-act-2010', 'sections 9 and 13'],
    false,
  ),
  theme(
    'Food Network',
    'other',
    communities,
    'Nobody goes hungry and little good food is thrown away.',
    ['Surplus food reaches those who need it within a day', 'More people cook and grow'],
    'four community pantries',
    'residents on low incomes',
    general,
  ),
  theme(
    'Night Shelter',
    'grant_programme',
    communities,
    'Nobody sleeps outside on a cold night.',
    ['A bed is found for each person who asks', 'Fewer people come back within a year'],
    'twenty beds from November to March',
    'people without a home',
    general,
  ),
  theme(
    'Skills',
    'service_delivery',
    place,
    'Local people hold the skills that local employers want.',
    ['More adults gain a first qualification', 'Employers fill vacancies from nearby'],
    'evening courses in three colleges',
    'adults out of work',
    general,
  ),
  theme(
    'Nature Recovery',
    'place_partnership',
    place,
    'Wildlife comes back to the river and the moor.',
    ['Forty hectares of meadow are restored', 'The river reaches good status'],
    'tree planting and river works',
    'residents and visitors',
    general,
  ),
  theme(
    'Arts',
    'management_committee',
    communities,
    'Everyone can make and enjoy art close to home.',
    ['The theatre opens on two more evenings', 'Schools take part in a festival each year'],
    'a yearly festival',
    'residents of all ages',
    general,
  ),
  theme(
    'Safer Streets',
    'other',
    communities,
    'People feel safe on the streets by day and by night.',
    ['Fewer assaults in the evening economy', 'More people report what they see'],
    'joint patrols at weekends',
    'those who live, work and go out in the area',
    general,
  ),
  theme(
    'Carers',
    'service_delivery',
    adults,
    'Those who care for others are seen, heard and rested.',
    ['Each carer is offered a break', 'Young carers do as well at school as their friends'],
    'short breaks and a helpline',
    'unpaid carers',
    general,
  ),
  theme(
    'Heat and Homes',
    'other',
    place,
    'Homes are warm in winter and cheap to heat.',
    ['Six hundred homes are insulated', 'Fuel bills fall by a fifth'],
    'advice visits and grants for insulation',
    'householders on low incomes',
    general,
  ),
  theme(
    'Walking and Cycling',
    'place_partnership',
    place,
    'Short journeys are made on foot or by bicycle.',
    ['Each school has a safe route', 'Car journeys under two miles fall by a third'],
    'cycle training and route audits',
    'people who walk or cycle to school or work',
    general,
    false,
  ),
  theme(
    'Older People',
    'formal_forum',
    adults,
    'People grow old in the place they know, among people they know.',
    ['Fewer older people say that they are lonely', 'Falls at home become rarer'],
    'a newsletter and quarterly meetings',
    'people over 65',
    general,
    false,
  ),
  theme(
    'Advice',
    'grant_programme',
    communities,
    'Sound advice is free and close by.',
    ['Advice on debt is given within five days', 'More people claim what they are owed'],
    'advice sessions in libraries',
    'residents who need advice',
    general,
  ),
  theme(
    'Youth',
    'grant_programme',
    children,
    'Young people have somewhere to go, something to do and someone to talk to.',
    ['Each ward has a youth evening', 'Fewer young people are excluded from school'],
    'youth evenings and detached work',
    'people from 11 to 19',
    general,
  ),
]
