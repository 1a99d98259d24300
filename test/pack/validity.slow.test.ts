/** Every Word paper of every example's pack, with its pictures, is valid Open XML by Microsoft's own validator, and passes our checks. */
import { expect, test } from 'vitest'
import { loadRasteriser } from '../../src/render/diagram/rasterise.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { realWorld } from '../../src/world.ts'
import { faultsOf } from '../agreements/validity.ts'
import { examples, settings } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { hasValidator, validatorNote } from '../support/ooxml.ts'
import { examplePapers } from '../support/pack.ts'

test.skipIf(!hasValidator)(`each paper is valid${validatorNote}`, async () => {
  const rasterise = await loadRasteriser(
    examplePapers('flood-forum').map(({ document }) => document),
    realWorld(),
  )
  const files = Object.fromEntries(
    examples.flatMap(name =>
      examplePapers(name).map(({ id, document, numbering }) => [
        `${name}, ${id}`,
        renderDocx(document, numbering, settings.style, undefined, rasterise),
      ]),
    ),
  )
  expect(Object.keys(files)).toHaveLength(4 * 10)
  for (const [name, bytes] of Object.entries(files)) expect(lintDocx(bytes), name).toEqual([])
  expect(await faultsOf(files)).toEqual({})
})
