/** Whether LibreOffice is installed, for tests that ask it how it shows a Word file. */
import { spawnSync } from 'node:child_process'

export const hasLibreOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** Why a test was left out, for its name. */
export const libreOfficeNote = hasLibreOffice ? '' : ' (skipped: soffice is not installed)'
