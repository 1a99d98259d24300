/** What a Word file remembers of itself. */
import { expect, test } from 'vitest'
import { hashOfMemory, remember } from '../../../src/document/memory.ts'
import { numberDocument } from '../../../src/document/number.ts'
import { fieldAt } from '../../../src/intake/schema.ts'
import { wordingHashes } from '../../../src/provisions/wording-hashes.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { draftExample, settings } from '../../support/draft.ts'
import { lintDocx } from '../../support/lint-docx.ts'
import { all, openDocx, parseXml, textContent } from '../../support/read-docx.ts'
import { clause, documentOf } from './builders.ts'

const sources = { templates: 'a'.repeat(64), intake: 'b'.repeat(64) }
const remembered = (bytes: Uint8Array): string =>
  textContent(parseXml(openDocx(bytes).get('customXml/item1.xml')!))

test('a drafted agreement gives back exactly the document it was drafted as', () => {
  const { document, docx, memory } = draftExample('flood-forum')
  expect(remembered(docx)).toBe(memory.text)
  expect(JSON.parse(memory.text)).toEqual({
    format: 1,
    templates: settings.templatesHash,
    wordings: wordingHashes(settings),
    intake: expect.stringMatching(/^[0-9a-f]{64}$/),
    document: JSON.parse(JSON.stringify(document)),
  })
})

test('its hash stands in a custom property, which outlives a resave that loses the rest', () => {
  const { docx, memory } = draftExample('flood-forum')
  const properties = all(parseXml(openDocx(docx).get('docProps/custom.xml')!), 'property')
  expect(properties.map(node => [node.attributes.name, textContent(node)])).toEqual([
    ['Concordat model', hashOfMemory(memory.text)],
  ])
})

test('letters that XML cannot hold, or changes, come back as they were', () => {
  const odd = 'a\uFFFEb\u0001c\r\nd\te]]>&amp;<x>{clauses-0}\u2028f\uD800g\uE000'
  const document = documentOf([clause('odd', 1, odd)])
  const memory = remember(document, sources)
  const bytes = renderDocx(document, numberDocument(document), settings.style, memory)
  expect(lintDocx(bytes)).toEqual([])
  expect(JSON.parse(remembered(bytes)).document).toEqual(JSON.parse(JSON.stringify(document)))
})

// Microsoft's validator sees the same bytes among the examples.
test('a file that remembers is clean to our own lint', () => {
  const { docx } = draftExample('flood-forum')
  expect(lintDocx(docx)).toEqual([])
})

test('nothing private is remembered: only answers that partners may read, no path of a file, no note', () => {
  const { memory } = draftExample('family-hubs')
  const paths = [...memory.text.matchAll(/"path":"([^"]*)"/g)].map(found => found[1]!)
  expect(paths.length).toBeGreaterThan(200)
  for (const path of paths) expect(fieldAt(path)?.field.isPrivate ?? false, path).toBe(false)
  expect(memory.text).not.toContain(process.cwd())
  expect(memory.text).not.toContain('family-hubs.yaml')
})
