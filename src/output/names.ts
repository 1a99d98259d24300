/** Free text in, a safe folder name out; a name in, whether Windows keeps it for itself out. */

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * Whether Windows takes a name for a device (Naming Files, Paths, and Namespaces: “Naming Conventions”), whatever ending it has:
 * a file of that name, made elsewhere, can be neither opened nor deleted there.
 */
export const isKeptByWindows = (name: string): boolean =>
  reserved.test(withoutEnding(name).normalize('NFKD').toLowerCase())

/** A name up to its first full stop or blank, which is all that Windows looks at when it looks for a device. */
export const withoutEnding = (name: string): string => name.replace(/[. ].*$/s, '')

/**
 * A name for a folder made from a reference or title: lower case letters, digits and hyphens, at most 60 characters,
 * nothing that any system treats specially. Falls back when nothing of the text is left.
 */
export function safeName(text: string, fallback: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  if (slug === '') return fallback
  return reserved.test(slug) ? `${slug}-partnership` : slug
}
