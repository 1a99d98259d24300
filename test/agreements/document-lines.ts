/**
 * The same agreement as lines that can be compared, from each of its forms: the text we render, and the Word file as its
 * reader sees it. Only blanks are made alike, and the two forms' different ways to show a heading, a bullet or a cell.
 */
import { openDocx, parseXml, type ReadParagraph, readParagraphs, visibleText } from '../support/read-docx.ts'

const oneBlank = (line: string): string => line.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, '')

const isSomething = (line: string): boolean => line !== ''

/** The lines of the rendered text. */
export const linesOfText = (text: string): readonly string[] =>
  text.split('\n').map(oneBlank).filter(isSomething)

/** Paragraphs that the text has no line for: the contents list and the paragraph that ends a section. */
const isOnlyInWord = ({ style }: ReadParagraph): boolean => /^(?:TOC|SectionEnd|CoverLogo)/.test(style)

/** A paragraph as the text shows it. */
function lineOf({ style, label, text }: ReadParagraph): string {
  if (/^(?:Cover|TitleFirst|CoverFirst)Line$/.test(style)) return text.replace('\t', ': ')
  if (/^Signing/.test(style)) return text.replace(/\n?\t/, ': ')
  if (/^SealSpace/.test(style)) return `${text}:`
  if (style === 'Heading1') return text.toUpperCase()
  if (style === 'ScheduleHeading') return `${label.toUpperCase()} ${text}`
  return `${label === '•' ? '-' : label} ${text}`
}

/** The lines of a Word file: the state from its header first, then the body with the numbers that Word counts. */
export function linesOfWord(bytes: Uint8Array): readonly string[] {
  const lines: string[] = []
  let row = ''
  let column = 0
  const closeRow = () => {
    if (row !== '') lines.push(`${lines.pop()} |`)
    row = ''
  }
  for (const one of readParagraphs(bytes)) {
    if (isOnlyInWord(one)) continue
    const line = oneBlank(lineOf(one))
    if (!one.cell) {
      closeRow()
      lines.push(line)
      continue
    }
    const here = `${one.cell[0]}.${one.cell[1]}`
    if (here !== row) {
      closeRow()
      lines.push(`| ${line}`)
    } else lines.push(`${lines.pop()} ${one.cell[2] === column ? '/' : '|'} ${line}`)
    row = here
    column = one.cell[2]
  }
  closeRow()
  const version = / {3}\| {3}(?:Draft \d+|Version \d+, for signature)(?= {3}\||$)/
  const [, state = ''] = headerOfWord(bytes).split(version).at(-1)!.split('   |   ')
  return [state, ...lines].map(oneBlank).filter(isSomething)
}

/** The words at the top of each page after the cover: the reference, the version and the state. */
export function headerOfWord(bytes: Uint8Array): string {
  const headers = [...openDocx(bytes)].filter(([path]) => /^word\/header\d+\.xml$/.test(path))
  return headers.map(([, xml]) => visibleText(parseXml(xml))).find(text => text !== '') ?? ''
}
