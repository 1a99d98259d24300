/** The figures that a register shows, in the form in which they were worked out a second time. */
import type { Register } from '../../src/register/register.ts'
import type { Figures } from '../support/recomputed-register.ts'
import { pairOf } from '../support/recomputed-register.ts'
import { rowsOf } from '../support/register.ts'

/** Reads the figures off the sheets. */
export function figuresOf(register: Register): Figures {
  const list = (items: readonly string[]) => [...items].sort()
  const reviews = rowsOf(register, 'reviews')
  return {
    partnerships: list(rowsOf(register, 'partnerships').map(r => String(r.reference))),
    reviews: list(reviews.map(r => `${r.due} ${r.what} ${r.reference}`)),
    overduePartnerships: list(
      reviews.filter(r => r.what === 'Partnership' && r.state === 'Overdue').map(r => String(r.reference)),
    ),
    approvals: list(rowsOf(register, 'approvals').map(r => `${r.reference} ${r.approval}`)),
    highRisks: list(rowsOf(register, 'high-risks').map(r => `${r.reference} ${r.risk}`)),
    exposure: Object.fromEntries(
      rowsOf(register, 'accountable-body').map(r => [r.reference, [Number(r.grant), Number(r.cash_flow)]]),
    ),
    untrained: list(
      rowsOf(register, 'representatives')
        .filter(r => r.training === 'None recorded')
        .map(r => `${r.name} ${r.reference}`),
    ),
    flows: rowsOf(register, 'information').length,
    commitments: Object.fromEntries(
      rowsOf(register, 'commitments').map(r => [
        r.year,
        [Number(r.council), Number(r.grant), Number(r.others), Number(r.partnerships)],
      ]),
    ),
    duplicates: list(
      rowsOf(register, 'duplicates')
        .filter(r => r.partners === 100 && r.aims === 100)
        .map(r => pairOf(String(r.reference), String(r.other_reference))),
    ),
    dependent: list(rowsOf(register, 'dependent-partners').map(r => `${r.partner} ${r.reference}`)),
  }
}
