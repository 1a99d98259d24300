/**
 * A few provisions of the real clause library as a library of their own, for tests of what the program does with files and words
 * rather than of the wording: an agreement of them reads like the whole one and is made in half the time.
 */
import type { LibraryFile } from '../../src/provisions/library.ts'
import { libraryFiles, type World } from '../../src/world.ts'
import { home } from './home.ts'
import { preparedFor } from './prepared.ts'

/** One of each kind, and what answers change in the tests: a partner's name, joining, risks, the signatures. */
const wanted = [
  'parties',
  'background',
  'definitions',
  'roles',
  'joining',
  'risk',
  'execution',
  'execution-blocks',
]

const idOf = (file: LibraryFile): string | undefined => /^id: (\S+)$/m.exec(file.text)?.[1]
const isProvision = ({ path }: LibraryFile) => /^(agreement|schedules|execution)\/.*\.md$/.test(path)

/** The provisions that a piece of wording names, so that its references lead somewhere. */
function namedIn(text: string, known: ReadonlyMap<string, LibraryFile>): string[] {
  const names = [...text.matchAll(/\{\{ref "([a-z0-9-]+)[."]/g)].map(([, name]) => name!)
  return names.filter(name => known.has(name))
}

function makeFiles(more: readonly string[]): readonly LibraryFile[] {
  const all = libraryFiles(`${home}templates`)
  const provisions = new Map(all.filter(isProvision).map(file => [idOf(file)!, file]))
  const kept = new Set<string>()
  const keep = (id: string) => {
    if (kept.has(id)) return
    kept.add(id)
    for (const name of namedIn(provisions.get(id)!.text, provisions)) keep(name)
  }
  for (const id of [...wanted, ...more]) keep(id)
  const leadsOut = (term: string) => namedIn(term, provisions).some(id => !kept.has(id))
  return all.flatMap(file => {
    if (isProvision(file)) return kept.has(idOf(file)!) ? [file] : []
    if (!file.path.startsWith('definitions/'))
      return file.path.startsWith('papers/') && file.path.endsWith('.md') ? [] : [file]
    const terms = file.text.split(/^(?=- )/m).filter(term => !leadsOut(term))
    return [{ ...file, text: terms.some(term => term.startsWith('- ')) ? terms.join('') : '[]\n' }]
  })
}

const made = new Map<string, Pick<World, 'library' | 'prepared'>>()

/**
 * What a world with this library has in place of the whole one. It counts as checked, like what a build prepared.
 * @param more ids of provisions that a test needs besides
 */
export function smallLibrary(...more: readonly string[]): Pick<World, 'library' | 'prepared'> {
  const name = more.join(' ')
  const known = made.get(name)
  if (known) return known
  const files = makeFiles(more)
  const ready = preparedFor(files)
  const library = { library: () => files, prepared: async () => ready }
  made.set(name, library)
  return library
}
