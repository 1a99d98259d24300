/** A diagram in, its steps as numbered sentences out: what stands beside the picture for those who cannot see it. */
import type { Diagram, Step } from '../../document/nodes.ts'
import { InternalError } from '../../findings/finding.ts'

const kinds: Readonly<Record<Step['kind'], string>> = {
  start: 'Start: ',
  question: '',
  action: '',
  end: 'End: ',
}

/** What a screen reader says of the picture, in Word and in PDF. */
export const diagramAlt = ({ caption }: Diagram): string =>
  `${caption}. A diagram; the same steps follow in words.`

/** One line for each step, which says where each answer leads. */
export function diagramInWords({ id, steps }: Diagram): string[] {
  const places = new Map(steps.map((step, index) => [step.id, index + 1]))
  const placeOf = (to: string): number => {
    const place = places.get(to)
    if (place === undefined) throw new InternalError(`The diagram "${id}" has no step "${to}".`)
    return place
  }
  return steps.map(({ kind, text, next }, index) => {
    const ways = next.map(({ to, when }) =>
      when === undefined ? `go to step ${placeOf(to)}` : `${when}: go to step ${placeOf(to)}`,
    )
    const onward = ways.length > 0 ? ` ${ways.map(sentence).join(' ')}` : ''
    return `${index + 1}. ${kinds[kind]}${/[.?]$/.test(text) ? text : `${text}.`}${onward}`
  })
}

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`
