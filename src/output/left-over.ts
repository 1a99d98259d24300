/** A partnership's folder and the names just written in; the documents of earlier runs that still stand there out. */
import { readdirSync } from 'node:fs'

/** Names of Word and PDF files, sorted; none where there is no such folder. */
export function leftOver(folder: string, written: readonly string[]): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(name => /\.(?:docx|pdf)$/i.test(name) && !name.startsWith('~$') && !written.includes(name))
      .sort()
  } catch {
    return []
  }
}
