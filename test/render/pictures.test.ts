import { expect, test } from 'vitest'
import type { Diagram, Document } from '../../src/document/nodes.ts'
import { drawingsOf, loadRasteriser, pictureName } from '../../src/render/diagram/rasterise.ts'
import { draftExample, examples, settings } from '../support/draft.ts'
import { examplePapers } from '../support/pack.ts'

const { document: agreement } = draftExample('flood-forum')
const drawn = (text: string): Document => {
  const diagram: Diagram = {
    type: 'diagram',
    id: 'diagram.test',
    caption: 'A path',
    steps: [{ id: 'start', kind: 'start', text, next: [] }],
    from: { template: 'test', line: 1 },
  }
  return { ...agreement, body: [diagram] }
}
const noFonts = () => {
  throw new Error('the fonts are needed only to draw')
}

test('every pack shows the same three drawings, so that the build can draw them once', () => {
  const names = examples.map(name =>
    examplePapers(name)
      .flatMap(({ document }) => drawingsOf(document))
      .map(pictureName),
  )
  expect(names[0]).toHaveLength(settings.code.paths.length)
  for (const others of names) expect(others).toEqual(names[0])
})

test('a picture that the build drew is taken, and one that is known is not asked for again', async () => {
  const document = drawn('Drawn by a build')
  const picture = Uint8Array.of(1, 2, 3)
  const rasterise = await loadRasteriser([document], { fontFiles: noFonts, picture: () => picture })
  expect(rasterise!(drawingsOf(document)[0]!)).toBe(picture)
  const again = await loadRasteriser([document], { fontFiles: noFonts })
  expect(again!(drawingsOf(document)[0]!)).toBe(picture)
})

test('a drawing with another word is another picture', () => {
  const [one, other] = ['Ask Finance', 'Ask Legal'].map(text => pictureName(drawingsOf(drawn(text))[0]!))
  expect(one).not.toBe(other)
})
