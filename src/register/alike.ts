/** Two partnerships in, how far their partners and their aims are the same out: each from 0 to 1. */
import { type Entry, othersOf } from './entry.ts'

/** Words that say nothing of an aim. */
const empty = new Set(
  'about after all also and any are been being both but can each every for from get has have help how into its less local more most much near need new not one only other our out over own people same see some such than that the their them then there these they this those through two under until very want was were what when where which who will with within would year years'.split(
    ' ',
  ),
)

/** The telling words of a partnership's vision and objectives, without their endings. */
export function aimWords({ intake }: Entry): ReadonlySet<string> {
  const text = [intake.vision, ...(intake.objectives ?? []).map(o => o.text)].join(' ')
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{L}{3,}/gu)
  return new Set((words ?? []).filter(word => !empty.has(word)).map(stem))
}

const stem = (word: string): string => word.replace(/(?:ing|ies|ied|es|ed|s|e)$/, '').slice(0, 12) || word

/** A body by what does not change when its name is typed another way: its registered numbers, else the letters of its name. */
export const bodyKey = (partner: ReturnType<typeof othersOf>[number]): string => {
  const number = partner.registered_number ?? partner.charity_number
  if (number) return `number ${number.replace(/\W/g, '').toUpperCase()}`
  return `name ${(partner.legal_name ?? partner.short_name ?? partner.id ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\b(?:the|ltd|limited|of|and)\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')}`
}

export const partnerKeys = (entry: Entry): ReadonlySet<string> =>
  new Set(
    othersOf(entry)
      .map(bodyKey)
      .filter(key => key !== 'name '),
  )

/** How much two sets share: the size of what is in both over the size of what is in either. Nothing shares nothing. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const item of a) if (b.has(item)) both++
  return both === 0 ? 0 : both / (a.size + b.size - both)
}
