import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readRecord, sha256 } from '../../src/output/record.ts'
import { verifyFolder } from '../../src/output/verify-folder.ts'
import { writeSet } from '../../src/output/write-set.ts'

const root = mkdtempSync(join(tmpdir(), 'concordat-output-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let out: string
let folder: string
beforeEach(() => {
  out = mkdtempSync(join(root, 'out-'))
  folder = join(out, 'fh-1')
})

const bytes = (text: string) => new TextEncoder().encode(text)
const record = (reference = 'FH-1') => ({
  format: 1 as const,
  program: 'Concordat test',
  reference,
  intake: { file: 'hubs.yaml', sha256: sha256('') },
  templates: sha256(''),
})
const write = (files: Readonly<Record<string, string>>, reference?: string) =>
  writeSet(
    out,
    'fh-1',
    Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) })),
    record(reference),
  )
const codesOf = (outcome: ReturnType<typeof write>) => outcome.findings.map(f => f.code)
const howOf = (outcome: ReturnType<typeof write>) =>
  outcome.value?.map(w => [w.path.slice(folder.length + 1), w.how])
const on = (name: string) => readFileSync(join(folder, name), 'utf8')
const names = () => readdirSync(folder).sort()
const agreement = 'agreement.docx'

describe('a set of files', () => {
  test('is written with a record of its hashes, and nothing else is left behind', () => {
    expect(howOf(write({ [agreement]: 'one', 'risks.docx': 'two' }))).toEqual([
      [agreement, 'written'],
      ['risks.docx', 'written'],
    ])
    expect(names()).toEqual([agreement, 'record.json', 'risks.docx'])
    expect(readRecord(folder)?.files).toEqual({ [agreement]: sha256('one'), 'risks.docx': sha256('two') })
  })

  test('that is the same as before is left as it is, and one that changed is replaced', () => {
    write({ [agreement]: 'one' })
    expect(howOf(write({ [agreement]: 'one' }))).toEqual([[agreement, 'unchanged']])
    expect(howOf(write({ [agreement]: 'two' }))).toEqual([[agreement, 'written']])
    expect(on(agreement)).toBe('two')
  })

  test('no longer holds an old file that a run could not make anew, once it was deleted as was asked', () => {
    write({ [agreement]: 'one', 'pack.pdf': 'one' })
    const set = [{ name: agreement, bytes: bytes('two') }]
    const second = writeSet(out, 'fh-1', set, { ...record(), notMade: ['pack.pdf'] })
    expect(codesOf(second)).toEqual(['OUT-07'])
    expect(verifyFolder(folder)?.record.stale).toEqual(['pack.pdf'])
    rmSync(join(folder, 'pack.pdf'))
    expect(verifyFolder(folder)?.files).toEqual([{ name: agreement, state: 'untouched' }])
    write({ [agreement]: 'three' })
    expect(readRecord(folder)).toMatchObject({ files: { [agreement]: sha256('three') } })
    expect(JSON.stringify(readRecord(folder))).not.toContain('pack.pdf')
  })

  test.each(['', '[{"name":"agree', '\0\0\0'])('is written where a journal was spoilt: %j', spoilt => {
    write({ [agreement]: 'one' })
    writeFileSync(join(folder, '.concordat-journal.json'), spoilt)
    mkdirSync(join(folder, '.concordat-staging'))
    writeFileSync(join(folder, '.concordat-staging', agreement), 'half')
    expect(howOf(write({ [agreement]: 'two' }))).toEqual([[agreement, 'written']])
    expect(on(agreement)).toBe('two')
    expect(names()).toEqual([agreement, 'record.json'])
  })

  test('does not go into the folder of another partnership', () => {
    write({ [agreement]: 'one' }, 'FH-1')
    expect(codesOf(write({ [agreement]: 'two' }, 'fh 1'))).toEqual(['OUT-05'])
    expect(on(agreement)).toBe('one')
    expect(names()).toEqual([agreement, 'record.json'])
  })
})

