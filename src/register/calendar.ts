/**
 * The register in, an iCalendar file out (RFC 5545): whole days for reviews, ends of grants and ends of secondments. The
 * same partnership and event keep their UID for ever, so that a calendar replaces them and never doubles them.
 */
import { createHash } from 'node:crypto'
import { type Entry, nameOf, partnerName, referenceOf } from './entry.ts'
import { reviewsDue } from './sheets/reviews.ts'

interface Event {
  /** What it is, apart from its date and wording: it makes the UID. */
  readonly key: string
  readonly date: string
  readonly summary: string
  readonly about: string
}

/** Every event of the register, in the order of its entries. */
export function eventsOf(entry: Entry, asAt: string): readonly Event[] {
  const { intake } = entry
  const name = nameOf(entry)
  const seen = new Map<string, number>()
  const keyed = (key: string): string => {
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return nth === 1 ? key : `${key} ${nth}`
  }
  const grants = [intake.grant, ...(intake.grant?.other_grants ?? [])]
  return [
    ...reviewsDue(entry, asAt).map(({ key, what, due, by }) => ({
      key: keyed(`review ${key}`),
      date: due,
      summary: what === 'Partnership' ? `Review due: ${name}` : `Review due: ${what} (${name})`,
      about: by ? `By ${by}.` : '',
    })),
    ...grants.flatMap(grant =>
      grant?.end
        ? [
            {
              key: keyed(`grant ${grant.ref ?? grant.funder ?? ''}`),
              date: grant.end,
              summary: `Grant ends: ${name}`,
              about: [grant.funder, grant.ref].filter(Boolean).join(', '),
            },
          ]
        : [],
    ),
    ...(intake.secondments ?? []).flatMap(secondment =>
      secondment.end
        ? [
            {
              key: keyed(`secondment ${secondment.id ?? secondment.secondee_or_post ?? ''}`),
              date: secondment.end,
              summary: `Secondment ends: ${secondment.secondee_or_post ?? 'post'} (${name})`,
              about: `From ${partnerName(entry, secondment.from) ?? '?'} to ${partnerName(entry, secondment.to) ?? '?'}.`,
            },
          ]
        : [],
    ),
  ]
}

/** The calendar. Its stamp is the as-at date, so that the same intakes give the same file. */
export function toCalendar(entries: readonly Entry[], asAt: string, title: string): string {
  const stamp = `${asAt.replaceAll('-', '')}T000000Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concordat//Partnership register//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(title)}`,
    ...entries.flatMap(entry =>
      eventsOf(entry, asAt).flatMap(event => [
        'BEGIN:VEVENT',
        `UID:${uid(referenceOf(entry), event.key)}`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${event.date.replaceAll('-', '')}`,
        `DTEND;VALUE=DATE:${dayAfter(event.date).replaceAll('-', '')}`,
        `SUMMARY:${escaped(event.summary)}`,
        `DESCRIPTION:${escaped([event.about, `Register reference ${referenceOf(entry)}.`].filter(Boolean).join('\n'))}`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ]),
    ),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}

const uid = (reference: string, key: string): string =>
  `${createHash('sha256').update(`${reference}\n${key}`).digest('hex').slice(0, 32)}@concordat.invalid`

/** Whole days end on the day after, which is not part of them (RFC 5545 3.6.1). */
const dayAfter = (iso: string): string => new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10)

/** Text as a value (RFC 5545 3.3.11). Other control characters may not stand in it. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/** Lines of at most 75 octets, each after the first begun with a blank, never parting a character (RFC 5545 3.1). */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
