/** The worked examples in `data/intake/`, by name and as text. */
import { readFileSync } from 'node:fs'

/** Those that are partnerships; the last is half finished. */
export const examples = ['family-hubs', 'flood-forum', 'community-equipment', 'food-network'] as const
export type ExampleName = (typeof examples)[number]

/** The text of an example's intake, that of the contract that the Code does not cover among them. */
export const exampleText = (name: ExampleName | 'lighting-contract'): string =>
  readFileSync(new URL(`../../data/intake/${name}.yaml`, import.meta.url), 'utf8')