describe('a file that somebody edited', () => {
  test('keeps its bytes; the new one goes beside it, and further runs do not pile up copies', () => {
    write({ [agreement]: 'one' })
    writeFileSync(join(folder, agreement), 'edited by hand')
    const second = write({ [agreement]: 'two' })
    expect(howOf(second)).toEqual([['agreement (new).docx', 'kept']])
    expect(codesOf(second)).toEqual(['OUT-02'])
    write({ [agreement]: 'three' })
    expect(names()).toEqual(['agreement (new).docx', agreement, 'record.json'])
    expect(on(agreement)).toBe('edited by hand')
    expect(on('agreement (new).docx')).toBe('three')
  })

  test('is safe under its second name too', () => {
    write({ [agreement]: 'one' })
    writeFileSync(join(folder, agreement), 'edited')
    write({ [agreement]: 'two' })
    writeFileSync(join(folder, 'agreement (new).docx'), 'edited as well')
    expect(howOf(write({ [agreement]: 'three' }))).toEqual([['agreement (new 2).docx', 'kept']])
    expect(howOf(write({ [agreement]: 'four' }))).toEqual([['agreement (new 2).docx', 'kept']])
    expect(on(agreement)).toBe('edited')
    expect(on('agreement (new).docx')).toBe('edited as well')
    expect(on('agreement (new 2).docx')).toBe('four')
  })

  test('may be replaced once it is put back as we wrote it, or the new one is moved over it', () => {
    write({ [agreement]: 'one' })
    writeFileSync(join(folder, agreement), 'edited')
    write({ [agreement]: 'two' })
    writeFileSync(join(folder, agreement), 'two')
    rmSync(join(folder, 'agreement (new).docx'))
    expect(howOf(write({ [agreement]: 'three' }))).toEqual([[agreement, 'written']])
  })

  test('counts as edited when it was there before us, or when the record is lost or spoilt', () => {
    mkdirSync(folder)
    writeFileSync(join(folder, agreement), 'somebody’s own')
    expect(codesOf(write({ [agreement]: 'one' }))).toEqual(['OUT-02'])
    writeFileSync(join(folder, 'record.json'), '{"format": 1,')
    expect(codesOf(write({ [agreement]: 'two' }))).toEqual(['OUT-02'])
    expect(on(agreement)).toBe('somebody’s own')
  })

  test('is said to be edited only where a record shows it', () => {
    write({ [agreement]: 'one' })
    rmSync(join(folder, 'record.json'))
    const told = () => write({ [agreement]: 'two' }).findings[0]?.message
    expect(told()).toMatch(/nobody can tell whether it was edited/)
    expect(told(), 'nor does the record of the run between know of it').toMatch(/nobody can tell/)
    rmSync(folder, { recursive: true })
    write({ [agreement]: 'one' })
    writeFileSync(join(folder, agreement), 'edited by hand')
    expect(told()).toMatch(/was edited since it was written/)
  })

  test.each(['~$reement.docx', '.~lock.agreement.docx#'])(
    'is not replaced while %s says that it is open',
    marker => {
      write({ [agreement]: 'one' })
      writeFileSync(join(folder, marker), '')
      const second = write({ [agreement]: 'two' })
      expect(codesOf(second)).toEqual(['OUT-03'])
      expect(second.findings[0]?.hint).toContain(marker)
      expect(on(agreement)).toBe('one')
      rmSync(join(folder, marker))
      expect(howOf(write({ [agreement]: 'three' }))).toEqual([[agreement, 'written']])
    },
  )

  test.skipIf(process.getuid?.() === 0)('is not replaced when it is write-protected', () => {
    write({ [agreement]: 'one' })
    chmodSync(join(folder, agreement), 0o444)
    expect(codesOf(write({ [agreement]: 'two' }))).toEqual(['OUT-03'])
    expect(on(agreement)).toBe('one')
  })
})

describe('a place that cannot be written', () => {
  const refused = (outcome: ReturnType<typeof write>, why: RegExp) => {
    expect(outcome.value).toBeUndefined()
    expect(outcome.findings).toMatchObject([{ code: 'OUT-01', severity: 'error' }])
    expect(outcome.findings[0]?.message).toMatch(why)
  }

  test('because a file stands where the folder should be', () => {
    writeFileSync(folder, 'a file')
    refused(write({ [agreement]: 'one' }), /a file stands where the folder should be/)
    out = folder
    refused(write({ [agreement]: 'one' }), /part of the path is a file/)
  })

  test('because a folder stands where the file should be; the rest of the set is not written either', () => {
    mkdirSync(join(folder, agreement), { recursive: true })
    refused(write({ 'first.docx': 'one', [agreement]: 'two' }), /a folder stands where a file should be/)
    expect(names()).toEqual([agreement])
  })

  test('because it is a link that leads outside', () => {
    const elsewhere = mkdtempSync(join(root, 'elsewhere-'))
    symlinkSync(elsewhere, folder)
    refused(write({ [agreement]: 'one' }), /leads outside/)
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('because it is a link to nowhere, or to itself', () => {
    symlinkSync(join(root, 'nowhere', 'at', 'all'), folder)
    refused(write({ [agreement]: 'one' }), /cannot be written/)
    rmSync(folder)
    symlinkSync(folder, folder)
    refused(write({ [agreement]: 'one' }), /cannot be written/)
  })

  test.skipIf(process.getuid?.() === 0)('because it is read-only', () => {
    chmodSync(out, 0o555)
    refused(write({ [agreement]: 'one' }), /you may not write here/)
  })

  test('because the system has no such place', () => {
    const outcome = writeSet('/proc/concordat', 'fh-1', [], record())
    expect(outcome.findings).toMatchObject([{ code: 'OUT-01' }])
  })

  test('follows no link at a file’s own place: the link is edited by definition, and what it leads to stays', () => {
    const elsewhere = join(mkdtempSync(join(root, 'elsewhere-')), 'theirs.docx')
    writeFileSync(elsewhere, 'theirs')
    mkdirSync(folder)
    symlinkSync(elsewhere, join(folder, agreement))
    expect(codesOf(write({ [agreement]: 'one' }))).toEqual(['OUT-02'])
    expect(readFileSync(elsewhere, 'utf8')).toBe('theirs')
  })
})

describe('the lock of a folder', () => {
  const leave = (holder: string) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.concordat.lock'), holder)
  }

  test('keeps a second run out while the first is at work, and says who holds it', () => {
    leave(JSON.stringify({ pid: process.ppid, host: hostname() }))
    const outcome = write({ [agreement]: 'one' })
    expect(codesOf(outcome)).toEqual(['OUT-04'])
    expect(outcome.findings[0]?.message).toContain(String(process.ppid))
    expect(existsSync(join(folder, agreement))).toBe(false)
  })

  test('counts as held when it was taken on another machine', () => {
    leave(JSON.stringify({ pid: 1, host: 'another-machine' }))
    expect(codesOf(write({ [agreement]: 'one' }))).toEqual(['OUT-04'])
  })

  test.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 7, host: hostname() })],
    ['a run that had our own process number', JSON.stringify({ pid: process.pid, host: hostname() })],
    ['a run killed while it wrote the lock', ''],
  ])('is taken over from %s', (_, holder) => {
    leave(holder)
    expect(howOf(write({ [agreement]: 'one' }))).toEqual([[agreement, 'written']])
    expect(names()).toEqual([agreement, 'record.json'])
  })
})
