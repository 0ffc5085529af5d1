import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

export type SourceFile = { path: string; text: string }

/** A rule of the architecture: what is wrong and the way out, one sentence per finding. */
export type ArchitectureRule = (files: readonly SourceFile[]) => string[]

const root = new URL('../../', import.meta.url)

/** Every file of the project that git tracks or would track, with its text. */
export function readTree(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '')
  return paths.flatMap((path) => readIfPresent(path)).sort((one, other) => (one.path < other.path ? -1 : 1))
}

function readIfPresent(path: string): SourceFile[] {
  try {
    return [{ path, text: readFileSync(new URL(path, root), 'utf8') }]
  } catch (error) {
    // A file that is deleted but not yet committed is still listed by git.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** The code files. */
export function codeOf(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => /\.(ts|tsx)$/.test(file.path))
}

/** The text without comments; a quick cut that is good for looking up words, not for compiling. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1')
}

/** What a file imports: relative imports as paths from the top, packages by name; `typeOnly` imports vanish before the program runs. */
export function importsOf(file: SourceFile): { target: string; isPackage: boolean; typeOnly: boolean }[] {
  const found = file.text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  )
  return [...found].map((match) => {
    const name = match[2] ?? match[3] ?? ''
    const isPackage = !name.startsWith('.')
    const target = isPackage ? packageOf(name) : new URL(name, `file:///${file.path}`).pathname.slice(1)
    return { target, isPackage, typeOnly: match[1] !== undefined }
  })
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node'
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}
