/** The world in; the text of every file that a council or a clause owner keeps, for source lines in messages, out. */
import { codeFiles } from '../provisions/code.ts'
import type { World } from '../world.ts'

/** The text of every file that the settings are made from, by the name that findings give it. */
export const settingsTexts = (world: World): ReadonlyMap<string, string> =>
  new Map([
    ...world.library().map(f => [`templates/${f.path}`, f.text] as const),
    ...[
      'law.yaml',
      'council.yaml',
      ...['interpretations', ...codeFiles].map(name => `code/${name}.yaml`),
    ].map(name => [`data/${name}`, world.data(name)] as const),
  ])
