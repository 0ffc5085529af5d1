import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

export type Making = {
  project: string
  /** What is made, as its folder is called. */
  name: string
  /** Files and folders of the project that it is made of. */
  from: readonly string[]
  make(folder: string): Promise<unknown>
}

// `infra/local` reads what is made and is no part of it; what two towns make at once must not be swept from under them.
const neverIngredients = [join('infra', 'local')]
const oldAfterMilliseconds = 60 * 60_000

/** The folder with what was made of these very sources: the kept one, or a new one when something changed. */
export async function cachedBuild({ project, name, from, make }: Making): Promise<string> {
  const shelf = join(project, 'cdk.out')
  const built = join(shelf, `${name}-${hashOf(project, from)}`)
  if (existsSync(built)) return built
  mkdirSync(shelf, { recursive: true })
  const fresh = mkdtempSync(join(shelf, `${name}-being-made-`))
  try {
    await make(fresh)
    sweepOld(shelf, name)
    renameSync(fresh, built)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Another town made the same at the same moment: hers will do.
    if (!existsSync(built)) throw error
  }
  return built
}

function hashOf(project: string, from: readonly string[]): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of from.flatMap((path) => filesUnder(join(project, path), project))) {
    hash.update(relative(project, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(path: string, project: string): string[] {
  if (!existsSync(path) || neverIngredients.includes(relative(project, path))) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((child) => filesUnder(join(path, child), project))
}

function sweepOld(shelf: string, name: string): void {
  for (const child of readdirSync(shelf)) {
    const path = join(shelf, child)
    // Another town may be at it too: what it moved or swept a moment ago is not there any more.
    const found = child.startsWith(`${name}-`) ? statSync(path, { throwIfNoEntry: false }) : undefined
    if (found && Date.now() - found.mtimeMs > oldAfterMilliseconds) rmSync(path, { recursive: true, force: true })
  }
}
