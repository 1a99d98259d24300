/** A process that writes one version after another into the folder it is given until it is killed. */
import { writeVersion } from './versions.ts'

for (let version = 1; ; version++) {
  const { findings } = await writeVersion(process.argv[2]!, version)
  if (findings.length > 0) throw new Error(findings[0]!.message)
  // From here on there is something to lose.
  if (version === 1) process.send?.('begun')
}
