/** `npx tsx tools/portfolio.ts FOLDER [COUNT] [SEED]`: writes made-up partnerships into a folder, to try a register or a batch on. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePortfolio } from '../test/support/portfolio.ts'

const [folder, count = '500', seed = '1'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder to write into.')
mkdirSync(folder, { recursive: true })
for (const { file, text } of makePortfolio(Number(seed), Number(count)))
  writeFileSync(join(folder, file), text)
