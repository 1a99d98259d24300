/** The five names that XML itself gives to characters (XML 1.0, 4.6): their characters by name, for those who write markup and those who read it. */

export const XML_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
}

/** Text as it stands in markup in, as a reader sees it out. A name that XML does not know stays as it is. */
export const unescapeMarkup = (text: string): string =>
  text.includes('&') ? text.replace(/&(\w+);/g, (all, name) => XML_ENTITIES[name] ?? all) : text
