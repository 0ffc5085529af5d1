import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isMainThread } from 'node:worker_threads'

export type Making = {
  project: string
  /** The name of the build, used in its folder's name. */
  name: string
  /** The files and folders of the project on which the build depends. */
  from: readonly string[]
  make(folder: string): Promise<unknown>
}

// `infra/local` uses the builds and does not affect them.
const excludedSources = [join('infra', 'local')]
// Enough to switch between a few states of the sources. Counted rather than timed, since the clocks of two processes may differ.
const generationsKept = 4

/** The folder with the build of the current sources: an existing one, or a new one if the sources changed. */
export async function cachedBuild({ project, name, from, make }: Making): Promise<string> {
  const folderOfBuilds = join(project, 'cdk.out')
  const built = join(folderOfBuilds, `${name}-${hashOf(project, from)}`)
  const before = existingBuild(built)
  if (before) return before
  mkdirSync(folderOfBuilds, { recursive: true })
  const fresh = mkdtempSync(join(folderOfBuilds, `${name}-being-made-${process.pid}-`))
  try {
    mkdirSync(join(fresh, contents))
    await make(join(fresh, contents))
    return publishBuild({ folderOfBuilds, name, built }, fresh)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    sweep(folderOfBuilds, name)
  }
}

const contents = 'made'
const usedBy = 'used-by-'
const generation = 'generation-'

// A process marks a build as used before it opens it, so that no other process removes it meanwhile.
function existingBuild(built: string): string | null {
  try {
    markUsed(built)
    return join(built, contents)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function publishBuild({ folderOfBuilds, name, built }: { folderOfBuilds: string; name: string; built: string }, fresh: string): string {
  const last = Math.max(0, ...generationsOf(folderOfBuilds, name).map(({ number }) => number))
  writeFileSync(join(fresh, `${generation}${last + 1}`), '')
  try {
    renameSync(fresh, built)
    markUsed(built)
    return join(built, contents)
  } catch (error) {
    // Another process made the same build at the same moment, so that one is used.
    const theirs = existingBuild(built)
    if (theirs === null) throw error
    return theirs
  }
}

const marked = new Set<string>()

function markUsed(built: string): void {
  const mark = join(built, `${usedBy}${process.pid}`)
  writeFileSync(mark, '')
  // When a thread ends, the mark stays until the process exits.
  if (!isMainThread) return
  if (marked.size === 0) process.once('exit', () => marked.forEach((one) => rmSync(one, { force: true })))
  marked.add(mark)
}

type Generation = { path: string; number: number; isUsed: boolean }

/** The builds with a name, newest first. */
function generationsOf(folderOfBuilds: string, name: string): Generation[] {
  return readdirSync(folderOfBuilds)
    .filter((child) => child.startsWith(`${name}-`) && /^[0-9a-f]{16}$/.test(child.slice(name.length + 1)))
    .map((child) => {
      const marks = childrenOf(join(folderOfBuilds, child))
      const after = (mark: string) => marks.filter((one) => one.startsWith(mark)).map((one) => Number(one.slice(mark.length)))
      return { path: join(folderOfBuilds, child), number: Math.max(0, ...after(generation)), isUsed: after(usedBy).some(isAlive) }
    })
    .sort((one, other) => other.number - one.number)
}

function hashOf(project: string, from: readonly string[]): string {
  const hash = createHash('sha256').update(`${process.versions.node} ${contents}`)
  for (const file of from.flatMap((path) => filesUnder(join(project, path), project))) {
    hash.update(relative(project, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(path: string, project: string): string[] {
  if (!existsSync(path) || excludedSources.includes(relative(project, path))) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((child) => filesUnder(join(path, child), project))
}

function sweep(folderOfBuilds: string, name: string): void {
  const stay = generationsOf(folderOfBuilds, name).filter(({ isUsed }, age) => age < generationsKept || isUsed)
  for (const child of readdirSync(folderOfBuilds).filter((one) => one.startsWith(`${name}-`))) {
    const [, maker] = /-being-made-(\d+)-/.exec(child) ?? []
    const isBeingMade = maker !== undefined && isAlive(Number(maker))
    const path = join(folderOfBuilds, child)
    if (!isBeingMade && !stay.some((one) => one.path === path)) rmSync(path, { recursive: true, force: true })
  }
}

function childrenOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    // Another process may be removing it too.
    if (isMissing(error)) return []
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM means that the process belongs to another user; only ESRCH means that it is gone.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
