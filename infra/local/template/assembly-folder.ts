import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cachedBuild } from '../machine/cached-build.ts'
import { PlainError } from '../machine/plain-error.ts'

/** The folder with the templates synthesised from the current sources. */
export function assemblyFolder(project: string): Promise<string> {
  const from = ['infra', 'shared', 'package-lock.json', 'cdk.json']
  return cachedBuild({ project, name: 'local-template', from, make: (folder) => synthesise(project, folder) })
}

async function synthesise(project: string, folder: string): Promise<void> {
  const environment = {
    ...process.env,
    CDK_OUTDIR: folder,
    // Functions are bundled elsewhere, and `npm test` runs the validation. Test cases are left out, so that changing a scenario does not
    // synthesise anew.
    CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [], 'permanence:scenarios': false }),
    CDK_VALIDATION: 'false',
  }
  try {
    await promisify(execFile)(process.execPath, [join(project, 'infra', 'synth.ts')], { cwd: project, env: environment, maxBuffer: 1e8 })
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new PlainError(`The template could not be synthesised (npm run synth shows the same):\n${words.trim()}`)
  }
}
