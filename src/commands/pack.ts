/** `concordat pack`: intake files in, the whole sign-off pack of each out: the agreement and the papers a director reads. */
import { join } from 'node:path'
import { contentHash } from '../document/content-hash.ts'
import type { Finding } from '../findings/finding.ts'
import { toJson } from '../findings/report-json.ts'
import { makePapers } from '../pack/paper.ts'
import { type Readiness, readinessOf } from '../pack/readiness.ts'
import { loadRasteriser } from '../render/diagram/rasterise.ts'
import { fitFirstPage } from '../render/docx/fit-page.ts'
import { renderDocx } from '../render/docx/index.ts'
import type { World } from '../world.ts'
import { makeAgreement } from './agreement.ts'
import { agreementFiles, memoryOf, remarkOnName } from './agreement-files.ts'
import { runBatch } from './batch/run-batch.ts'
import { lookAtEdited } from './edited-agreement.ts'
import { findAll, findByRules } from './find-all.ts'
import { makeScopeNote } from './outside-the-code.ts'
import { readAttachments } from './pack-attachments.ts'
import { packPdf, packPdfName } from './pack-pdf.ts'
import type { Loaded } from './settings.ts'
import { folderName, type Made, type ReadIntake, type WriteOptions, writingJob } from './write-documents.ts'

export interface PackOptions extends WriteOptions {
  /** Write nothing, and fail, unless the pack is ready to sign. */
  readonly requireReady?: boolean
  /** An agreement edited by hand, as a Word file, to be bound in place of the one generated. */
  readonly agreement?: string
}

/** Makes an intake's pack. Its papers name the day as at which they were made. */
export const packJob = writingJob<PackOptions>({
  madeBy: ({ asAt, agreement }) =>
    `pack as at ${asAt}${agreement === undefined ? '' : ' with an edited agreement'}`,
  asAtCounts: () => true,
  make: makePack,
})

/** Makes the pack of each intake and gives the exit code. */
export const pack = (world: World, files: readonly string[], options: PackOptions): Promise<number> =>
  runBatch(world, 'pack', packJob, files, { ...options, brief: true })

async function makePack(
  settings: Loaded,
  { file, text, answers, findings: read }: ReadIntake,
  options: PackOptions,
  world: World,
): Promise<Made> {
  world.passed?.('library and reading')
  const ruled = findByRules(settings, answers, options.asAt)
  world.passed?.('rules')
  const attachments = await readAttachments(world, answers)
  const attached = attachments.flatMap(a => a.findings)
  world.passed?.('attachments')
  const agreement = makeAgreement(settings, answers, options.asAt, ruled, [...read, ...attached])
  world.passed?.('agreement')
  const looked =
    options.agreement === undefined ? undefined : lookAtEdited(world, options.agreement, agreement, settings)
  const findings = [...findAll(answers, read, ruled, agreement), ...attached, ...(looked?.lapsed ?? [])]
  const readiness = readinessOf(findings)
  if (options.requireReady && !readiness.isReady)
    return { files: [], findings: [notReady(file, readiness)], record: {} }
  const folder = join(world.path(options.out), folderName(file, answers))
  const note = makeScopeNote(settings, answers, options.asAt, folder)
  if (note) return note
  const papers = makePapers({
    settings,
    answers,
    agreement,
    findings,
    asAt: options.asAt,
  })
  world.passed?.('papers')
  const rasterise = await loadRasteriser(
    papers.map(({ document }) => document),
    world,
  )
  const memory = memoryOf(agreement, settings, text)
  const paperFiles = once(() => {
    const files = papers.map(({ file: name, document, numbering, isOnePage }) => {
      const style = isOnePage ? fitFirstPage(document, numbering, settings.style) : settings.style
      return { name, bytes: renderDocx(document, numbering, style, undefined, rasterise) }
    })
    world.passed?.('papers in Word')
    return files
  })
  const bound = {
    agreement,
    papers: papers.filter(({ isForm }) => !isForm),
    attachments,
    readiness,
    text,
    ...(looked?.edited ? { editedFile: looked.edited } : {}),
  }
  // A pack without the agreement that was named would pass for one with it.
  const pdf =
    looked && !looked.edited
      ? { findings: looked.findings }
      : await packPdf(world, settings, bound, paperFiles)
  // Only now, when the process that laid the pages out has given its memory back.
  const agreementInWord = agreementFiles(agreement, settings, memory)
  world.passed?.('agreement in Word')
  return {
    files: [...agreementInWord, ...paperFiles(), ...(pdf.value ? [pdf.value] : [])],
    // An attachment that is missing is among the reasons why the pack is not ready.
    findings: [...attached.filter(f => f.severity !== 'error'), ...pdf.findings],
    marked: agreement.conflicts,
    also: [
      ...(attachments.length > 0 ? ['attachments'] : []),
      ...(looked ? ['an edited agreement'] : []),
      ...(pdf.value ? [] : ['no PDF']),
    ],
    record: {
      version: { model: memory.hash, label: agreement.document.properties.version },
      pack: {
        ready: readiness.isReady,
        findings: toJson(findings).counts,
        agreement: contentHash(agreement.document),
        model: memory.hash,
      },
      ...(pdf.value ? {} : { notMade: [packPdfName] }),
    },
    remark: [remarkOnName(agreement, settings) ?? [], verdict(readiness, contentHash(agreement.document))]
      .flat()
      .join('\n'),
  }
}

const verdict = ({ isReady, reasons }: Readiness, hash: string): string =>
  isReady
    ? `READY: nothing that signing waits for is wrong or missing. The content hash of the text is ${hash}.`
    : [
        'NOT READY to sign:',
        ...reasons.map(reason => `  - ${reason}`),
        'Where each stands and what to do about it: findings.docx.',
      ].join('\n')

/** Does the work when it is first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => {
    done ??= { value: work() }
    return done.value
  }
}

const notReady = (file: string, { reasons }: Readiness): Finding => ({
  code: 'PACK-01',
  severity: 'error',
  message: `${file} is not ready to sign, so nothing was written: ${reasons.join(' ')}`,
})
