/** Twentieths of a point in, as Word measures; points out, as Typst does. */
export const points = (twentieths: number): number => twentieths / 20
