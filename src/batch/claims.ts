/** Folders that tasks want to write into: the earliest task in the list has each, whatever the order in which they ask. */
import type { Task } from './messages.ts'

interface Waiting {
  readonly task: Task
  readonly folder: string
  readonly answer: (takenBy: string | undefined) => void
}

export interface Claims {
  /** Asks for a folder; answers with the file of an earlier task that has it, or undefined when it is free. */
  readonly claim: (task: Task, folder: string) => Promise<string | undefined>
  /** A task will not ask any more. */
  readonly settle: (index: number) => void
}

/** Keeps the claims of one run. A task is answered once every task before it has asked or has ended. */
export function keepClaims(): Claims {
  const taken = new Map<string, Task>()
  const settled = new Set<number>()
  const waiting = new Map<number, Waiting>()
  let next = 0
  const answerInOrder = () => {
    for (; ; next++) {
      const asked = waiting.get(next)
      if (asked) {
        waiting.delete(next)
        const holder = taken.get(asked.folder)
        if (!holder) taken.set(asked.folder, asked.task)
        asked.answer(holder?.file)
      } else if (!settled.delete(next)) return
    }
  }
  return {
    claim: (task, folder) =>
      new Promise(answer => {
        // A task that is tried again has had its answer already.
        if (task.index < next) {
          const holder = taken.get(folder)
          answer(holder === undefined || holder.index === task.index ? undefined : holder.file)
          return
        }
        waiting.set(task.index, { task, folder, answer })
        answerInOrder()
      }),
    settle: index => {
      if (index >= next) settled.add(index)
      answerInOrder()
    },
  }
}
