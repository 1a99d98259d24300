/** Words in; the numbers, lengths of time and dates that they name, out. */

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

/** A pattern for one number, in figures or in words up to twenty or a score of tens. */
export const numberPattern = `(?:\\d{1,3}|${[...small.slice(1), 'twenty-four', 'thirty', 'thirty-six', 'forty', 'fifty', 'sixty'].reverse().join('|')})`

const tens: Readonly<Record<string, number>> = {
  'twenty-four': 24,
  thirty: 30,
  'thirty-six': 36,
  forty: 40,
  fifty: 50,
  sixty: 60,
}

/** `three` or `3` to 3; undefined for other words. */
export function readNumber(words: string): number | undefined {
  const said = words.toLowerCase()
  if (/^\d+$/.test(said)) return Number(said)
  const index = small.indexOf(said)
  return index >= 0 ? index : tens[said]
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Every full date in a text, such as `18 September 2026`, as ISO dates. */
export const datesIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${months.join('|')}),? (\\d{4})\\b`, 'gi')),
  ].map(
    ([, day, month, year]) =>
      `${year}-${String(months.indexOf(month!.toLowerCase()) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`,
  )
