/** What the council keeps to itself: searched for in every part of what partners receive. */
import { describe, expect, test } from 'vitest'
import { memoryOf } from '../../src/commands/agreement-files.ts'
import { intakeFields } from '../../src/intake/schema.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { draftExample, type ExampleName, examples, settings } from '../support/draft.ts'
import { examplePapers, paperOf } from '../support/pack.ts'
import { openDocx } from '../support/read-docx.ts'

/** The texts answered at some paths of an intake: in words only, for a date or a yes tells nothing by itself. */
function textsOf(name: ExampleName, isPrivate: boolean): readonly string[] {
  const { intake } = draftExample(name).answers
  const fields = new Map(intakeFields.map(entry => [entry.path, entry]))
  const out: string[] = []
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`)
    else if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`)
    else if (typeof value === 'string' && (fields.get(path)?.isPrivate ?? false) === isPrivate)
      out.push(value)
  }
  visit(intake, '')
  return out
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** A text as it stands in a part of a Word file, where XML escapes some characters. */
const inXml = (text: string): string => words(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')

describe.each(examples)('the agreement of %s', name => {
  const open = new Set(textsOf(name, false).map(words))
  // What partners know anyway is no secret: a director's name, the title of an office that clauses name.
  const known = [...open, ...Object.values(settings.council.roles)]
  const secrets = [...new Set(textsOf(name, true).map(words))].filter(
    secret => secret.length > 20 && !known.some(text => text.includes(secret.replace(/^the /, ''))),
  )

  test('holds no private note in any part of the file, its metadata and its memory included', () => {
    const draft = draftExample(name)
    const memory = memoryOf(draft, settings, draft.answers.text)
    const parts = openDocx(renderDocx(draft.document, draft.numbering, settings.style, memory))
    expect(name === 'food-network' || secrets.length > 20).toBe(true)
    const found = [...parts].flatMap(([path, part]) => {
      const text = words(typeof part === 'string' ? part : new TextDecoder().decode(part))
      return secrets
        .filter(secret => text.includes(secret) || text.includes(inXml(secret)))
        .map(s => `${path}: ${s}`)
    })
    expect(found).toEqual([])
  })

  test('leaves to the papers what they are for, so that the search above can find something', () => {
    if (name === 'food-network') return
    const { document, numbering } = paperOf(examplePapers(name), 'sign-off-checklist')
    const part = openDocx(renderDocx(document, numbering, settings.style)).get('word/document.xml')
    const text = words(String(part))
    expect(secrets.filter(secret => text.includes(inXml(secret))).length).toBeGreaterThan(5)
  })
})
