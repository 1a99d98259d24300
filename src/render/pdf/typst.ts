/** A template, its data and its fonts in; a tagged PDF (PDF/UA-1) out, with the places left for fields. Typst runs inside Node. */
import { InternalError } from '../../findings/finding.ts'

/** What the pages are made with. */
export interface Press {
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

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')

/** Loads Typst, which is a native library for each kind of machine. Throws `NoPress` where there is none. */
async function loadTypst(): Promise<Typst> {
  try {
    const module = await import('@myriaddreamin/typst-ts-node-compiler')
    return (module as { readonly default?: Typst }).default ?? module
  } catch (error) {
    throw new NoPress(error instanceof Error ? error.message.split('\n')[0] : String(error))
  }
}

interface Job {
  readonly template: string
  readonly fonts: readonly Uint8Array[]
  /** What the template reads, as JSON. */
  readonly data: unknown
  /** An ISO date, so that the same data give the same bytes at any time. */
  readonly date: string
  /** Whether the pages are for readers, and so must be PDF/UA-1. */
  readonly tagged: boolean
}

/** Sets pages. */
export async function print({ template, fonts, data, date, tagged }: Job): Promise<Printed> {
  const { NodeCompiler } = await loadTypst()
  const compiler = NodeCompiler.create({
    workspace: '/',
    fontArgs: [{ fontBlobs: fonts.map(font => Buffer.from(font)) }],
  })
  compiler.mapShadow('/pack.json', Buffer.from(JSON.stringify(data)))
  const { result, ...compiled } = outcome(compiler.compile({ mainFileContent: template }))
  if (!result) throw new InternalError(`The PDF's template failed: ${compiled.complaint}`)
  try {
    const bytes = compiler.pdf(result, {
      ...(tagged ? { pdfStandard: 'ua-1' } : { pdfTags: false }),
      creationTimestamp: Date.parse(date) / 1000,
    })
    const marks = (label: string): unknown => compiler.query(result, { selector: label, field: 'value' })
    return {
      bytes,
      pages: result.numOfPages,
      boxes: marks('<field>') as readonly FieldBox[],
      ends: marks('<end>') as readonly number[],
    }
  } catch (error) {
    throw new InternalError(
      `The pages could not be written as PDF: ${error instanceof Error ? error.message : error}`,
    )
  } finally {
    compiler.evictCache(0)
  }
}

const outcome = (compiled: ReturnType<InstanceType<Typst['NodeCompiler']>['compile']>) => ({
  result: compiled.result,
  complaint: compiled.result ? '' : JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics),
})
