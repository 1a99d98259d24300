/** Measures of the page, in twentieths of a point (Word's DXA): what sections, tables and styles must agree on. */

export const PAGE = { width: 11906, height: 16838, margin: 1440 } as const

/** Width of the text between the margins. */
export const TEXT_WIDTH = {
  portrait: PAGE.width - 2 * PAGE.margin,
  landscape: PAGE.height - 2 * PAGE.margin,
} as const

/** Where the text of a clause starts, by its level; its number hangs to the left of that. */
export const CLAUSE_INDENTS = [0, 720, 720, 1287, 1854] as const

/** Space between a cell's edge and its text. */
export const CELL_MARGIN = 108

/** How far a clause's number hangs out, by its level. */
export const CLAUSE_HANGS = [0, 720, 720, 567, 567] as const

/** Where the text of a bullet starts, by the depth of the bullet's surroundings. */
export const BULLET_INDENTS = [0, 425, 1145, 1712, 2279, 2704, 3129] as const
export const BULLET_HANG = 425

/** Where a schedule's title starts, after its number. */
export const SCHEDULE_HANG = 2155

/** Where a schedule's title starts in the contents list. */
export const CONTENTS_HANG = 1588

/** Where the answers on the cover and on signing lines start. */
export const COVER_TAB = 2552
export const SIGNING_TAB = 3402
