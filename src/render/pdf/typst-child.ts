/** The program of the process that lays pages out: a job as JSON on its standard input, a line of JSON and the file on its standard output. */

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
const job = JSON.parse(readFileSync(0, 'utf8'))
let typst
try { typst = require(job.typst) } catch (error) { say({ is: 'absent', why: words(error) }) }
if (typst) try {
  const fontBlobs = job.fonts.map(font => Buffer.from(font, 'base64'))
  const compiler = typst.NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs }] })
  compiler.mapShadow('/pack.json', Buffer.from(job.data))
  const compiled = compiler.compile({ mainFileContent: job.template })
  const { result } = compiled
  if (!result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
  const bytes = compiler.pdf(result, {
    ...(job.tagged ? { pdfStandard: 'ua-1' } : { pdfTags: false }),
    creationTimestamp: job.timestamp,
  })
  const marks = selector => compiler.query(result, { selector, field: 'value' })
  say({ is: 'printed', pages: result.numOfPages, boxes: marks('<field>'), ends: marks('<end>') }, bytes)
} catch (error) { say({ is: 'failed', why: words(error) }) }
`
