// The libraries that a developer would otherwise pick, each as a function from its ready material to a Word file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'

const bytesIn = folder => readFileSync(join(folder, 'template.docx'))
const dataIn = folder => JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8'))

/** By name: loads the library and gives a function that makes one document. */
export const libraries = {
  async docxtemplater(folder) {
    const { default: PizZip } = await import('pizzip')
    const { default: Docxtemplater } = await import('docxtemplater')
    const [template, data] = [bytesIn(folder), dataIn(folder)]
    return () => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true })
      document.render(data)
      return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
    }
  },
  async 'easy-template-x'(folder) {
    const { TemplateHandler } = await import('easy-template-x')
    const [template, data] = [bytesIn(folder), dataIn(folder)]
    return () => new TemplateHandler().process(template, data)
  },
  async 'docx-templates'(folder) {
    const { createReport } = await import('docx-templates')
    const [template, data] = [bytesIn(folder), dataIn(folder)]
    return () => createReport({ template, data, cmdDelimiter: ['{', '}'], noSandbox: true })
  },
  /** As one writes it by hand with the `docx` package: styles of its own, one numbered list, tables. */
  async 'docx by hand'(folder) {
    const docx = await import('docx')
    const { byHand } = await import('./by-hand.mjs')
    const blocks = JSON.parse(readFileSync(join(folder, 'blocks.json'), 'utf8'))
    return () => docx.Packer.toBuffer(byHand(docx, blocks))
  },
  /** The floor: the finished parts, deflated by native zlib. No library could do less. */
  async 'deflate alone'(folder) {
    const parts = Object.values(JSON.parse(readFileSync(join(folder, 'parts.json'), 'utf8')))
    return () => Buffer.concat(parts.map(part => deflateRawSync(part)))
  },
}
