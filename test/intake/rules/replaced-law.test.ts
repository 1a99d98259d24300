/** Law and bodies that have gone are found in whatever form officers type them; ordinary words that are like them are not. */
import { expect, test } from 'vitest'
import { runRules } from '../../../src/intake/rules/run-rules.ts'
import { readIntakeText } from '../../support/draft.ts'
import { asAt, settings } from '../../support/rule-settings.ts'

/** What the rule says of a sentence in an answer. */
function said(sentence: string): readonly string[] {
  const text = `background: |\n${sentence.replace(/^/gm, '  ')}\n`
  return runRules(readIntakeText(text).value!, settings, asAt)
    .filter(({ code }) => code === 'LAW-01')
    .map(({ message }) => message)
}

const ordinary = [
  'Each partner keeps to the UK GDPR and the Data Protection Act 2018.',
  'The United Kingdom General Data Protection Regulation governs the flow.',
  'The 2018 Data Protection Act allows it.',
  'Guidance of the Department of Health & Social Care is followed.',
  'A Department of Health and Social Care grant pays for it.',
  'Primary care trusts the hubs to refer families quickly.',
  'Primary care and the hospital trust meet weekly.',
  'Patients on CPA are seen by the community team.',
  'The Care Programme Approach (CPA) is being replaced locally.',
  'A continuous positive airway pressure (CPAP) clinic is run on Mondays.',
  'We audit commission that is paid to agents.',
  'The audit committee commissions a report each year.',
  'In our hubs every child matters and every parent is heard.',
  'They made a sure start on the first day.',
  'The Government Office for Science publishes the method.',
  'Services meet the national standards for England.',
  'The corporate assessment of risk is done in May.',
  'The bridge may be closed only on police authority.',
  'Gardens have the power to promote well-being in older people.',
  'Clubs work towards the Equality Standard for Sport.',
  'A section 31 grant from the Ministry meets half the cost.',
  'The state aids small traders in its own way.',
  'Adults who are vulnerable to falls are offered a visit.',
  'Customs differ between the two towns, and excise duty is not our affair.',
  'The learning and the skills that staff gain stay with them.',
  'The District Council’s auditor reads the accounts.',
  'Housing associations and a development corporation take part.',
  'The general power of competence is enough.',
  'Mental Health Act commissioners are welcome to visit.',
  'The EU settlement scheme is explained to families.',
  'Tender notices go to the central digital platform.',
  'A local agreement for the area is displayed in the hall.',
]

const outdated: readonly (readonly [sentence: string, words: string])[] = [
  ['All staff will have CRBs.', 'CRBs'],
  ['Nobody starts without a CRB check.', 'CRB'],
  ['The Criminal Records Bureau is asked.', 'Criminal Records Bureau'],
  ['Work with vulnerable adults is supervised.', 'vulnerable adults'],
  ['The PCT’s nurses attend.', 'PCT'],
  ['Northvale Primary Care Trust will chair.', 'Primary Care Trust'],
  ['The clinical commissioning group contributes half.', 'clinical commissioning group'],
  ['The Strategic Health Authority approves it.', 'Strategic Health Authority'],
  ['Public Health England advises.', 'Public Health England'],
  ['A Department of Health circular applies.', 'Department of Health'],
  ['Data is kept under the Data Protection Act of 1998.', 'Data Protection Act of 1998'],
  ['Records fall under the DPA 1998.', 'DPA 1998'],
  ['The EU’s GDPR applies to all partners.', 'GDPR'],
  ['A pooled fund under the Health Act flexibilities is set up.', 'Health Act flexibilities'],
  ['The s.31 agreement stays in place.', 's.31 agreement'],
  ['Section 31 of the Health Act allows it.', 'Section 31 of the Health Act'],
  ['A s28A payment is made.', 's28A'],
  ['The Council relies on its wellbeing powers.', 'wellbeing powers'],
  [
    'It uses the power to promote the economic, social and environmental well-being of its area.',
    'power to promote',
  ],
  ['The contract is advertised in OJEU.', 'OJEU'],
  ['European Union procurement is avoided.', 'European Union procurement'],
  ['European procurement rules do not apply.', 'European procurement rules'],
  ['The Public Contracts Regulations 2015 apply.', 'Public Contracts Regulations 2015'],
  ['There is no state aid.', 'state aid'],
  ['Books are open to the Audit Commission.', 'Audit Commission'],
  ['It will improve our CPA rating.', 'CPA'],
  ['BVPIs are reported.', 'BVPIs'],
  ['Tax is paid to the Inland Revenue.', 'Inland Revenue'],
  ['VAT is due to Customs & Excise.', 'Customs & Excise'],
  ['Access follows the Disability Discrimination Act.', 'Disability Discrimination Act'],
  ['The Race Relations Amendment Act binds it.', 'Race Relations Amendment Act'],
  ['The Police Authority is a member.', 'Police Authority'],
  ['Follow LSCB procedures.', 'LSCB'],
  ['The Sure Start committee decides.', 'Sure Start'],
  ['It is funded by the Learning & Skills Council.', 'Learning & Skills Council'],
  ['Data is kept under the Data Protection\nAct 1998 by each partner.', 'Data Protection Act 1998'],
]

test.each(ordinary)('no alarm over: %s', sentence => {
  expect(said(sentence)).toEqual([])
})

test.each(outdated)('told what to say today: %s', (sentence, words) => {
  const messages = said(sentence)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toContain(`'${words}`)
  expect(messages[0]).toMatch(/today (?:say|it would be): \S/)
})
