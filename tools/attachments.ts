/** `npm run attachments`: the letters that the family hubs' example attaches to its pack, all invented, written as small PDFs into `data/intake/attachments/`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PDFDocument, type PDFFont, StandardFonts } from '@cantoo/pdf-lib'

const A4 = { width: 595.28, height: 841.89 }
const MARGIN = 72
const SIZE = 11
const LEADING = 15

interface Letter {
  readonly file: string
  readonly title: string
  readonly head: readonly string[]
  readonly paragraphs: readonly string[]
}

const letters: readonly Letter[] = [
  {
    file: 'family-hubs-offer-letter.pdf',
    title: 'Offer of grant TFF/2026/0417',
    head: [
      'National Children’s Endowment',
      'Thriving Families Fund',
      '14 Larkspur Court, Harrowdale HD1 4TT',
      '',
      '29 July 2026',
      'Our reference: TFF/2026/0417',
    ],
    paragraphs: [
      'To: Northvale Borough Council, as accountable body for the Northvale Family Hubs Partnership',
      'We are glad to offer your partnership a grant of up to £1,860,000 from the Thriving Families Fund, for four family hubs that are open from 1 January 2027 to 31 December 2029.',
      'The grant pays what you spend between those dates on the purposes in your bid. You claim every quarter in arrears, on our form, with a list of what was spent and on what. We pay within thirty days of a claim that is complete.',
      'By 30 September 2027 four hubs must be open six days a week. By the end of the grant 4,800 different families must have used one, 1,900 mothers must have had help with infant feeding within ten days of birth, and 540 couples and co-parents must have completed a course of relationship support.',
      'We may ask for money back if it was spent on something outside the purposes, if it cannot be shown to have been spent, or if the hubs close before the grant ends. You keep the records for seven years after the last payment, and our auditors may see them.',
      'The Council answers to us for the whole grant, whichever partner spends it. You will want an agreement with your partners that says who bears a repayment.',
      'To accept, have the enclosed form signed by an officer with authority and returned by 7 August 2026.',
      'Beatrix Holloway, Director of Grants',
    ],
  },
  {
    file: 'family-hubs-legal-advice.pdf',
    title: 'Advice on the family hubs agreement',
    head: [
      'Northvale Borough Council',
      'Legal Services',
      '',
      '14 October 2026',
      'Confidential: legal advice',
    ],
    paragraphs: [
      'To: Lucinda Farrow, Director of Children and Families',
      'You asked whether the Council may enter the Northvale Family Hubs Partnership on the terms now drafted. In my view it may.',
      'Power. The Council may lead the hubs and hold the grant under the powers that the agreement names for it. Each partner should name its own; the draft now does.',
      'Form. Money passes without a price in return, so the agreement should be a deed. Two of the partners act through trustees; their blocks follow their constitutions.',
      'Child protection. Statutory child protection must stay outside the arrangement. The draft says so where it lists what the services are not.',
      'Grant. The funder holds the Council alone to its terms. The draft now passes them to the partners and shares a repayment by fault first, then in fixed shares. I advise that the shares be looked at again if a partner’s budget changes by more than a tenth.',
      'What remains is a risk for you to weigh and not a bar: a small charity could not repay its share at once. The cap on what the Council lays out meanwhile keeps that risk within what Finance has approved.',
      'Adaeze Thornbury, Principal Solicitor',
    ],
  },
]

/** Breaks a paragraph into lines no wider than the text. */
function linesOf(paragraph: string, font: PDFFont): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (font.widthOfTextAtSize(longer, SIZE) <= A4.width - 2 * MARGIN) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

async function write({ file, title, head, paragraphs }: Letter): Promise<void> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(title)
  document.setLanguage('en-GB')
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const bold = await document.embedFont(StandardFonts.TimesRomanBold)
  let page = document.addPage([A4.width, A4.height])
  let y = A4.height - MARGIN
  const print = (text: string, face: PDFFont): void => {
    if (y < MARGIN) {
      page = document.addPage([A4.width, A4.height])
      y = A4.height - MARGIN
    }
    page.drawText(text, { x: MARGIN, y, size: SIZE, font: face })
    y -= LEADING
  }
  for (const line of head) print(line, font)
  y -= LEADING
  print(title, bold)
  for (const paragraph of paragraphs) {
    y -= LEADING / 2
    for (const line of linesOf(paragraph, font)) print(line, font)
  }
  writeFileSync(new URL(file, folder), await document.save())
  console.log(`wrote ${fileURLToPath(new URL(file, folder))}`)
}

const folder = new URL('../data/intake/attachments/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const letter of letters) await write(letter)
