/** Text in, a short name for exactly that text out. */
import { createHash } from 'node:crypto'

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('base64url')
