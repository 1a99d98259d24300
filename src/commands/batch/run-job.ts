/** One intake done, whatever happens: a fault of the program over it is told as its own, and spoils no other. */
import type { Finding } from '../../findings/finding.ts'
import { toJson } from '../../findings/report-json.ts'
import { exits } from '../exits.ts'
import type { RuleSources } from '../rule-settings.ts'
import { describe } from '../speech.ts'
import { type BatchOptions, countBySeverity, type Desk, type Done, type Job } from './job.ts'

type FailedDesk = Pick<Desk<BatchOptions, RuleSources>, 'world' | 'settings' | 'options'>

/** Runs a job over a file. */
export async function runJob<O extends BatchOptions, S extends RuleSources>(
  job: Job<O, S>,
  desk: Desk<O, S>,
  file: string,
): Promise<Done> {
  try {
    return await job.run(desk, file)
  } catch (error) {
    if (!desk.isOneOfMany) throw error
    const stack = desk.world.env.CONCORDAT_DEBUG ? `\n${(error as Error).stack}` : ''
    return failed(desk, file, {
      code: 'RUN-01',
      severity: 'error',
      message: `Something went wrong inside Concordat over ${file}: ${(error as Error).message}${stack}`,
      hint: 'Please report it, with the intake if you can share it. The other intakes are not touched by it.',
    })
  }
}

/** An intake over which two workers died. */
export const diedOver = (desk: FailedDesk, file: string, why: string): Done =>
  failed(desk, file, {
    code: 'RUN-02',
    severity: 'error',
    message: `Two workers stopped over ${file} (${why}), so it was given up.`,
    hint: 'Run it alone to see more. Please report it, with the intake if you can share it.',
  })

function failed({ world, settings, options }: FailedDesk, file: string, finding: Finding): Done {
  return {
    file,
    result: 'nothing written',
    exit: exits.ourFault,
    out: '',
    err: describe(world, [finding], new Map(), settings.council),
    counts: countBySeverity([finding]),
    ...(options.json && { json: { intake: file, written: [], ...toJson([finding]) } }),
  }
}
