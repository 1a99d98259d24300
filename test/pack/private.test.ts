/** What the council keeps to itself: searched for in every part of what partners receive. */
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { memoryOf } from '../../src/commands/agreement-files.ts'
import type { Document } from '../../src/document/nodes.ts'
import type { Numbering } from '../../src/document/number.ts'
import { intakeFields } from '../../src/intake/schema.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { renderText } from '../../src/render/text.ts'
import {
  draftExample,
  draftText,
  type ExampleName,
  examples,
  exampleText,
  settings,
} from '../support/draft.ts'
import { examplePapers, paperOf, papersOf } from '../support/pack.ts'
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
  const [own, shared] = [true, false].map(kept =>
    intake.risks?.filter(({ council_only = false }) => council_only === kept),
  )
  visit({ ...intake, risks: shared }, '')
  for (const { event, consequence } of isPrivate ? (own ?? []) : []) out.push(event ?? '', consequence ?? '')
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

describe('risks that are kept to the Council', () => {
  const telling = /\bkeptword\w*/g
  type Kept = Record<string, unknown>
  /** Makes a risk the Council's own and marks each of its words, so that a search finds it. */
  const keep = (risk: Kept, at: number): Kept => ({
    ...risk,
    council_only:
      at === 5 ? { disputed: ['yes', 'no'].map(value => ({ value, source: `adviser ${value}` })) } : 'yes',
    // Two answers of one risk that conflict, which a document would mark and explain.
    ...(at === 4 ? { residual: '12' } : {}),
    ...Object.fromEntries(
      ['event', 'consequence', 'lead'].map(key => [key, `keptword${key}${at} ${risk[key]}`]),
    ),
    controls_planned: [{ text: `keptwordcontrol${at}`, partners: ['council'], due: '2027-06-30' }],
  })
  const intake = parse(exampleText('family-hubs'), { schema: 'failsafe' }) as { risks: readonly Kept[] }
  const risks = intake.risks.map((risk, at) => (at < 3 ? { ...risk, council_only: 'no' } : keep(risk, at)))
  const text = stringify(
    { ...intake, risks, agreement_date: '2026-11-20' },
    { schema: 'failsafe', defaultStringType: 'PLAIN' },
  )
  const draft = draftText(text)
  const papers = papersOf(draft)
  const wordsOf = ({ document, numbering }: { document: Document; numbering: Numbering }) =>
    renderText(document, numbering)

  test('leave no word in any part of the agreement’s file, and no gap in its register', () => {
    for (const [path, part] of openDocx(draft.docx))
      expect(typeof part === 'string' ? part : new TextDecoder().decode(part), path).not.toMatch(telling)
    const references = [...draft.text.matchAll(/\b[RC]\d+\b/g)].map(([reference]) => reference)
    expect(new Set(references)).toEqual(new Set(['R1', 'R2', 'R3']))
  })

  test('leave no word in the reports that partners fill in', () => {
    const forms = papers.filter(({ isForm }) => isForm)
    expect(forms.length).toBe(2)
    for (const form of forms) expect(wordsOf(form), form.id).not.toMatch(telling)
  })

  test('stand in the Council’s own register, each under one reference, and among the gravest', () => {
    const register = wordsOf(paperOf(papers, 'risk-register'))
    for (let at = 3; at < 13; at++) expect(register).toContain(`keptwordevent${at} `)
    expect(register).toMatch(/Kept to the Council: C1, C2, R4, C3/)
    expect(wordsOf(paperOf(papers, 'director-summary'))).toMatch(/C\d \| keptwordevent12/)
  })
})
