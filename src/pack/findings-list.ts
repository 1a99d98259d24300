/** Every finding of an intake in; the same by stage and then by who must act out, with what to do about each. */
import { codes } from '../findings/codes.ts'
import { type Finding, type Owner, type Severity, type Stage, stages } from '../findings/finding.ts'
import { lineToAnswer } from '../findings/place-words.ts'
import { group, list, text } from '../intake/fields.ts'
import type { PackInput } from './pack-input.ts'

export const findingsField = list(
  'Stages',
  group('Stage', {
    title: text('Stage'),
    owners: list(
      'Owners',
      group('Owner', {
        title: text('Owner'),
        count: text('Count'),
        findings: list(
          'Findings',
          group('Finding', {
            severity: text('Severity'),
            code: text('Code'),
            message: text('Finding'),
            cure: text('What to do'),
            place: text('Where'),
            source: text('Rule'),
          }),
        ),
      }),
    ),
  }),
)

const stageTitles: Readonly<Record<Stage, string>> = {
  in_principle: 'Before approval in principle',
  draft: 'For the draft',
  consultation: 'For consultation',
  sign_off: 'Before signing',
  live: 'Once it runs',
  review: 'At review',
  exit: 'At the end',
}

const severityTitles: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  gap: 'Question',
  note: 'Note',
}
const severities = Object.keys(severityTitles) as readonly Severity[]

/** Groups findings as a report: by stage in order, by owner in the order first met, the gravest first. */
export const findingsValues = ({ findings, settings }: PackInput) =>
  stages.flatMap(stage => {
    const here = findings.filter(f => (f.stage ?? 'in_principle') === stage)
    const owners = [...new Set(here.map(ownerOf))]
    return here.length === 0
      ? []
      : [
          {
            title: stageTitles[stage],
            owners: owners.map(owner => {
              const theirs = here
                .filter(f => ownerOf(f) === owner)
                .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
              return {
                title: settings.council.owners[owner],
                count: String(theirs.length),
                findings: theirs.map(rowOf),
              }
            }),
          },
        ]
  })

const ownerOf = ({ owner = 'officer' }: Finding): Owner => owner

const rowOf = ({ severity, code, message, hint, place, source }: Finding) => ({
  severity: severityTitles[severity],
  code,
  message,
  cure: hint ?? codes[code].cure,
  place: place
    ? `${place.path ?? ''}${place.path ? ', ' : ''}${severity === 'gap' ? lineToAnswer(place) : `line ${place.start.line}`}`
    : '',
  source: source ?? '',
})
