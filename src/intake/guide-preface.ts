/** What stands first in the guide for officers: how to answer. */

export const preface = `# The intake, question by question

An intake is one text file about one partnership. Everything Concordat writes comes from it: the agreement, the sign-off
pack, the register entry. \`concordat new\` writes one to start from, with the questions that your type of partnership
needs; \`concordat check\` says what is missing and who must answer it. This page lists every question there is. It is
written by the program from its own list of questions, so it is never out of date.

## How to answer

A question is a name, a colon and an answer. Questions that belong together are set in by two blanks under a name of
their own. Each item of a list starts with a hyphen:

\`\`\`yaml
name: Harrowdale Family Hubs Partnership
term:
  start: 2026-04-01
  kind: fixed
partners:
  - id: family-voice
    legal_name: Family Voice Harrowdale CIO
    is_host_council: no
\`\`\`

| you want to say | write |
|---|---|
| Nobody has answered yet | Nothing: leave it blank after the colon, or leave the line out. The draft prints the question, highlighted. "To be confirmed" means the same |
| There are none | \`none\`. It is an answer: the agreement says so |
| The question does not apply | \`{ not_applicable: the reason }\` |
| Two answers are about | \`{ disputed: [ { value: 2026-04-01, source: the bid }, { value: 2026-05-01, source: minutes of 3 March } ] }\`. Neither prints until one is agreed |
| A date | Year, month, day: \`2026-04-01\` |
| Money | Pounds: \`125000\`, \`125,000.50\` or \`£125,000\` |
| A percentage | \`12.5\` or \`12.5%\` |
| Yes or no | \`yes\` or \`no\` |
| Text with a colon, \`#\`, or a quotation mark at its start | Put it in double quotes: \`"Hubs: phase 1"\` |
| Text of several lines | A bar after the colon, then the lines, set in. A blank line starts a paragraph; \`- \` starts a list item: |

\`\`\`yaml
vision: |
  Every family finds help early.

  It finds it close to home.
\`\`\`

A word that must be one of a set (a choice) is typed as this page shows it, with underscores. A partner, an objective or
a risk is referred to by its \`id\`: lower-case letters, digits and hyphens, such as \`family-voice\`. Keep an id for ever, even
if the name changes.

## How a place is written

Messages say where an answer stands: \`term.start\` is the question \`start\` under \`term\`.
\`partners[family-voice].legal_name\` is the legal name of the partner with that id. An item without an id goes by its
position, counted from 1: \`contributions[2].amount\`. On this page \`partners[]\` stands for each of the partners.

## When a question is asked

Under each question stands when it is asked. A question is asked only when the group it stands in is. Where the answer
that decides is itself missing, that one is asked first. Who should answer, and by which stage, is a guide: anyone may fill in
the file.`
