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
import { type FileHandle, open } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
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
const codesOf = (outcome: Awaited<ReturnType<typeof write>>) => outcome.findings.map(f => f.code)
const howOf = (outcome: Awaited<ReturnType<typeof write>>) =>
  outcome.value?.map(w => [w.path.slice(folder.length + 1), w.how])
const on = (name: string) => readFileSync(join(folder, name), 'utf8')
const names = () => readdirSync(folder).sort()
const agreement = 'agreement.docx'
/** What every open file has in common. */
const fileHandles = async (): Promise<FileHandle> => {
  const file = await open(join(root, 'any'), 'w')
  await file.close()
  return Object.getPrototypeOf(file)
}

describe('a set of files', () => {
  test('is written with a record of its hashes, and nothing else is left behind', async () => {
    expect(howOf(await write({ [agreement]: 'one', 'risks.docx': 'two' }))).toEqual([
      [agreement, 'written'],
      ['risks.docx', 'written'],
    ])
    expect(names()).toEqual([agreement, 'record.json', 'risks.docx'])
    expect(readRecord(folder)?.files).toEqual({ [agreement]: sha256('one'), 'risks.docx': sha256('two') })
  })

  test('that is the same as before is left as it is, and one that changed is replaced', async () => {
    await write({ [agreement]: 'one' })
    expect(howOf(await write({ [agreement]: 'one' }))).toEqual([[agreement, 'unchanged']])
    expect(howOf(await write({ [agreement]: 'two' }))).toEqual([[agreement, 'written']])
    expect(on(agreement)).toBe('two')
  })

  test('no longer holds an old file that a run could not make anew, once it was deleted as was asked', async () => {
    await write({ [agreement]: 'one', 'pack.pdf': 'one' })
    const set = [{ name: agreement, bytes: bytes('two') }]
    const second = await writeSet(out, 'fh-1', set, { ...record(), notMade: ['pack.pdf'] })
    expect(codesOf(second)).toEqual(['OUT-07'])
    expect(verifyFolder(folder)?.record.stale).toEqual(['pack.pdf'])
    rmSync(join(folder, 'pack.pdf'))
    expect(verifyFolder(folder)?.files).toEqual([{ name: agreement, state: 'untouched' }])
    await write({ [agreement]: 'three' })
    expect(readRecord(folder)).toMatchObject({ files: { [agreement]: sha256('three') } })
    expect(JSON.stringify(readRecord(folder))).not.toContain('pack.pdf')
  })

  test.each(['', '[{"name":"agree', '\0\0\0'])('is written where a journal was spoilt: %j', async spoilt => {
    await write({ [agreement]: 'one' })
    writeFileSync(join(folder, '.concordat-journal.json'), spoilt)
    mkdirSync(join(folder, '.concordat-staging'))
    writeFileSync(join(folder, '.concordat-staging', agreement), 'half')
    expect(howOf(await write({ [agreement]: 'two' }))).toEqual([[agreement, 'written']])
    expect(on(agreement)).toBe('two')
    expect(names()).toEqual([agreement, 'record.json'])
  })

  test('goes to its place only when all of it, and the journal, is on the disk for certain', async () => {
    await write({ [agreement]: 'one' })
    const flushed: string[] = []
    const flush = vi.spyOn(await fileHandles(), 'sync').mockImplementation(async () => {
      flushed.push(on(agreement))
    })
    await write({ [agreement]: 'two', 'risks.docx': 'two' })
    flush.mockRestore()
    expect(flushed, 'two files, the record and the journal').toEqual(['one', 'one', 'one', 'one'])
    expect(on(agreement)).toBe('two')
  })

  test('leaves everything as it was where the disk refuses one file of it', async () => {
    await write({ [agreement]: 'one' })
    const before = names()
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'fsync' })
    const flush = vi.spyOn(await fileHandles(), 'sync').mockRejectedValueOnce(full)
    expect(codesOf(await write({ [agreement]: 'two', 'risks.docx': 'two' }))).toEqual(['OUT-01'])
    flush.mockRestore()
    expect([on(agreement), names()]).toEqual(['one', before])
  })

  test('does not go into the folder of another partnership', async () => {
    await write({ [agreement]: 'one' }, 'FH-1')
    expect(codesOf(await write({ [agreement]: 'two' }, 'fh 1'))).toEqual(['OUT-05'])
    expect(on(agreement)).toBe('one')
    expect(names()).toEqual([agreement, 'record.json'])
  })
})

