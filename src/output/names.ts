/** Free text in, a safe folder name out. */

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/

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
