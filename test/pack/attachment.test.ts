/** Attachments come as others made them: what can be bound is, what cannot leaves a finding and a page, and nothing throws. */
import { PDFName } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { readAttachment } from '../../src/pack/binder/attachment.ts'
import { active, attached, form, letter, locked, xfa } from '../support/attachments.ts'

const codesOf = async (bytes?: Uint8Array) => {
  const { findings, pages, problem } = await readAttachment(attached('paper', bytes))
  return { said: findings.map(f => `${f.severity} ${f.code}`), pages, problem }
}

describe('an attachment', () => {
  test('that is sound is bound, with the note that its pages carry no tags', async () => {
    expect(await codesOf(await (await letter(3)).save())).toEqual({ said: ['note ATT-05'], pages: 3 })
  })

  test('that is not there stops the pack from being ready', async () => {
    expect(await codesOf()).toEqual({
      said: ['error ATT-01'],
      pages: 0,
      problem: 'paper.pdf cannot be bound: there is no such file.',
    })
  })

  test.each([
    ['an empty file', '', 'it is empty'],
    ['a text', 'Dear Director', 'it is not a PDF file'],
    ['a PDF of one line', '%PDF-1.7\n', 'it is damaged'],
  ])('that is %s is refused, and says so', async (_, text, why) => {
    const { said, problem } = await codesOf(new TextEncoder().encode(text))
    expect(said).toEqual(['error ATT-02'])
    expect(problem).toBe(`paper.pdf cannot be bound: ${why}.`)
  })

  test('that has no pages is refused, and says so', async () => {
    const { said, problem } = await codesOf(await (await letter(0)).save({ addDefaultPage: false }))
    expect(said).toEqual(['error ATT-02'])
    expect(problem).toContain('it has no pages')
  })

  test('that was cut off on the way is refused', async () => {
    const bytes = await (await letter(3)).save()
    expect((await codesOf(bytes.subarray(0, bytes.length / 2))).said).toEqual(['error ATT-02'])
  })

  test('that is locked is refused, and says so', async () => {
    const { said, problem } = await codesOf(await locked())
    expect(said).toEqual(['error ATT-03'])
    expect(problem).toContain('encrypted, or locked with a password')
  })

  test('with a form keeps its look and loses its fields', async () => {
    const { findings, pdf } = await readAttachment(attached('paper', await (await form()).save()))
    expect(findings.map(f => f.code)).toEqual(['ATT-04', 'ATT-05'])
    expect(pdf!.catalog.has(PDFName.of('AcroForm'))).toBe(false)
    expect(pdf!.getPage(0).node.Annots()?.size() ?? 0).toBe(0)
  })

  test('with a form that only some programs show says to look at it', async () => {
    expect((await codesOf(await (await xfa()).save())).said).toEqual(['warning ATT-06', 'note ATT-05'])
  })

  test('that acts by itself is bound without what acts', async () => {
    const { pdf } = await readAttachment(attached('paper', await (await active()).save()))
    const saved = Buffer.from(await pdf!.save({ useObjectStreams: false })).toString('latin1')
    expect(pdf!.getPage(0).node.has(PDFName.of('AA'))).toBe(false)
    expect(saved).not.toContain('/A <<')
  })

  test('with a field that is on none of its pages says to look at it', async () => {
    const document = await form()
    const text = Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1')
    const lost = Buffer.from(
      text.replace('/Annots', '/Nowhere').replace(/\/P \d+ 0 R/, '/P 999 0 R'),
      'latin1',
    )
    expect((await codesOf(lost)).said).toEqual(['warning ATT-06', 'note ATT-05'])
  })

  test('of any bytes at all never stops the program, nor makes it talk', async () => {
    const spoken = (['log', 'warn', 'error'] as const).map(how => vi.spyOn(console, how))
    const sound = await (await form()).save({ useObjectStreams: false })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        async changes => {
          const bytes = Uint8Array.from(sound)
          for (const [at, byte] of changes) bytes[at] = byte
          const { findings, pages, problem } = await readAttachment(attached('paper', bytes))
          expect(pages > 0).toBe(problem === undefined)
          expect(findings.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 60 },
    )
    for (const said of spoken) expect(said).not.toHaveBeenCalled()
  })
})
