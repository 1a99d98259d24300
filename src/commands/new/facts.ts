/** Asks what an officer always knows about a partnership: somebody who asks in, the answers out as part of an intake. */
import type { Field } from '../../intake/fields.ts'
import { isPrintable } from '../../intake/reading/characters.ts'
import { readKind } from '../../intake/reading/kinds.ts'
import { isUnknown } from '../../intake/reading/states.ts'
import { fieldAt, type Intake } from '../../intake/schema.ts'

/** Puts one question to a person. Blank, or undefined, is "not known yet". Rejects with `Interrupted` on Ctrl-C. */
export interface Asker {
  readonly text: (
    question: string,
    options: { readonly example?: string; readonly fault: (typed: string) => string | undefined },
  ) => Promise<string>
  readonly choose: (
    question: string,
    choices: Readonly<Record<string, string>>,
    help?: string,
  ) => Promise<string | undefined>
}

/** The person pressed Ctrl-C: nothing is to be written. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}

const yesOrNo = { yes: 'Yes', no: 'No' } as const

/** Asks, and leaves out what is not known or what an answer before it makes needless. */
export async function askFacts(asker: Asker, type?: Intake['type']): Promise<Intake> {
  const ask = (path: string) => askField(asker, path)
  const name = await ask('name')
  const reference = await ask('reference')
  const directorate = await ask('directorate')
  const lead = {
    name: await ask('lead_officer.name'),
    position: await ask('lead_officer.position'),
    email: await ask('lead_officer.email'),
  }
  const kind = type ?? (await ask('type'))
  const status = await ask('status')
  const partners = await askPartners(asker)
  const money = await askMoney(asker, kind)
  const shares = await ask('info.shares_information')
  const info = {
    shares_information: shares,
    personal_data: shares ? await ask('info.personal_data') : undefined,
  }
  const employment = { partnership_staff: await ask('employment.partnership_staff') }
  const isSeconded = await asker.choose('Is anyone seconded from one partner to another?', yesOrNo)
  const term = { kind: await ask('term.kind'), start: await ask('term.start') }
  const clients = {
    children: await ask('clients.children'),
    adults_at_risk: await ask('clients.adults_at_risk'),
  }
  return known({
    name,
    reference,
    directorate,
    lead_officer: known(lead),
    type: kind,
    status,
    partners,
    ...money,
    info: known(info),
    employment: known(employment),
    // One secondment without answers says that there are some; an empty list, that there are none.
    secondments: isSeconded === undefined ? undefined : isSeconded === 'yes' ? [{}] : [],
    term: known(term),
    clients: known(clients),
  }) as Intake
}

/** Leaves out what is not known. Undefined when nothing is. */
function known(answers: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const given = Object.entries(answers).filter(([, value]) => value !== undefined)
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

async function askField(asker: Asker, path: string, question?: string): Promise<unknown> {
  const { field } = fieldAt(path)!
  const words = question ?? field.ask ?? field.title
  if (field.kind === 'choice') return asker.choose(words, field.choices ?? {}, field.help)
  if (field.kind === 'yesNo') {
    const answer = await asker.choose(words, yesOrNo, field.help)
    return answer === undefined ? undefined : answer === 'yes'
  }
  const typed = await asker.text(words, {
    example: String(field.example),
    fault: text => faultIn(field, text),
  })
  const reading = isBlank(typed) ? undefined : readKind(field, typed.trim())
  return reading && 'value' in reading ? reading.value : undefined
}

/** Blank, or words such as "to be confirmed". */
const isBlank = (typed: string): boolean =>
  typed.trim() === '' ||
  isUnknown({ type: 'scalar', text: typed, style: 'plain', span: { start: 0, end: 0 } })

function faultIn(field: Field, typed: string): string | undefined {
  if (isBlank(typed)) return undefined
  if (!isPrintable(typed))
    return 'This holds a character that cannot be printed. Type it again, without pasting.'
  const reading = readKind(field, typed.trim())
  return 'value' in reading ? undefined : `${reading.message}. ${reading.hint}.`
}

async function askMoney(asker: Asker, type: unknown): Promise<Record<string, unknown>> {
  if (type !== 'grant_programme' && type !== 'section_75') {
    const moves = await askField(asker, 'finance.has_finance')
    if (!moves) return { finance: known({ has_finance: moves }) }
  }
  const isGrant = type === 'grant_programme' || (await askField(asker, 'finance.grant_funded'))
  const required = isGrant ? await askField(asker, 'grant.accountable_body_required') : undefined
  return {
    finance: known({ has_finance: true, grant_funded: isGrant }),
    grant: known({ accountable_body_required: required }),
  }
}

async function askPartners(asker: Asker): Promise<Record<string, unknown>[] | undefined> {
  const partners: Record<string, unknown>[] = []
  const ids = new Set(['council'])
  for (;;) {
    const question =
      partners.length === 0
        ? 'What is the exact legal name of the first partner besides the Council? (Blank: not known yet)'
        : 'And of the next partner? (Blank: that is all)'
    const name = await askField(asker, 'partners[].legal_name', question)
    if (typeof name !== 'string') return partners.length > 0 ? partners : undefined
    const id = newId(name, ids)
    ids.add(id)
    const form = await askField(asker, 'partners[].legal_form', `What kind of legal body is ${name}?`)
    partners.push({
      id,
      legal_name: name,
      ...(form !== undefined && { legal_form: form }),
      is_host_council: false,
    })
  }
}

/** An id from the first words of a name: `family-voice` for Family Voice Harrowdale CIO. */
function newId(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '' && word !== 'the' && word.length <= 30)
  const lead = words.slice(0, 2).join('-') || 'partner'
  for (let count = 1; ; count++) {
    const id = count === 1 ? lead : `${lead}-${count}`
    if (!taken.has(id)) return id
  }
}
