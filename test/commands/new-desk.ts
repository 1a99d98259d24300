/** An empty folder and a world in it for each test of `concordat new`, and somebody who answers its questions by a script. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import type { Asker } from '../../src/commands/new/facts.ts'
import { readAnswers } from '../../src/intake/read.ts'
import { realWorld, type World } from '../../src/world.ts'
import { prepared } from '../support/prepared.ts'

export let folder: string
export let said: string[]
export let world: World

/** Gives every test of the file that calls this a folder and a world of its own. */
export function useDesk(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'concordat-new-'))
    said = []
    world = {
      ...realWorld(),
      prepared: async () => prepared(),
      cwd: folder,
      today: () => '2026-11-22',
      isTerminal: false,
      out: text => void said.push(text),
      err: text => void said.push(text),
      read: path => readFileSync(join(folder, path)),
    }
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
}

export const silent = { input: false }
export const at = (name: string) => join(folder, name)
export const intakeIn = (name: string) => {
  const { value, findings } = readAnswers({ file: name, bytes: readFileSync(at(name)) })
  expect(findings).toEqual([])
  return value!
}

/** Answers each question by the first pattern that fits it; any other is not known. */
export function scripted(script: readonly (readonly [RegExp, string])[], heard: string[] = []): Asker {
  const left = [...script]
  const answer = (question: string): string | undefined => {
    heard.push(question)
    const index = left.findIndex(([pattern]) => pattern.test(question))
    return index < 0 ? undefined : left.splice(index, 1)[0]![1]
  }
  return {
    text: async (question, { fault }) => {
      const typed = answer(question) ?? ''
      expect(fault(typed)).toBeUndefined()
      return typed
    },
    choose: async (question, choices) => {
      const chosen = answer(question)
      if (chosen !== undefined) expect(Object.keys(choices)).toContain(chosen)
      return chosen
    },
  }
}