describe('a file that somebody edited', () => {
  test('keeps its bytes; the new one goes beside it, and further runs do not pile up copies', async () => {
    await write({ [agreement]: 'one' })
    writeFileSync(join(folder, agreement), 'edited by hand')
    const second = await write({ [agreement]: 'two' })
    expect(howOf(second)).toEqual([['agreement (new).docx', 'kept']])
    expect(codesOf(second)).toEqual(['OUT-02'])
    await write({ [agreement]: 'three' })
    expect(names()).toEqual(['agreement (new).docx', agreement, 'record.json'])
    expect(on(agreement)).toBe('edited by hand')
    expect(on('agreement (new).docx')).toBe('three')
  })

  test('is safe under its second name too', async () => {
    await write({ [agreement]: 'one' })
    writeFileSync(join(folder, agreement), 'edited')
    await write({ [agreement]: 'two' })
    writeFileSync(join(folder, 'agreement (new).docx'), 'edited as well')
    expect(howOf(await write({ [agreement]: 'three' }))).toEqual([['agreement (new 2).docx', 'kept']])
    expect(howOf(await write({ [agreement]: 'four' }))).toEqual([['agreement (new 2).docx', 'kept']])
    expect(on(agreement)).toBe('edited')
    expect(on('agreement (new).docx')).toBe('edited as well')
    expect(on('agreement (new 2).docx')).toBe('four')
  })

  test('may be replaced once it is put back as we wrote it, or the new one is moved over it', async () => {
    await write({ [agreement]: 'one' })
    writeFileSync(join(folder, agreement), 'edited')
    await write({ [agreement]: 'two' })
    writeFileSync(join(folder, agreement), 'two')
    rmSync(join(folder, 'agreement (new).docx'))
    expect(howOf(await write({ [agreement]: 'three' }))).toEqual([[agreement, 'written']])
  })

  test('counts as edited when it was there before us, or when the record is lost or spoilt', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, agreement), 'somebody’s own')
    expect(codesOf(await write({ [agreement]: 'one' }))).toEqual(['OUT-02'])
    writeFileSync(join(folder, 'record.json'), '{"format": 1,')
    expect(codesOf(await write({ [agreement]: 'two' }))).toEqual(['OUT-02'])
    expect(on(agreement)).toBe('somebody’s own')
  })

  test('is said to be edited only where a record shows it', async () => {
    await write({ [agreement]: 'one' })
    rmSync(join(folder, 'record.json'))
    const told = async () => (await write({ [agreement]: 'two' })).findings[0]?.message
    expect(await told()).toMatch(/nobody can tell whether it was edited/)
    expect(await told(), 'nor does the record of the run between know of it').toMatch(/nobody can tell/)
    rmSync(folder, { recursive: true })
    await write({ [agreement]: 'one' })
    writeFileSync(join(folder, agreement), 'edited by hand')
    expect(await told()).toMatch(/was edited since it was written/)
  })

  test.each(['~$reement.docx', '.~lock.agreement.docx#'])(
    'is not replaced while %s says that it is open',
    async marker => {
      await write({ [agreement]: 'one' })
      writeFileSync(join(folder, marker), '')
      const second = await write({ [agreement]: 'two' })
      expect(codesOf(second)).toEqual(['OUT-03'])
      expect(second.findings[0]?.hint).toContain(marker)
      expect(on(agreement)).toBe('one')
      rmSync(join(folder, marker))
      expect(howOf(await write({ [agreement]: 'three' }))).toEqual([[agreement, 'written']])
    },
  )

  test.skipIf(process.getuid?.() === 0)('is not replaced when it is write-protected', async () => {
    await write({ [agreement]: 'one' })
    chmodSync(join(folder, agreement), 0o444)
    expect(codesOf(await write({ [agreement]: 'two' }))).toEqual(['OUT-03'])
    expect(on(agreement)).toBe('one')
  })
})

