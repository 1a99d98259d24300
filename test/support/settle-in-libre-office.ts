/**
 * Word files with tracked changes in, the text that LibreOffice shows once it has accepted or rejected all of them out. It
 * runs a macro of ours in a profile of its own, and so has nothing in common with how the program writes or reads a file.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface ToSettle {
  readonly docx: Uint8Array
  readonly verdict: 'accept' | 'reject'
}

/** Opens every file of a folder, does with its changes what its name begins with, and saves its text beside it. */
const macro = `Sub Settle(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim asText(1) As New com.sun.star.beans.PropertyValue
  asText(0).Name = "FilterName"
  asText(0).Value = "Text (encoded)"
  asText(1).Name = "FilterOptions"
  asText(1).Value = "UTF8,LF"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  name = Dir(folder & "/*.docx", 0)
  Do While name <> ""
    doc = StarDesktop.loadComponentFromURL(ConvertToURL(folder & "/" & name), "_blank", 0, hidden())
    verdict = "RejectAllTrackedChanges"
    If Left(name, 6) = "accept" Then verdict = "AcceptAllTrackedChanges"
    helper.executeDispatch(doc.CurrentController.Frame, ".uno:" & verdict, "", 0, Array())
    doc.storeToURL(ConvertToURL(folder & "/" & name & ".txt"), asText())
    doc.close(True)
    name = Dir
  Loop
End Sub
`
const module = (basic: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
${basic.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}
</script:module>`
const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>`

/** The text of each file once its changes are settled, by its name. */
export function settledInLibreOffice(
  files: Readonly<Record<string, ToSettle>>,
): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-settled-'))
  try {
    const profile = join(folder, 'profile')
    const soffice = (...words: readonly string[]) => {
      const where = `-env:UserInstallation=${pathToFileURL(profile).href}`
      const done = spawnSync('soffice', [where, '--headless', '--norestore', ...words], {
        encoding: 'utf8',
        timeout: 240_000,
      })
      if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`)
    }
    // The first start lays the profile out, and would write over a macro that stood there before.
    soffice('--terminate_after_init')
    const basic = join(profile, 'user/basic/Standard')
    mkdirSync(basic, { recursive: true })
    writeFileSync(join(basic, 'Module1.xba'), module(macro))
    writeFileSync(join(basic, 'script.xlb'), library)
    const placed = Object.entries(files).map(([name, { docx, verdict }]) => {
      const path = join(folder, `${verdict} ${name}.docx`)
      writeFileSync(path, docx)
      return [name, `${path}.txt`] as const
    })
    soffice(`macro:///Standard.Module1.Settle("${folder}")`)
    return Object.fromEntries(placed.map(([name, path]) => [name, readFileSync(path, 'utf8')]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
