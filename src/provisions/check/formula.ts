/**
 * When wording prints, as a formula over conditions and answers, in three values: yes, no, and open while the answer that
 * decides is missing. Wording prints only where its formula is yes.
 */

/** What a formula may ask. An open `answered` or `inForce` cannot be: there is an answer or there is none. */
export type Asked = 'condition' | 'yes' | 'choice' | 'items' | 'answered' | 'inForce'

/** A single test. `of` is a condition, an intake path or an id of law; a `choice` also has the value chosen. */
export interface Atom {
  readonly asks: Asked
  readonly of: string
  readonly value?: string
}
export type Formula =
  | { readonly type: 'atom'; readonly atom: Atom }
  | { readonly type: 'not'; readonly of: Formula }
  | { readonly type: 'and' | 'or'; readonly of: readonly Formula[] }
  /** Yes where its inside is yes or open: the heading of a provision prints while its condition is undecided. */
  | { readonly type: 'unlessNo'; readonly of: Formula }

export const yes: Formula = { type: 'and', of: [] }
export const no: Formula = { type: 'or', of: [] }
export const atom = (asks: Asked, of: string, value?: string): Formula => ({
  type: 'atom',
  atom: value === undefined ? { asks, of } : { asks, of, value },
})
export const condition = (name: string): Formula => atom('condition', name)
export const not = (of: Formula): Formula => ({ type: 'not', of })
export const and = (...of: Formula[]): Formula => ({ type: 'and', of: of.filter(f => f !== yes) })
export const or = (...of: Formula[]): Formula => ({ type: 'or', of })
export const unlessNo = (of: Formula): Formula => ({ type: 'unlessNo', of })

/** The name of what an atom asks, without the value: atoms of one choice share it. */
export const keyOf = ({ asks, of }: Atom): string => `${asks} ${of}`

/** Every atom of a formula. */
export function atomsOf(formula: Formula): readonly Atom[] {
  switch (formula.type) {
    case 'atom':
      return [formula.atom]
    case 'and':
    case 'or':
      return formula.of.flatMap(atomsOf)
    case 'not':
    case 'unlessNo':
      return atomsOf(formula.of)
  }
}

/** The values a formula may still take, as a set of bits. */
export type Values = number
export const canBe = { yes: 1, no: 2, open: 4 } as const
const { yes: Y, no: N, open: O } = canBe

/**
 * The values a formula may take while some of its atoms are chosen.
 * @param chosen by key: `yes`, `no`, `open` or the value of a choice
 */
export function valuesOf(formula: Formula, chosen: ReadonlyMap<string, string>): Values {
  switch (formula.type) {
    case 'atom':
      return valuesOfAtom(formula.atom, chosen.get(keyOf(formula.atom)))
    case 'not': {
      const inside = valuesOf(formula.of, chosen)
      return (inside & O) | (inside & Y ? N : 0) | (inside & N ? Y : 0)
    }
    case 'unlessNo': {
      const inside = valuesOf(formula.of, chosen)
      return (inside & (Y | O) ? Y : 0) | (inside & N)
    }
    case 'and':
      return together(formula.of, chosen, Y, N)
    case 'or':
      return together(formula.of, chosen, N, Y)
  }
}

function valuesOfAtom({ asks, value = 'yes' }: Atom, is: string | undefined): Values {
  if (is === undefined) return asks === 'answered' || asks === 'inForce' ? Y | N : Y | N | O
  return is === 'open' ? O : is === value ? Y : N
}

/** Several formulas together: `all` only where every one has it, `any` where one has it, else open. */
function together(
  list: readonly Formula[],
  chosen: ReadonlyMap<string, string>,
  all: Values,
  any: Values,
): Values {
  const values = list.map(f => valuesOf(f, chosen))
  const mayBeOpen = values.every(v => v & (all | O)) && values.some(v => v & O)
  return (values.every(v => v & all) ? all : 0) | (values.some(v => v & any) ? any : 0) | (mayBeOpen ? O : 0)
}