describe('a place that cannot be written', () => {
  const refused = (outcome: Awaited<ReturnType<typeof write>>, why: RegExp) => {
    expect(outcome.value).toBeUndefined()
    expect(outcome.findings).toMatchObject([{ code: 'OUT-01', severity: 'error' }])
    expect(outcome.findings[0]?.message).toMatch(why)
  }

  test('because a file stands where the folder should be', async () => {
    writeFileSync(folder, 'a file')
    refused(await write({ [agreement]: 'one' }), /a file stands where the folder should be/)
    out = folder
    refused(await write({ [agreement]: 'one' }), /part of the path is a file/)
  })

  test('because a folder stands where the file should be; the rest of the set is not written either', async () => {
    mkdirSync(join(folder, agreement), { recursive: true })
    refused(
      await write({ 'first.docx': 'one', [agreement]: 'two' }),
      /a folder stands where a file should be/,
    )
    expect(names()).toEqual([agreement])
  })

  test('because it is a link that leads outside', async () => {
    const elsewhere = mkdtempSync(join(root, 'elsewhere-'))
    symlinkSync(elsewhere, folder)
    refused(await write({ [agreement]: 'one' }), /leads outside/)
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('because it is a link to nowhere, or to itself', async () => {
    symlinkSync(join(root, 'nowhere', 'at', 'all'), folder)
    refused(await write({ [agreement]: 'one' }), /cannot be written/)
    rmSync(folder)
    symlinkSync(folder, folder)
    refused(await write({ [agreement]: 'one' }), /cannot be written/)
  })

  test.skipIf(process.getuid?.() === 0)('because it is read-only', async () => {
    chmodSync(out, 0o555)
    refused(await write({ [agreement]: 'one' }), /you may not write here/)
  })

  test('because the system has no such place', async () => {
    const outcome = await writeSet('/proc/concordat', 'fh-1', [], record())
    expect(outcome.findings).toMatchObject([{ code: 'OUT-01' }])
  })

  test('follows no link at a file’s own place: the link is edited by definition, and what it leads to stays', async () => {
    const elsewhere = join(mkdtempSync(join(root, 'elsewhere-')), 'theirs.docx')
    writeFileSync(elsewhere, 'theirs')
    mkdirSync(folder)
    symlinkSync(elsewhere, join(folder, agreement))
    expect(codesOf(await write({ [agreement]: 'one' }))).toEqual(['OUT-02'])
    expect(readFileSync(elsewhere, 'utf8')).toBe('theirs')
  })
})

describe('the lock of a folder', () => {
  const leave = (holder: string) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.concordat.lock'), holder)
  }

  test('keeps a second run out while the first is at work, and says who holds it', async () => {
    leave(JSON.stringify({ pid: process.ppid, host: hostname() }))
    const outcome = await write({ [agreement]: 'one' })
    expect(codesOf(outcome)).toEqual(['OUT-04'])
    expect(outcome.findings[0]?.message).toContain(String(process.ppid))
    expect(existsSync(join(folder, agreement))).toBe(false)
  })

  test('counts as held when it was taken on another machine', async () => {
    leave(JSON.stringify({ pid: 1, host: 'another-machine' }))
    expect(codesOf(await write({ [agreement]: 'one' }))).toEqual(['OUT-04'])
  })

  test.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 7, host: hostname() })],
    ['a run that had our own process number', JSON.stringify({ pid: process.pid, host: hostname() })],
    ['a run killed while it wrote the lock', ''],
  ])('is taken over from %s', async (_, holder) => {
    leave(holder)
    expect(howOf(await write({ [agreement]: 'one' }))).toEqual([[agreement, 'written']])
    expect(names()).toEqual([agreement, 'record.json'])
  })
})
