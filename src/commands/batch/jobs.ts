/** For workers: the commands that take many intakes, by name; each is loaded when it is first run. */
import type { Job, JobName } from './job.ts'

const jobs: Readonly<Record<JobName, () => Promise<unknown>>> = {
  check: async () => (await import('../check.ts')).checkJob,
  draft: async () => (await import('../draft.ts')).draftJob,
  amend: async () => (await import('../amend.ts')).amendJob,
  register: async () => (await import('../register-reading.ts')).registerJob,
  pack: async () => (await import('../pack.ts')).packJob,
}

/** The job of a command. The options that it is run with are those that the command was given. */
export const loadJob = async (name: JobName): Promise<Job> => (await jobs[name]()) as Job
