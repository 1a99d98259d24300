/** The flood forum's agreement, drafted once and come back from Word; a copy of it for each test of `concordat amend` to work in. */
import { cpSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { exampleText } from '../support/examples.ts'
import { smallLibrary } from '../support/small-library.ts'
import { edit } from '../support/word-editor.ts'
import { type TestWorld, testWorld } from '../support/world.ts'

export const agreement = 'out/nbc-p-2026-021/partnership-agreement.docx'
export const forum = exampleText('flood-forum')

/** Where the agreement was drafted, and its file as it came back. */
export let drafted: TestWorld
export let world: TestWorld

/** Gives every test of the file that calls this a world of its own. */
export function useForum(): void {
  beforeAll(async () => {
    drafted = testWorld(smallLibrary())
    drafted.put('forum.yaml', forum)
    expect(await drafted.run('draft', 'forum.yaml')).toBe(0)
    drafted.put('back.docx', drafted.bytesOf(agreement))
  })
  afterAll(() => drafted.remove())
  beforeEach(() => useWorld(testWorld(smallLibrary())))
  afterEach(() => world.remove())
}

/** Puts the agreement into another world, such as one with the whole library, for the rest of a test. */
export function useWorld(other: TestWorld): void {
  world = other
  cpSync(drafted.path(), world.path(), { recursive: true })
}

export const amend = (...more: string[]) => world.run('amend', 'forum.yaml', '--from', 'back.docx', ...more)
export const changeAnswers = () => world.put('forum.yaml', forum.replaceAll('Osgarth', 'Osgood'))
export const editBack = (work: Parameters<typeof edit>[1]) =>
  world.put('back.docx', edit(world.bytesOf('back.docx'), work))
