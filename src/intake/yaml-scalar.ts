/** Writes one answer as YAML: text in, what to put after the colon out, quoted wherever it would not read back as typed. */
import { stringify } from 'yaml'

/** Words that, unquoted, stand for a state of the answer and not for themselves. */
const states =
  /^(?:none|null|~|n\/?a|n\.a\.|not[ _]applicable|tb[acd]|t\.b\.c\.|to (?:be .*|follow)|(?:not |un)known.*|n\/k|\?+)$/i

/** What a reader takes for the start or end of a quotation, or a blank that may be lost. */
const needsQuotes = /^[\s“”„‘’]|[\s“”„‘’]$|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/

/** The text on one line, plain where that is safe by YAML 1.1 and 1.2 alike. */
export function writeYamlScalar(text: string): string {
  const simple = text.trim().replace(/\s+/g, ' ')
  const isRisky = states.test(simple) || needsQuotes.test(text)
  const pair = stringify(
    { k: text },
    {
      version: '1.1',
      lineWidth: 0,
      blockQuote: false,
      defaultKeyType: 'PLAIN',
      defaultStringType: isRisky ? 'QUOTE_DOUBLE' : 'PLAIN',
    },
  )
  return pair.slice('k: '.length).replace(/\n$/, '')
}
