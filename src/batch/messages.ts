/** What the main thread and its workers say to each other. Plain data, copied on the way. */

/** A piece of work, by its place in the list. */
export interface Task {
  readonly index: number
  readonly file: string
}

export type ToWorker =
  | { readonly say: 'do'; readonly task: Task }
  | { readonly say: 'claimed'; readonly by: string | undefined }

export type FromWorker =
  /** The worker is ready for its first task. */
  | { readonly say: 'ready' }
  /** May the task that is under way write into this folder? */
  | { readonly say: 'claim'; readonly index: number; readonly folder: string }
  | { readonly say: 'done'; readonly index: number; readonly result: unknown }
