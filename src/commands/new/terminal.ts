/** Puts questions to the person at the terminal. The only place that knows the prompt library. */
import { cancel, intro, isCancel, outro, select, text, updateSettings } from '@clack/prompts'
import { type Asker, Interrupted } from './facts.ts'

const notKnown = 'not-known-yet'

/** Prompts go where messages go, so that results can be piped. */
const output = process.stderr

/** An asker at the terminal. Every question starts at "not known yet", so that Enter never says what nobody knows. */
export const terminalAsker: Asker = {
  text: async (question, { example, fault }) => {
    const answer = await text({
      message: question,
      validate: typed => fault(typed ?? ''),
      output,
      ...(example && { placeholder: `such as ${example}` }),
    })
    return settle(answer) ?? ''
  },
  choose: async (question, choices, help) => {
    const answer = await select({
      message: help ? `${question}\n${help}` : question,
      options: [
        { value: notKnown, label: 'Not known yet' },
        ...Object.entries(choices).map(([value, label]) => ({ value, label })),
      ],
      initialValue: notKnown,
      maxItems: 12,
      output,
    })
    const chosen = settle(answer)
    return chosen === notKnown ? undefined : chosen
  },
}

function settle<T>(answer: T): Exclude<T, symbol> {
  if (!isCancel(answer)) return answer as Exclude<T, symbol>
  cancel('Stopped. Nothing was written.', { output })
  throw new Interrupted('Ctrl-C')
}

/** What stands before the first question. */
export function openPrompts(): void {
  // Ctrl-D ends the input; the library would wait for an answer that can no longer come.
  updateSettings({ aliases: { '\u0004': 'cancel' } })
  intro('A new intake. Press Enter where you do not know yet; Ctrl-C stops and writes nothing.', { output })
}

/** What stands after the last. */
export const closePrompts = (): void => outro('Thank you.', { output })
