/**
 * Our own check of a Word file: its bytes in, faults out. It looks for what Microsoft's validator lets pass and Word,
 * a lawyer or a screen reader does not.
 */
import {
  all,
  child,
  type DocxParts,
  elementsOf,
  openDocx,
  parseXml,
  readLists,
  readStyles,
  textContent,
  valOf,
  visibleText,
  type XmlNode,
} from './read-docx.ts'

export const lintRules = [
  'not-xml',
  'bookmark-name-twice',
  'bookmark-open',
  'control-id-twice',
  'unknown-style',
  'unknown-list',
  'field-open',
  'field-dirty',
  'comment-open',
  'comment-missing',
  'cell-without-paragraph',
  'table-without-rows',
  'grid-mismatch',
  'header-row',
  'table-words',
  'reference-missing',
  'text-deleted',
  'no-title',
  'no-language',
  'heading-order',
  'empty-paragraph',
  'picture-words',
  'no-content-type',
  'relationship-missing',
  'stand-in-left',
] as const

export interface LintFault {
  readonly rule: (typeof lintRules)[number]
  readonly part: string
  readonly what: string
}

type Report = (rule: LintFault['rule'], what: string) => void

const twice = (values: readonly (string | undefined)[]): readonly (string | undefined)[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

const unpaired = (starts: readonly string[], ends: readonly string[]): readonly string[] => [
  ...starts.filter(id => !ends.includes(id)),
  ...ends.filter(id => !starts.includes(id)),
]

const ids = (root: XmlNode, name: string): readonly string[] =>
  all(root, name).map(node => node.attributes['w:id'] ?? '')

function checkBookmarks(root: XmlNode, report: Report): void {
  const names = all(root, 'w:bookmarkStart').map(node => (node.attributes['w:name'] ?? '').toLowerCase())
  for (const name of twice(names)) report('bookmark-name-twice', `${name}`)
  for (const id of unpaired(ids(root, 'w:bookmarkStart'), ids(root, 'w:bookmarkEnd')))
    report('bookmark-open', id)
}

function checkReferences(root: XmlNode, report: Report): void {
  const names = new Set(all(root, 'w:bookmarkStart').map(node => node.attributes['w:name']))
  const instructions = [
    ...all(root, 'w:fldSimple').map(node => node.attributes['w:instr'] ?? ''),
    ...all(root, 'w:instrText').map(textContent),
  ]
  const targets = [
    ...instructions.map(text => /^\s*(?:PAGE)?REF\s+(\S+)/.exec(text)?.[1]),
    ...all(root, 'w:hyperlink').map(node => node.attributes['w:anchor']),
  ]
  for (const target of targets)
    if (target !== undefined && !names.has(target)) report('reference-missing', target)
}

function checkControls(root: XmlNode, report: Report): void {
  for (const id of twice(all(root, 'w:sdtPr').map(node => valOf(node, 'w:id'))))
    if (id !== undefined) report('control-id-twice', id)
}

function checkFields(root: XmlNode, report: Report): void {
  const marks = all(root, 'w:fldChar').map(node => node.attributes['w:fldCharType'])
  let depth = 0
  for (const mark of marks) {
    if (mark === 'begin') depth++
    if (mark === 'end') depth--
    if (depth < 0) report('field-open', 'an end without a beginning')
  }
  if (depth > 0) report('field-open', `${depth} without an end`)
  for (const node of [...all(root, 'w:fldChar'), ...all(root, 'w:fldSimple')])
    if (node.attributes['w:dirty'] !== undefined) report('field-dirty', node.attributes['w:instr'] ?? 'field')
}

function checkComments(root: XmlNode, comments: XmlNode | undefined, report: Report): void {
  const starts = ids(root, 'w:commentRangeStart')
  const references = ids(root, 'w:commentReference')
  for (const id of unpaired(starts, ids(root, 'w:commentRangeEnd'))) report('comment-open', id)
  for (const id of unpaired(starts, references)) report('comment-open', `${id} has no mark in the text`)
  const held = comments ? ids(comments, 'w:comment') : []
  for (const id of unpaired(references, held)) report('comment-missing', id)
}

function checkStyles(root: XmlNode, known: ReadonlySet<string>, report: Report): void {
  for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'])
    for (const node of all(root, name))
      if (!known.has(node.attributes['w:val'] ?? ''))
        report('unknown-style', `${name} ${node.attributes['w:val']}`)
}

function checkLists(root: XmlNode, lists: ReturnType<typeof readLists>, report: Report): void {
  for (const node of all(root, 'w:numPr')) {
    const id = valOf(node, 'w:numId') ?? ''
    const level = Number(valOf(node, 'w:ilvl') ?? 0)
    if (id !== '0' && !lists.levels.get(id)?.[level]) report('unknown-list', `${id}, level ${level}`)
  }
}

function checkTables(root: XmlNode, report: Report): void {
  for (const cell of all(root, 'w:tc'))
    if (elementsOf(cell).at(-1)?.name !== 'w:p') report('cell-without-paragraph', visibleText(cell))
  for (const table of all(root, 'w:tbl')) {
    const properties = child(table, 'w:tblPr')
    const caption = valOf(properties, 'w:tblCaption') ?? ''
    if (caption === '' || (valOf(properties, 'w:tblDescription') ?? '') === '') report('table-words', caption)
    const grid = elementsOf(child(table, 'w:tblGrid')).map(column => Number(column.attributes['w:w']))
    const rows = elementsOf(table).filter(node => node.name === 'w:tr')
    if (rows.length === 0) report('table-without-rows', caption)
    else if (!child(child(rows[0], 'w:trPr'), 'w:tblHeader')) report('header-row', caption)
    const total = grid.reduce((sum, width) => sum + width, 0)
    const whole = Number(child(properties, 'w:tblW')?.attributes['w:w'])
    if (total !== whole) report('grid-mismatch', `${caption}: columns sum to ${total}, the table is ${whole}`)
    for (const row of rows) {
      const cells = elementsOf(row).filter(node => node.name === 'w:tc')
      const widths = cells.map(cell => Number(child(child(cell, 'w:tcPr'), 'w:tcW')?.attributes['w:w']))
      if (String(widths) !== String(grid))
        report('grid-mismatch', `${caption}: ${widths} in a grid of ${grid}`)
    }
  }
}

function checkHeadings(root: XmlNode, styles: ReturnType<typeof readStyles>, report: Report): void {
  let before = 1
  for (const node of all(root, 'w:p')) {
    const properties = child(node, 'w:pPr')
    const outline =
      valOf(properties, 'w:outlineLvl') ??
      styles.inherited(valOf(properties, 'w:pStyle'), 'w:outlineLvl')?.attributes['w:val']
    if (outline === undefined || outline === '9') continue
    const level = Number(outline) + 1
    if (level > before + 1) report('heading-order', `level ${level} after ${before}: ${visibleText(node)}`)
    before = level
  }
}

/** Finds paragraphs that a reader would see as a gap: without text, and not there because Word demands one. */
function checkEmpty(node: XmlNode, report: Report): void {
  const children = elementsOf(node)
  for (const [index, one] of children.entries()) {
    if (one.name !== 'w:p') {
      checkEmpty(one, report)
      continue
    }
    const shown =
      visibleText(one).trim() !== '' ||
      ['w:drawing', 'w:pict', 'w:delText'].some(name => all(one, name).length > 0)
    const properties = child(one, 'w:pPr')
    const demanded =
      child(properties, 'w:sectPr') !== undefined ||
      valOf(properties, 'w:pStyle') === 'SectionEnd' ||
      (node.name === 'w:tc' && children.filter(each => each.name === 'w:p').length === 1)
    if (!shown && !demanded)
      report('empty-paragraph', `${valOf(properties, 'w:pStyle')}, after ${index} others`)
  }
}

function checkPictures(root: XmlNode, report: Report): void {
  for (const node of all(root, 'wp:docPr'))
    if ((node.attributes.descr ?? '') === '') report('picture-words', node.attributes.name ?? '')
}

function checkPackage(
  parts: DocxParts,
  report: (rule: LintFault['rule'], part: string, what: string) => void,
): void {
  const types = elementsOf(parseXml(parts.get('[Content_Types].xml')!))
  const named = new Set(types.map(node => node.attributes.PartName))
  const extensions = new Set(types.map(node => node.attributes.Extension))
  // The default for `xml` says nothing about what a part is, so each of Word's parts needs its own line.
  for (const path of parts.keys())
    if (path.startsWith('word/') && path.endsWith('.xml') && !named.has(`/${path}`))
      report('no-content-type', path, '')
  if (!extensions.has('rels')) report('no-content-type', '_rels/.rels', '')
  const related = new Set(
    elementsOf(parseXml(parts.get('word/_rels/document.xml.rels')!)).map(node => node.attributes.Id),
  )
  for (const found of parts.get('word/document.xml')!.matchAll(/ r:(?:id|embed)="([^"]*)"/g))
    if (!related.has(found[1]!)) report('relationship-missing', 'word/document.xml', found[1]!)
}

function checkMetadata(parts: DocxParts, report: Report): void {
  const core = parseXml(parts.get('docProps/core.xml') ?? '<none/>')
  const words = (name: string): string => {
    const node = child(core, name)
    return node ? textContent(node) : ''
  }
  if (words('dc:title').trim() === '') report('no-title', 'docProps/core.xml')
  if (words('dc:language') !== 'en-GB') report('no-language', 'docProps/core.xml')
  const settings = parseXml(parts.get('word/settings.xml')!)
  if (valOf(settings, 'w:themeFontLang') !== 'en-GB') report('no-language', 'word/settings.xml')
  if (child(settings, 'w:updateFields')) report('field-dirty', 'Word would ask to update fields')
  const defaults = all(parseXml(parts.get('word/styles.xml')!), 'w:rPrDefault')
  if (!defaults.some(node => all(node, 'w:lang')[0]?.attributes['w:val'] === 'en-GB'))
    report('no-language', 'word/styles.xml')
}

/** Everything our lint finds wrong with a Word file. */
export function lintDocx(bytes: Uint8Array): readonly LintFault[] {
  const parts = openDocx(bytes)
  const faults: LintFault[] = []
  const roots = new Map<string, XmlNode>()
  for (const [part, text] of parts)
    try {
      roots.set(part, parseXml(text))
      if (text.includes('\uE000')) faults.push({ rule: 'stand-in-left', part, what: '' })
    } catch (error) {
      faults.push({ rule: 'not-xml', part, what: String(error) })
    }
  if (faults.some(fault => fault.rule === 'not-xml')) return faults

  const styles = readStyles(parts)
  const lists = readLists(parts)
  const known = new Set(styles.styles.keys())
  for (const [part, root] of roots) {
    if (!part.startsWith('word/')) continue
    const report: Report = (rule, what) => faults.push({ rule, part, what })
    checkStyles(root, known, report)
    checkLists(root, lists, report)
    checkFields(root, report)
    checkPictures(root, report)
    checkControls(root, report)
    for (const node of all(root, 'w:del'))
      if (all(node, 'w:t').length > 0) report('text-deleted', visibleText(node))
    if (part !== 'word/document.xml') continue
    checkBookmarks(root, report)
    checkReferences(root, report)
    checkComments(root, roots.get('word/comments.xml'), report)
    checkTables(root, report)
    checkHeadings(root, styles, report)
    checkEmpty(root, report)
  }
  checkMetadata(parts, (rule, part) => faults.push({ rule, part, what: '' }))
  checkPackage(parts, (rule, part, what) => faults.push({ rule, part, what }))
  return faults
}
