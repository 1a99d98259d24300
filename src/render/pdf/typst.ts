/** A template, its data and its fonts in; a tagged PDF (PDF/UA-1) out, with the places left for fields. Typst runs in a Node process of its own. */
import { spawn } from 'node:child_process'
import { InternalError } from '../../findings/finding.ts'
import { CHILD } from './typst-child.ts'

/** What the pages are made with. */
export interface Press {
  /** Where Typst is on this machine; undefined where it is not. */
  readonly typst: string | undefined
  /** The Typst template of the pages. */
  readonly template: string
  /** The Typst template of the page numbers on pages that others made. */
  readonly stamps: string
  /** The faces of the one family that the template names. */
  readonly fonts: readonly Uint8Array[]
}

/** A place that the template left for a field, in points from the top left corner of a page counted from 1. */
export interface FieldBox {
  readonly name: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Printed {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly boxes: readonly FieldBox[]
  /** The last page of each paper, counted from 1 over our own pages. */
  readonly ends: readonly number[]
}

/** Why no PDF can be made on this machine. */
export class NoPress extends Error {
  override name = 'NoPress'
}

interface Job {
  readonly typst: string | undefined
  readonly template: string
  readonly fonts: readonly Uint8Array[]
  /** What the template reads, as JSON. */
  readonly data: unknown
  /** An ISO date, so that the same data give the same bytes at any time. */
  readonly date: string
  /** Whether the pages are for readers, and so must be PDF/UA-1. */
  readonly tagged: boolean
  /** Called once the other process has the job, to do something else until its pages come. */
  readonly handed?: () => void
}

/** What the other process says in front of the file. */
type Answer =
  | ({ readonly is: 'printed' } & Omit<Printed, 'bytes'>)
  | { readonly is: 'absent' | 'failed'; readonly why: string }

/**
 * Sets pages. Layout needs more memory than the rest of the program, and gives little of it back; in a process of its own
 * it takes none from what follows, and a fault in the native library does not stop ours.
 */
export async function print({ typst, template, fonts, data, date, tagged, handed }: Job): Promise<Printed> {
  if (typst === undefined) throw new NoPress('it is not installed')
  const texts = [Buffer.from(template), Buffer.from(JSON.stringify(data))]
  const files = [...texts, ...fonts]
  const timestamp = Date.parse(date) / 1000
  const job = { typst, timestamp, tagged, lengths: files.map(file => file.length) }
  const said = await talk([Buffer.from(`${JSON.stringify(job)}\n`), ...files], handed)
  const end = said.indexOf('\n')
  if (end < 0) throw new NoPress('it stopped without an answer')
  const answer = JSON.parse(said.subarray(0, end).toString()) as Answer
  if (answer.is !== 'printed')
    throw answer.is === 'absent'
      ? new NoPress(answer.why)
      : new InternalError(`The pages could not be laid out: ${answer.why}`)
  const { pages, boxes, ends } = answer
  return { bytes: new Uint8Array(said.subarray(end + 1)), pages, boxes, ends }
}

/** Gives a job to the other process and takes all that it says. */
function talk(job: readonly Uint8Array[], handed = () => {}): Promise<Buffer> {
  // Where this is set, Node reads a machine's certificates before anything else. No page needs one.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', CHILD], {
      // One heap for all threads of Typst, given back as it is freed: a tenth less memory, on systems with glibc.
      env: { ...env, MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' },
      stdio: ['pipe', 'pipe', 'ignore'],
      // Ctrl-C is for us: in a run over many intakes the pack in hand is still finished.
      detached: process.platform !== 'win32',
    })
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => said.push(part))
    child.on('error', error => reject(new NoPress(error.message)))
    child.on('close', () => resolve(Buffer.concat(said)))
    // If the process ends before it has read its job, what it said tells why.
    child.stdin.on('error', () => {})
    for (const part of job) child.stdin.write(part)
    child.stdin.end(() => {
      try {
        handed()
      } catch (error) {
        child.kill()
        reject(error)
      }
    })
  })
}
