/** A template, its data and its fonts in; a tagged PDF (PDF/UA-1) out, with the places left for fields. Typst runs inside Node. */
import { InternalError } from '../../findings/finding.ts'

/** What the pages are made with. */
export interface Press {
  /** The Typst template. */
  readonly template: string
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

/** Sets `data` with the template. `date` is an ISO date, so that the same data give the same bytes at any time. */
export async function print(press: Press, data: unknown, date: string): Promise<Printed> {
  const { NodeCompiler } = await loadTypst()
  const compiler = NodeCompiler.create({
    workspace: '/',
    fontArgs: [{ fontBlobs: press.fonts.map(font => Buffer.from(font)) }],
  })
  compiler.mapShadow('/pack.json', Buffer.from(JSON.stringify(data)))
  const result = compiler.compile({ mainFileContent: press.template })
  if (!result.result)
    throw new InternalError(`The PDF's template failed: ${complaint(result.takeDiagnostics())}`)
  try {
    const bytes = compiler.pdf(result.result, {
      pdfStandard: 'ua-1',
      creationTimestamp: Date.parse(date) / 1000,
    })
    const boxes = compiler.query(result.result, {
      selector: '<field>',
      field: 'value',
    }) as readonly FieldBox[]
    return { bytes, pages: result.result.numOfPages, boxes }
  } catch (error) {
    throw new InternalError(`The pages are not PDF/UA-1: ${error instanceof Error ? error.message : error}`)
  } finally {
    compiler.evictCache(0)
  }
}

const complaint = (diagnostics: { readonly shortDiagnostics: readonly unknown[] } | null): string =>
  JSON.stringify(diagnostics?.shortDiagnostics ?? 'no reason given')
