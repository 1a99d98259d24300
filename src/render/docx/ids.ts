/** Names and numbers that Word wants for blocks, made from the blocks' own ids so that they never change. */
import { digestOf } from '../../document/bookmarks.ts'
import { clip } from './text.ts'

/** Word's limit for a content control's tag and title. */
const TAG_LIMIT = 64

/** The tag of a clause's content control. */
export function controlTag(id: string): string {
  const tag = `clause:${id}`
  return tag.length <= TAG_LIMIT ? tag : `${clip(tag, TAG_LIMIT - 11)}-${digestOf(id).slice(0, 10)}`
}

/** The title Word shows on a content control. */
export const controlTitle = (title: string): string => clip(title, TAG_LIMIT)

/** A positive 31-bit number from a key, for content controls and list definitions. */
export const numberFrom = (key: string): number =>
  Number.parseInt(digestOf(key).slice(0, 8), 16) & 0x7fffffff || 1

/** What must be unique within one document. Made afresh for each, so nothing leaks from one document to the next. */
export interface Allocator {
  /** The next number of a picture. */
  picture(): number
  /** The next comment number. */
  comment(): number
  /** The next number of a tracked change. */
  revision(): number
  /** The number of the content control for a key, moved on if another already has it. */
  control(key: string): number
}

/** Starts the counters of one document. */
export function createAllocator(): Allocator {
  let pictures = 0
  let comments = 0
  let revisions = 0
  const controls = new Set<number>()
  return {
    picture: () => ++pictures,
    comment: () => comments++,
    // Far from the bookmarks' numbers, since some programs count both in one series.
    revision: () => 1_000_000 + ++revisions,
    control: key => {
      let id = numberFrom(key)
      while (controls.has(id)) id = (id % 0x7fffffff) + 1
      controls.add(id)
      return id
    },
  }
}
