/** Measures of the page, in twentieths of a point (Word's DXA): what sections, tables and styles must agree on. */

export const PAGE = { width: 11906, height: 16838, top: 1304, side: 1304, bottom: 1077 } as const

/** From the edge of the page to the header and the footer. */
export const HEADER_EDGE = 624
export const FOOTER_EDGE = 510

/** Width of the text between the margins. */
export const TEXT_WIDTH = {
  portrait: PAGE.width - 2 * PAGE.side,
  landscape: PAGE.height - 2 * PAGE.side,
} as const

/** Where the text of a clause starts, by its level; its number hangs to the left of that. `54.10` must fit. */
export const CLAUSE_INDENTS = [0, 794, 794, 1361, 1928] as const

/** Space between a cell's edge and its text. */
export const CELL_MARGIN = 85

/** How far a clause's number hangs out, by its level. */
export const CLAUSE_HANGS = [0, 794, 794, 567, 567] as const

/** Where the text of a bullet starts, by the depth of the bullet's surroundings. */
export const BULLET_INDENTS = [0, 397, 1191, 1758, 2325, 2722, 3119] as const
export const BULLET_HANG = 397

/** Where a schedule's title starts, after its number. */
export const SCHEDULE_HANG = 2268

/** In the contents list, where titles start after the numbers of clauses and of schedules. */
export const CONTENTS_CLAUSE_HANG = 567
export const CONTENTS_SCHEDULE_HANG = 1418

/** Where the answers on the cover and on signing lines start. */
export const COVER_TAB = 3062
export const SIGNING_TAB = 3856

/** The box that a seal goes into. */
export const SEAL = { width: 2835, height: 1361 } as const
