/** The plan of one made-up partnership: who, about what, from when, with what money, and what is wrong with it on purpose. */
import type { Body } from './bodies.ts'
import type { Theme } from './themes.ts'

/** The approvals that a plan may leave open. */
export const approvalNames = ['legal', 'finance', 'director', 'partners'] as const
export type ApprovalName = (typeof approvalNames)[number]

export interface Contribution {
  readonly partner: string
  /** `2026-27`. */
  readonly year: string
  /** As typed: `12500` or `£12,500.50`. */
  readonly amount: number | string
  readonly kind: 'cash' | 'grant'
}

export interface Risk {
  readonly id: string
  readonly impact: number
  readonly likelihood: number
}

export interface Plan {
  readonly number: number
  readonly reference: string
  readonly name: string
  readonly area: string
  readonly theme: Theme
  readonly aims: readonly string[]
  /** Without the council. */
  readonly partners: readonly Body[]
  readonly start: string
  /** Left out: it runs until ended. */
  readonly end?: string
  readonly firstReview: string
  readonly lastHeld?: string
  readonly signedOn?: string
  readonly contributions: readonly Contribution[]
  readonly grant?: { readonly funder: string; readonly end: string; readonly accountableBody: boolean }
  readonly secondments: readonly { readonly id: string; readonly start: string; readonly end: string }[]
  readonly flows: number
  readonly risks: readonly Risk[]
  readonly councillors: readonly { readonly name: string; readonly trained?: string }[]
  /** Approvals not given yet. */
  readonly outstanding: readonly ApprovalName[]
  /** Id of a partner that lives by this partnership. */
  readonly dependent?: string
  /** A sentence that names law which has gone. */
  readonly staleLaw?: string
}

/** A date some days later; days may be negative. */
export const daysLater = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10)

/** The day as at which a portfolio is overdue, outstanding and so on. */
export const portfolioDay = '2026-11-22'

/** A day before the partnership started; for one that is still to start, before the last changes to its intake. */
export const before = ({ start }: Plan, days: number): string =>
  daysLater(start < '2026-11-18' ? start : '2026-11-18', -days)

/** A day that is still to come, in the life of the partnership. */
export const ahead = ({ start }: Plan, days: number): string =>
  daysLater(start > portfolioDay ? start : portfolioDay, days)
