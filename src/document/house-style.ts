/** The council's house style, as every renderer reads it. Comes from `data/council.yaml`. */
export interface HouseStyle {
  readonly font: string
  /** Body text in points; 12 or more is what accessibility guidance asks. */
  readonly size: number
  /** Six hex digits, no `#`. */
  readonly colour: string
  /** PNG for the cover, with its description for those who cannot see it. */
  readonly logo?: { readonly png: Uint8Array; readonly altText: string }
}
