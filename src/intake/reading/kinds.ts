/** One reader for each kind of answer: takes the text as typed, gives the value the schema wants, or what is wrong. */
import { figures } from '../../figures.ts'
import type { Code } from '../../findings/codes.ts'
import { suggest } from '../../findings/suggest.ts'
import type { Field, Kind } from '../fields.ts'
import { readDate, shorten } from './dates.ts'

type KindReading =
  | { readonly value: string | number | boolean }
  | { readonly code: Code; readonly message: string; readonly hint: string }

type Reader = (typed: string, field: Field) => KindReading

const wrong = (message: string, hint: string, code: Code = 'ANS-02'): KindReading => ({ code, message, hint })

/** What a good answer of each kind looks like, for messages. */
export const wanted: Readonly<Record<Kind, string>> = {
  text: 'one line of text',
  long: 'text',
  int: 'a whole number',
  money: 'a sum of money',
  pct: 'a percentage',
  date: 'a date',
  yesNo: 'yes or no',
  choice: 'one of the choices',
  ref: 'an id',
  list: 'a list',
  group: 'a group of answers',
}

/** Names that a program could mistake for its own; no question may have one. */
export const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const digits = /^(?:\d{1,3}(?:,\d{3})+|\d+)$/
const plainNumber = (text: string): string => text.replaceAll(',', '')

function readInt(typed: string): KindReading {
  const text = typed.trim()
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  const bare = text.slice(sign.length)
  if (!digits.test(bare)) {
    const number = /^[\d,]+(?:\.\d+)?/.exec(bare)?.[0]
    if (number && digits.test(number) && /^\s*[a-z%]+$/i.test(bare.slice(number.length))) {
      return wrong(
        `'${shorten(typed)}' is not a number alone`,
        `Write ${plainNumber(number)} without the unit`,
      )
    }
    if (/^[\d,]*\.\d+$/.test(bare))
      return wrong(`'${shorten(typed)}' is not a whole number`, 'Write a number without a decimal point')
    return wrong(`'${shorten(typed)}' is not a whole number`, 'Write it in figures, such as 12 or 1,000')
  }
  const number = plainNumber(bare)
  if (/^0\d/.test(number)) {
    return wrong(
      `The number ${shorten(typed)} starts with a nought`,
      `Write ${number.replace(/^0+(?=\d)/, '')}`,
    )
  }
  const value = Number(number)
  if (!Number.isSafeInteger(value))
    return wrong('The number is too large', 'Write a smaller number', 'ANS-07')
  return { value: sign === '-' && value !== 0 ? -value : value }
}

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}

/** Pounds in figures, with the pence if there are any. */
function inFull(pounds: number): string {
  const all = Math.round(pounds * 100)
  const [whole, pence] = [figures(Math.trunc(all / 100)), all % 100]
  return pence === 0 ? whole : `${whole}.${String(pence).padStart(2, '0')}`
}

function readMoney(typed: string): KindReading {
  const text = typed.trim()
  if (/^-|^£\s*-|^\(.*\)$/.test(text)) {
    return wrong(
      `A sum of money cannot be below nought: '${shorten(typed)}'`,
      'Write the amount without a sign',
      'ANS-07',
    )
  }
  const bare = text.replace(/^£\s*|\s*(?:GBP|pounds?)$/gi, '')
  const scaled = /^([\d,]*\.?\d+)\s*(k|thousand|m|mn|million|bn|billion)$/i.exec(bare)
  if (scaled) {
    const amount = Number(plainNumber(scaled[1]!)) * scales[scaled[2]!.toLowerCase()]!
    return wrong(
      `'${shorten(typed)}' is not a sum written in full`,
      Number.isSafeInteger(Math.round(amount * 100))
        ? `Write ${inFull(amount)} if that is what you mean`
        : 'Write pounds in figures: 125000, 125,000.50 or £125,000',
    )
  }
  const parts = /^([\d,]+)(?:\.(\d+))?$/.exec(bare)
  if (!parts || !digits.test(parts[1]!)) {
    return wrong(
      `'${shorten(typed)}' is not a sum of money`,
      'Write pounds in figures: 125000, 125,000.50 or £125,000',
    )
  }
  if ((parts[2]?.length ?? 0) > 2)
    return wrong(`'${shorten(typed)}' has parts of a penny`, 'Write at most two decimals')
  const pounds = plainNumber(parts[1]!)
  if (/^0\d/.test(pounds)) {
    return wrong(`The sum ${shorten(typed)} starts with a nought`, `Write ${pounds.replace(/^0+(?=\d)/, '')}`)
  }
  const value = Number(pounds) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(value)
    ? { value }
    : wrong('The sum is too large', 'Write a smaller sum', 'ANS-07')
}

