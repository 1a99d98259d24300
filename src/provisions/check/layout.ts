/** The layout of a template's wording against the grammar of docs/writing-clauses.md, line by line. */
import type { Finding } from '../../findings/finding.ts'
import type { Template } from '../template.ts'
import { faultAt } from './fault.ts'

interface Rule {
  readonly pattern: RegExp
  readonly applies: (template: Template) => boolean
  readonly message: string
}
const everywhere = () => true

const rules: readonly Rule[] = [
  { pattern: /^\s*(?!1\.)\d+[.)]\s/, applies: everywhere, message: 'every numbered item starts "1."' },
  { pattern: /^\s*[*+]\s/, applies: everywhere, message: 'a bullet starts with "- "' },
  { pattern: /^\s*#{3,}\s/, applies: everywhere, message: 'only # and ## headings are used' },
  {
    pattern: /^\s*#{1,2}\s/,
    applies: t => !['schedule', 'paper', 'instrument'].includes(t.form),
    message: 'a heading may stand only in a schedule, a paper or an instrument of variation',
  },
  {
    pattern: /^\s*>/,
    applies: t => t.form !== 'execution' && t.form !== 'paper',
    message: 'a quotation may stand only in an execution template or a paper',
  },
  { pattern: /^\s*1\.\s/, applies: t => t.form === 'paper', message: 'a paper holds no numbered items' },
  { pattern: /```|~~~/, applies: everywhere, message: 'code is not used' },
  { pattern: /<[a-zA-Z/!]/, applies: everywhere, message: 'HTML is not used' },
  { pattern: /\[[^\]]*\]\(/, applies: everywhere, message: 'links and pictures are not used' },
  {
    pattern: /^(?: {3}){4,}1\.\s/,
    applies: everywhere,
    message: 'items nest three deep at most: 1.1, (a), (i)',
  },
  {
    pattern: /^(?!(?: {3})*(?:1\.|-)\s) +(?:1\.|-)\s/,
    applies: everywhere,
    message: 'indent an item by three blanks a level',
  },
  {
    pattern: /^ +1\.\s/,
    applies: t => t.form === 'parties' || t.form === 'recitals',
    message: 'a party or a recital holds no numbered items',
  },
  {
    pattern: /^(?!\s*(?:1\.|##|>)\s+\{\{id ).*\{\{id /,
    applies: everywhere,
    message: 'a label stands at the start of a numbered item',
  },
  {
    pattern: /^\s*(?:1\.|-)(?:\s*$|\s+(?:1\.|-)(?:\s|$))/,
    applies: everywhere,
    message: 'an item starts with words on its own line, not with another item',
  },
  { pattern: /\t/, applies: everywhere, message: 'use blanks, not tabs' },
  { pattern: /\}\}\s*1\.\s/, applies: everywhere, message: 'a new item needs a line of its own' },
]

/** Lines of a template that break the grammar. */
export function layoutFaults(template: Template): Finding[] {
  return template.wording
    .split('\n')
    .flatMap((line, i) =>
      rules
        .filter(rule => rule.applies(template) && rule.pattern.test(line))
        .map(rule => faultAt('TPL-01', rule.message, template, { line: i + 1, column: 1 })),
    )
}
