/**
 * The program of the process that lays pages out: on its standard input a line of JSON, then the template, its data and the fonts;
 * on its standard output a line of JSON and the file.
 */

/**
 * It stands here as text so that it runs alike from source, from the bundle and in tests. Ctrl-C reaches it as well as the
 * program, which finishes the pack in hand before it stops; so it works on.
 */
export const CHILD = `
const { readFileSync, writeSync } = require('node:fs')
process.on('SIGINT', () => {})
const say = (answer, bytes) => {
  let rest = Buffer.concat([Buffer.from(JSON.stringify(answer) + '\\n'), bytes ?? Buffer.alloc(0)])
  while (rest.length > 0) {
    try { rest = rest.subarray(writeSync(1, rest)) } catch (error) { if (error.code !== 'EAGAIN') throw error }
  }
}
const words = error => String((error && error.message) || JSON.stringify(error?.shortDiagnostics) || error).split('\\n')[0]
const asked = readFileSync(0)
let at = asked.indexOf('\\n') + 1
const job = JSON.parse(asked.subarray(0, at).toString())
const [template, data, ...fontBlobs] = job.lengths.map(length => asked.subarray(at, at += length))
let typst
try { typst = require(job.typst) } catch (error) { say({ is: 'absent', why: words(error) }) }
if (typst) try {
  const compiler = typst.NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs }] })
  compiler.mapShadow('/pack.json', data)
  const compiled = compiler.compile({ mainFileContent: template.toString() })
  const { result } = compiled
  if (!result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
  // What Typst keeps for laying the same pages out again is a tenth of the memory of this process when the file is made.
  compiler.evictCache(0)
  const bytes = compiler.pdf(result, {
    ...(job.tagged ? { pdfStandard: 'ua-1' } : { pdfTags: false }),
    creationTimestamp: job.timestamp,
  })
  const marks = selector => compiler.query(result, { selector, field: 'value' })
  say({ is: 'printed', pages: result.numOfPages, boxes: marks('<field>'), ends: marks('<end>') }, bytes)
} catch (error) { say({ is: 'failed', why: words(error) }) }
`
