/** A line of a long answer in; whether somebody typed it as the item of a list out. */

/** A line that starts with a hyphen and a blank; its words are captured. */
export const listItem = /^[ \t]*-[ \t]+(\S.*)$/s

/** Whether a list is the first thing that a long answer says. */
export const startsWithList = (text: string): boolean =>
  listItem.test(text.split('\n').find(line => line.trim() !== '') ?? '')
