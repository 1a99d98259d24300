/** Text in, a short name for exactly that text out. */
import { hash } from 'node:crypto'

export const hashOfText = (text: string): string => hash('sha256', text, 'base64url')
