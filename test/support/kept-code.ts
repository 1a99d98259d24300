/** A command and the folder of a build in; printed: whether V8 takes the code that the build kept for that command. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { setPace } from '../../src/pace.ts'

const [, , command, folder] = process.argv
setPace()
const filename = join(folder!, 'program.cjs')
const { cachedDataRejected } = new Script(readFileSync(filename, 'latin1'), {
  filename,
  cachedData: readFileSync(join(folder!, `program.${command}.code`)),
})
console.log(cachedDataRejected ? 'refused' : 'taken')
