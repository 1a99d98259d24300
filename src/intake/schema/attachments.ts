/** Papers of others that are bound into the sign-off pack: those attached to the agreement, and those for the council alone. */
import { choice, group, list, text } from '../fields.ts'

/** One file that goes into the pack. */
const attachment = group('Attachment', {
  title: text('Title', {
    ask: 'What is the attached document called?',
    example: 'Grant offer letter',
  }),
  file: text('File', {
    ask: 'Which PDF file is it?',
    help: 'Its path from the folder of the intake file, with forward slashes. It must be a PDF without a password.',
    example: 'attachments/grant-offer-letter.pdf',
  }),
  kind: choice(
    'Kind',
    {
      legal_advice: 'Legal advice',
      finance_advice: 'Financial advice',
      other_advice: 'Other advice',
      funder_offer: 'Funder’s offer',
      funder_terms: 'Funder’s terms',
      business_case: 'Business case',
      impact_assessment: 'Impact assessment',
      minutes: 'Minutes or decision of a meeting',
      plan: 'Plan or drawing',
      other: 'Other',
    },
    { ask: 'What kind of paper is it?', example: 'funder_offer' },
  ),
})

/** Named in the agreement, so every partner reads their titles. */
export const attachments = list('Attachments', attachment, {
  ask: 'Which other documents are attached?',
  help: 'Named in the agreement as attached for reference, and bound into the sign-off pack.',
  need: 'optional',
})

export const attachmentsFields = {
  pack_attachments: list('Attachments to the sign-off pack', attachment, {
    ask: 'Which papers of others should the director see beside our own?',
    help: 'PDF files such as legal advice. They are bound into the sign-off pack and stay out of the agreement; what is attached to the agreement itself is bound in as well.',
    need: 'optional',
    isPrivate: true,
    code: 'Code 7.6',
  }),
}
