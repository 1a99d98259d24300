/**
 * What the agreement was generated as and what it is generated as now in; out, the newer one with the older wording wherever the
 * clause library has moved on, and a list of what could and could not be kept. Only answers that changed are carried.
 */
import type { Block, Definition, Document } from '../../document/nodes.ts'
import { numberDocument } from '../../document/number.ts'
import { allInlines } from '../../document/references.ts'
import { isSame } from '../../document/same-document.ts'
import { carryAnswers, type Turned, turnedBetween, turnedInPrint } from './carry-answers.ts'
import { definitionsIn, withDefinitions } from './definitions.ts'
import type { Choice, KeepRequest } from './keep-request.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** What became of one provision whose template moved, or of one definition whose words did. */
export interface Fate {
  /** Of a definition, its id. */
  readonly template: string
  readonly blocks: readonly Block[]
  /** What the newer version has, against the older: other words, a provision more, or one less. */
  readonly is: 'reworded' | 'gained' | 'lost'
  /** Whether the older state of it stays. */
  readonly isKept: boolean
  /** Why the new wording stands, or that the older answers were only known as they were printed. */
  readonly why?: string
}
export interface KeptWording {
  readonly document: Document
  readonly fates: readonly Fate[]
}

export const PRINTED = 'the older answers are known only as they were printed'
const turnedIn = ({ turned }: KeepRequest): string | undefined =>
  turned.length === 0
    ? undefined
    : `it has changed whether ${turned.slice(0, -1).join(', whether ')}${turned.length > 1 ? ' and whether ' : ''}${turned.at(-1)}`
const BOTH = 'its answers changed as well, in a way that only the older template could put into words'

/** Keeps the older wording. */
export function keepWording(request: KeepRequest): KeptWording {
  const segments = {
    base: segmentsOf(request.base.body),
    ours: segmentsOf(request.ours.body),
    reprinted: request.reprinted && segmentsOf(request.reprinted.body),
  }
  const inPrint = turnedInPrint(request.base.body, request.ours.body)
  const find = (all: readonly Segment[] | undefined, key: string) => all?.find(one => one.key === key)
  const forced = new Map<string, string>()
  for (;;) {
    const choices = new Map<string, Choice>()
    for (const { key, template } of [...segments.base, ...segments.ours]) {
      if (template === '' || choices.has(key) || !request.isMoved(template)) continue
      const [base, ours] = [find(segments.base, key), find(segments.ours, key)]
      const why = forced.get(key)
      choices.set(
        key,
        why === undefined
          ? choose(
              request,
              base,
              ours,
              segments.reprinted && (find(segments.reprinted, key) ?? null),
              inPrint,
            )
          : { use: 'ours', blocks: ours?.blocks ?? [], why },
      )
    }
    const defined = withDefinitions(
      inOrder(segments.base, segments.ours, choices),
      request,
      (before, after, reprinted) => chooseBoth(request, before, after, reprinted, inPrint),
      forced,
    )
    const document = { ...request.ours, body: defined.body }
    const all = new Map([...choices, ...defined.choices])
    const fault = faultIn(document, segments, all)
    if (!fault || forced.has(fault.key))
      return { document, fates: fatesOf(withTerms(request.base), withTerms(request.ours), all) }
    forced.set(fault.key, fault.why)
  }
}

function choose(
  request: KeepRequest,
  base: Segment | undefined,
  ours: Segment | undefined,
  /** `null` where the older answers leave it out. */
  reprinted: Segment | null | undefined,
  inPrint: Turned,
): Choice {
  const asOurs = (why?: string): Choice => ({ use: 'ours', blocks: ours?.blocks ?? [], ...(why && { why }) })
  const asBase = (why?: string): Choice => ({ use: 'base', blocks: base?.blocks ?? [], ...(why && { why }) })
  if (base && ours) return chooseBoth(request, base.blocks, ours.blocks, reprinted?.blocks, inPrint)
  const key = (base ?? ours)!.template
  if (reprinted !== undefined) {
    const isFromAnswers = base ? reprinted !== null : reprinted === null
    if (isFromAnswers) return asOurs()
    return asBase(base || request.wasKnown(key) ? turnedIn(request) : undefined)
  }
  if (base) return request.isKnown(key) ? asOurs(PRINTED) : asBase()
  return request.wasKnown(key) ? asOurs(PRINTED) : asBase()
}