function readPct(typed: string): KindReading {
  const text = typed.trim().replace(/\s*(?:%|per ?cent)$/i, '')
  if (!/^\d+(?:\.\d+)?$/.test(text)) {
    return wrong(
      `'${shorten(typed)}' is not a percentage`,
      'Write a number from 0 to 100, such as 12.5 or 12.5%',
    )
  }
  if (/\.\d{3}/.test(text))
    return wrong(`'${shorten(typed)}' has more than two decimals`, 'Round it to two decimals')
  const value = Number(text)
  if (value <= 100) return { value }
  return wrong(
    `A percentage cannot be more than 100: '${shorten(typed)}'`,
    'Write a number from 0 to 100',
    'ANS-07',
  )
}

const affirmative = new Set(['yes', 'y', 'true', 'on'])
const negative = new Set(['no', 'n', 'false', 'off'])

function readYesNo(typed: string): KindReading {
  const word = typed.trim().toLowerCase()
  if (affirmative.has(word)) return { value: true }
  if (negative.has(word)) return { value: false }
  return wrong(
    `'${shorten(typed)}' is neither yes nor no`,
    'Write yes or no; leave it blank if it is not known yet',
  )
}

function readChoice(typed: string, field: Field): KindReading {
  const choices = field.choices ?? {}
  const text = typed.trim()
  if (Object.hasOwn(choices, text)) return { value: text }
  const values = Object.keys(choices)
  const label = values.find(value => choices[value]!.toLowerCase() === text.toLowerCase())
  const near = label ?? suggest(text, values) ?? nearLabel(text, choices)
  const listed =
    values.length <= 12
      ? `Choose from: ${values.join(', ')}`
      : `Choose from the ${values.length} in the intake guide`
  const message = `'${shorten(typed)}' is not one of the choices`
  return wrong(
    message,
    near ? `Did you mean ${near}? ${values.length <= 12 ? listed : ''}`.trim() : listed,
    'ANS-03',
  )
}

function nearLabel(text: string, choices: Readonly<Record<string, string>>): string | undefined {
  const label = suggest(text, Object.values(choices))
  return Object.keys(choices).find(value => choices[value] === label)
}

function readDateAnswer(typed: string): KindReading {
  const reading = readDate(typed.trim())
  return 'value' in reading ? reading : wrong(reading.message, reading.hint, 'ANS-04')
}

const readLong = (typed: string): KindReading => ({ value: typed.replace(/\n+$/, '') })
const readText = (typed: string): KindReading => ({
  value: typed.replace(/\n+$/, '').replace(/[ \t]*\n+[ \t]*/g, ' '),
})

const readers: Partial<Record<Kind, Reader>> = {
  int: readInt,
  money: readMoney,
  pct: readPct,
  date: readDateAnswer,
  yesNo: readYesNo,
  choice: readChoice,
  long: readLong,
  ref: typed => ({ value: typed.trim() }),
}

/** Reads the text of one answer as its field wants it. */
export const readKind = (field: Field, typed: string): KindReading =>
  (readers[field.kind] ?? readText)(typed, field)
