/** A phrase in, the same with a capital at its start out, for the start of a message. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
