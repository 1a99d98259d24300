/** `concordat new` as a whole: what it writes, what it leaves alone, what it says and the exit code it gives. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../../src/command-line.ts'
import { check } from '../../src/commands/check.ts'
import { draft } from '../../src/commands/draft.ts'
import { type Asker, Interrupted } from '../../src/commands/new/facts.ts'
import { startIntake } from '../../src/commands/new.ts'
import { intakeJsonSchema } from '../../src/intake/json-schema.ts'
import { at, folder, intakeIn, said, scripted, silent, useDesk, world } from './new-desk.ts'

useDesk()

describe('writing a new intake', () => {
  it('writes the intake and its schema, and says what to do next', async () => {
    expect(await startIntake(world, 'hubs.yaml', { ...silent, type: 'grant_programme' })).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['hubs.yaml', 'intake.schema.json'])
    expect(intakeIn('hubs.yaml').intake).toMatchObject({ type: 'grant_programme', intake_date: '2026-11-22' })
    expect(JSON.parse(readFileSync(at('intake.schema.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(intakeJsonSchema())),
    )
    expect(said.join('\n')).toContain('concordat check hubs.yaml')
  })

  it('writes what check and draft take at once, with gaps only', async () => {
    await startIntake(world, 'hubs.yaml', { ...silent, type: 'section_75' })
    expect(await check(world, ['hubs.yaml'], { asAt: '2026-11-22' })).toBe(0)
    expect(await draft(world, ['hubs.yaml'], { out: at('out'), asAt: '2026-11-22', brief: true })).toBe(0)
    expect(said.join('\n')).toMatch(/wrote .*partnership-agreement\.docx/)
  })

  it.each([
    ['CON.yaml', 'CON-partnership.yaml'],
    ['lpt1.hubs.yml', 'lpt1-partnership.yaml'],
    ['intakes/Nul.yaml', 'intakes/Nul-partnership.yaml'],
  ])('writes no file under a name that Windows keeps for itself: %s', async (file, other) => {
    mkdirSync(at('intakes'))
    expect(await startIntake(world, file, silent)).toBe(2)
    expect(said.join('\n')).toContain('a name that Windows keeps for a device')
    expect(said.join('\n')).toContain(`new ${other}.`)
    expect(readdirSync(folder)).toEqual(['intakes'])
  })

  it('asks nothing without a terminal, and leaves an unnamed type blank', async () => {
    expect(await startIntake(world, 'any.yaml', { input: true })).toBe(0)
    expect(intakeIn('any.yaml').intake.type).toBeUndefined()
    expect(readFileSync(at('any.yaml'), 'utf8')).toMatch(/^type: $/m)
  })

  it('asks nothing when told not to', async () => {
    const heard: string[] = []
    expect(await startIntake(world, 'any.yaml', silent, scripted([], heard))).toBe(0)
    expect(heard).toEqual([])
  })

  it('puts a name with blanks in quotes where it says what to type', async () => {
    await startIntake(world, 'my hubs.yaml', silent)
    expect(said.join('\n')).toContain('concordat check "my hubs.yaml"')
  })

  it.each([
    [undefined, '  concordat check hubs.yaml'],
    ['exec', '  npx concordat check hubs.yaml'],
  ])('says it as it was typed: npm_command %j gives %j', async (npm_command, line) => {
    await startIntake({ ...world, env: { ...world.env, npm_command } }, 'hubs.yaml', silent)
    expect(said.join('\n').split('\n')).toContain(line)
  })

  it('is what the command line runs', async () => {
    let code = -1
    const program = commandLine(world, given => {
      code = given
    })
    await program.parseAsync(['new', 'hubs.yaml', '--type', 'formal_forum', '--no-input'], { from: 'user' })
    expect([code, intakeIn('hubs.yaml').intake.type]).toEqual([0, 'formal_forum'])
  })
})

describe('refusing', () => {
  it('knows no type but those there are, and suggests the near one', async () => {
    expect(await startIntake(world, 'hubs.yaml', { ...silent, type: 'grant_program' })).toBe(2)
    expect(said.join('\n')).toContain('Did you mean grant_programme?')
    expect(said.join('\n')).toMatch(/ {2}section_75 +section 75 partnership/)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['constructor', '__proto__', ''])('takes %j for no type', async type => {
    expect(await startIntake(world, 'hubs.yaml', { ...silent, type })).toBe(2)
  })

  it('leaves a file that is there as it is, and asks nothing first', async () => {
    writeFileSync(at('hubs.yaml'), 'name: Mine\n')
    const heard: string[] = []
    expect(await startIntake(world, 'hubs.yaml', { input: true }, scripted([], heard))).toBe(3)
    expect(readFileSync(at('hubs.yaml'), 'utf8')).toBe('name: Mine\n')
    expect([heard, readdirSync(folder)]).toEqual([[], ['hubs.yaml']])
    expect(said).toEqual([
      'hubs.yaml is there already, so it was left alone. Choose another name, or move it away first.',
    ])
  })

  it('leaves a file alone that came while the questions were asked', async () => {
    const asker = scripted([])
    const slow: Asker = {
      ...asker,
      text: async (question, options) => {
        writeFileSync(at('hubs.yaml'), 'name: Theirs\n')
        return asker.text(question, options)
      },
    }
    expect(await startIntake(world, 'hubs.yaml', { input: true }, slow)).toBe(3)
    expect(readFileSync(at('hubs.yaml'), 'utf8')).toBe('name: Theirs\n')
    expect(readdirSync(folder)).toEqual(['hubs.yaml'])
  })

  it('takes a link that leads nowhere for a file', async () => {
    symlinkSync(at('nowhere'), at('hubs.yaml'))
    expect(await startIntake(world, 'hubs.yaml', silent)).toBe(3)
    expect(existsSync(at('nowhere'))).toBe(false)
  })

  it('says so when a folder is named', async () => {
    mkdirSync(at('intakes'))
    expect(await startIntake(world, 'intakes', silent)).toBe(2)
    expect(said.join('\n')).toContain('intakes is a folder')
  })

  it.each(['hubs.docx', 'hubs', '-'])(
    'refuses %j, which neither editors nor the register would know',
    async name => {
      expect(await startIntake(world, name, silent)).toBe(2)
      expect(said.join('\n')).toMatch(/has to end in \.yaml.* new (hubs|-)\.yaml\.$/)
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it('says which folder is missing', async () => {
    expect(await startIntake(world, 'no/hubs.yaml', silent)).toBe(1)
    expect(said.join('\n')).toMatch(/hubs\.yaml cannot be written: there is no folder .*no\. Make it first/)
  })

  it('says so when a file stands where the folder should', async () => {
    writeFileSync(at('file'), '')
    expect(await startIntake(world, 'file/hubs.yaml', silent)).toBe(1)
    expect(said.join('\n')).toMatch(/file is not a folder/)
  })

  it.skipIf(process.getuid?.() === 0)('says so when the folder may not be written', async () => {
    mkdirSync(at('locked'))
    chmodSync(at('locked'), 0o555)
    expect(await startIntake(world, 'locked/hubs.yaml', silent)).toBe(1)
    expect(said.join('\n')).toContain('you may not write in')
  })

  it('refuses a name that no file can have, and leaves nothing behind', async () => {
    expect(await startIntake(world, `${'n'.repeat(300)}.yaml`, silent)).toBe(1)
    expect(said.join('\n')).toContain('the name is too long. Choose a shorter one.')
    expect(readdirSync(folder)).toEqual([])
  })

  it('writes nothing when the person presses Ctrl-C', async () => {
    const asker = scripted([])
    const stopping: Asker = { ...asker, choose: () => Promise.reject(new Interrupted('Ctrl-C')) }
    expect(await startIntake(world, 'hubs.yaml', { input: true }, stopping)).toBe(130)
    expect(said).toEqual(['Interrupted: nothing was written.'])
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the schema beside the intake', () => {
  it('is brought up to date when it is an older one of ours', async () => {
    writeFileSync(at('intake.schema.json'), '{ "title": "Concordat intake", "properties": {} }')
    expect(await startIntake(world, 'hubs.yaml', silent)).toBe(0)
    const { properties } = JSON.parse(readFileSync(at('intake.schema.json'), 'utf8'))
    expect(properties).toHaveProperty('partners')
    expect(readdirSync(folder).sort()).toEqual(['hubs.yaml', 'intake.schema.json'])
  })

  it.each(['{ "title": "Something else" }', 'not JSON', 'null'])(
    'is left alone when it is not ours: %s',
    async text => {
      writeFileSync(at('intake.schema.json'), text)
      expect(await startIntake(world, 'hubs.yaml', silent)).toBe(0)
      expect(readFileSync(at('intake.schema.json'), 'utf8')).toBe(text)
      expect(said.join('\n')).toContain('intake.schema.json is not Concordat’s, so it was left alone.')
    },
  )

  it('is not mentioned when it is up to date', async () => {
    await startIntake(world, 'one.yaml', silent)
    said.length = 0
    await startIntake(world, 'two.yaml', silent)
    expect(said.join('\n')).not.toContain('intake.schema.json')
  })
})
