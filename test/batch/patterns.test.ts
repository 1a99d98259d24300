/** Folders in, the files that count as intakes or as Word files out. */
import { expect, test } from 'vitest'
import { findIntakes, wordFilesIn } from '../../src/batch/patterns.ts'
import { testWorld } from '../support/world.ts'

test('an ending in capital letters, as Windows writes it, leaves no file out', () => {
  const world = testWorld()
  for (const file of [
    'in/HUBS.YAML',
    'in/deep/a.Yml',
    'in/BACK.DOCX',
    'in/BACK-redline.docx',
    'in/b.yaml.txt',
  ])
    world.put(file, '')
  expect(findIntakes('in', world.cwd, 'out')).toEqual(['in/HUBS.YAML', 'in/deep/a.Yml'])
  expect(wordFilesIn('in', world.cwd)).toEqual(['in/BACK.DOCX'])
  world.remove()
})
