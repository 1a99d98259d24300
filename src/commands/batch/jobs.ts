/** The commands that take many intakes, by name; each is loaded when it is first run. */
import type { Job } from './job.ts'

const jobs = {
  check: async () => (await import('../check.ts')).checkJob,
  draft: async () => (await import('../draft.ts')).draftJob,
} satisfies Record<string, () => Promise<Job<never>>>

export type JobName = keyof typeof jobs

/** The job of a command. Its options are those that the command was given, whatever they are. */
export const loadJob = async (name: JobName): Promise<Job> => (await jobs[name]()) as unknown as Job