/** A provision that stands in both versions. */
function chooseBoth(
  request: KeepRequest,
  base: readonly Block[],
  ours: readonly Block[],
  reprinted: readonly Block[] | undefined,
  inPrint: Turned,
): Choice {
  const here = reprinted && turnedBetween(reprinted, ours)
  const isLost = reprinted !== undefined && here === undefined
  const blocks = isLost
    ? undefined
    : carryAnswers(base, { ...(here && { here }), inPrint, isUnchanged: request.isUnchanged })
  if (!blocks) return { use: 'ours', blocks: ours, why: BOTH }
  const why = reprinted ? turnedIn(request) : PRINTED
  return { use: 'base', blocks, ...(why && { why }) }
}

/** The newer order; what only the older version has stands behind what it stood behind there. */
function inOrder(
  base: readonly Segment[],
  ours: readonly Segment[],
  choices: ReadonlyMap<string, Choice>,
): readonly Segment[] {
  const out: Segment[] = ours.flatMap(segment => {
    const choice = choices.get(segment.key)
    if (!choice) return [segment]
    return choice.blocks.length > 0 ? [{ ...segment, blocks: choice.blocks }] : []
  })
  const standing = new Set(out.map(({ key }) => key))
  for (const [at, segment] of base.entries()) {
    const choice = choices.get(segment.key)
    if (standing.has(segment.key) || choice?.use !== 'base' || choice.blocks.length === 0) continue
    const part = base.slice(0, at).findLast(one => one.blocks[0]!.type === 'heading')
    const isUnderPart = part && part.template === '' && segment.blocks[0]!.type === 'clause'
    const fresh = [
      ...(isUnderPart && !standing.has(part.key) ? [part] : []),
      { ...segment, blocks: choice.blocks },
    ]
    const before = base.slice(0, at).findLast(({ key }) => standing.has(key))
    const place = before ? out.findIndex(({ key }) => key === before.key) + 1 : 0
    out.splice(place, 0, ...fresh)
    for (const { key } of fresh) standing.add(key)
  }
  // A part of which nothing is left loses its heading too.
  return out.filter((segment, at) => {
    const isPart =
      segment.template === '' && segment.blocks.length === 1 && segment.blocks[0]!.type === 'heading'
    const hadClauses =
      ours[ours.findIndex(({ key }) => key === segment.key) + 1]?.blocks[0]?.type === 'clause'
    return !isPart || !hadClauses || out[at + 1]?.blocks[0]?.type === 'clause'
  })
}

/** A reference that leads nowhere, and the provision that must therefore stand as it is generated now. */
function faultIn(
  document: Document,
  segments: { readonly ours: readonly Segment[] },
  choices: ReadonlyMap<string, Choice>,
): { readonly key: string; readonly why: string } | undefined {
  const numbering = numberDocument(document)
  const brokenIn = (blocks: readonly Block[]) =>
    allInlines(blocks).find(one => one.type === 'crossReference' && !numbering.has(one.target))
  for (const segment of segmentsOf(document.body)) {
    const found = brokenIn(segment.blocks)
    if (found?.type !== 'crossReference') continue
    const why = 'otherwise a reference would lead nowhere'
    const older = definitionsIn(segment.blocks).find(one => brokenIn([one]) && !isFresh(one, segments.ours))
    if (older) return { key: older.id, why }
    if (choices.get(segment.key)?.use === 'base') return { key: segment.key, why }
    const holder = segments.ours.find(({ blocks }) =>
      JSON.stringify(blocks).includes(`"id":${JSON.stringify(found.target)}`),
    )
    return holder && { key: holder.key, why }
  }
  return undefined
}

/** Whether a definition stands so in today's version. */
const isFresh = (one: Definition, ours: readonly Segment[]): boolean =>
  ours.some(({ blocks }) => definitionsIn(blocks).some(other => other.id === one.id && isSame(other, one)))

/** The stretches of a body, and each of its definitions as a stretch of its own. */
const withTerms = ({ body }: Document): readonly Segment[] => [
  ...segmentsOf(body),
  ...definitionsIn(body).map(one => ({ key: one.id, template: one.id, blocks: [one] })),
]

const fatesOf = (
  base: readonly Segment[],
  ours: readonly Segment[],
  choices: ReadonlyMap<string, Choice>,
): readonly Fate[] =>
  [...choices].flatMap(([key, { use, why }]): readonly Fate[] => {
    const find = (all: readonly Segment[]) => all.find(one => one.key === key)
    const [old, now] = [find(base), find(ours)]
    if (old && now && isSame(old.blocks, now.blocks)) return []
    const is = old && now ? 'reworded' : old ? 'lost' : 'gained'
    return [{ template: key, blocks: (old ?? now)!.blocks, is, isKept: use === 'base', ...(why && { why }) }]
  })
