/** Registers for tests: intakes as text in, the register of them and all that it is made from out. */
import { readFileSync } from 'node:fs'
import { ruleSettings } from '../../src/commands/rule-settings.ts'
import { asRecorded } from '../../src/intake/as-recorded.ts'
import { runRules } from '../../src/intake/rules/run-rules.ts'
import { contactsOf } from '../../src/provisions/contacts.ts'
import {
  type Entry,
  enter,
  entryData,
  type LeftOut,
  type RegisterSettings,
} from '../../src/register/entry.ts'
import { makeRegister, type Register } from '../../src/register/register.ts'
import { cellOf, type Sheet, type SheetCell, type SheetId } from '../../src/register/sheet.ts'
import { readRegisterWording } from '../../src/register/wording.ts'
import { readIntakeText, settings } from './draft.ts'
import { portfolioDay } from './portfolio.ts'

const dataFile = (name: string) =>
  readFileSync(new URL(`../../data/register/${name}`, import.meta.url), 'utf8')

export const wording = readRegisterWording(dataFile('wording.yaml')).value!
export const page = { css: dataFile('page.css'), js: dataFile('page.js') }

export const registerSettings: RegisterSettings = {
  asAt: portfolioDay,
  council: settings.council.name,
  readings: settings.interpretations.readings,
  templates: settings.templatesHash,
  isLawInForce: id => settings.law.instruments.get(id)?.isInForce === true,
  lawTitle: id => settings.law.instruments.get(id)?.title ?? id,
  contacts: contactsOf(settings.code, settings.council),
  reportingFor: type => settings.code.types.find(t => t.type === type)?.reporting,
}

export interface Given {
  readonly file: string
  readonly text: string
}

/** The register of some intakes. Those that cannot be read are left out. */
export function registerOf(
  given: readonly Given[],
  drafted: Readonly<Record<string, Entry['drafted']>> = {},
): Register {
  const entries: Entry[] = []
  const leftOut: LeftOut[] = []
  const rules = ruleSettings(settings)
  for (const { file, text } of given) {
    const { value, findings } = readIntakeText(text, file)
    if (value)
      entries.push(
        enter(
          entryData(
            asRecorded(value, portfolioDay),
            [...findings, ...runRules(value, rules, portfolioDay)],
            registerSettings,
            drafted[file],
          ),
        ),
      )
    else leftOut.push({ file, why: 'it cannot be read' })
  }
  return makeRegister(entries, leftOut, registerSettings)
}

export const sheetOf = (register: Register, id: SheetId): Sheet => register.sheets.find(s => s.id === id)!

/** A sheet as objects by column id. */
export const rowsOf = (register: Register, id: SheetId): Record<string, SheetCell>[] => {
  const sheet = sheetOf(register, id)
  return sheet.rows.map(row => Object.fromEntries(sheet.columns.map(c => [c.id, cellOf(sheet, row, c.id)])))
}
