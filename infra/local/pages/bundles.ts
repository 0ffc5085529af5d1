import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions, type OutputFile, type Plugin } from 'esbuild'
import { PlainError } from '../machine/plain-error.ts'

/** A file as it is served to the browser. */
export type Piece = { type: string; body: Uint8Array; lasts: boolean }

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

const settings = {
  bundle: true,
  minify: true,
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
} satisfies BuildOptions

// chatjs is already minified, and minifying it again adds three kilobytes. It exports nothing but sets `connect` on the page, so it can be
// served as a file of its own, unchanged.
const chatjs: Plugin = {
  name: 'chatjs-as-it-came',
  setup(piece) {
    piece.onLoad({ filter: /amazon-connect-chat\.js$/ }, ({ path }) => ({ contents: readFileSync(path), loader: 'copy' }))
  },
}

// The helpers that the languages share would become a file of their own, loaded by every page: each language gets a copy instead.
const copyForEachLanguage: Plugin = {
  name: 'copy-for-each-language',
  setup(piece) {
    piece.onResolve({ filter: /\/moment-parts\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      suffix: `?${basename(resolveDir)}`,
    }))
  },
}

// What the chat must show without any answer is worked out here, so that no page carries the region files and their schemas.
const valuesAtBuild: Plugin = {
  name: 'values-at-build',
  setup(piece) {
    piece.onLoad({ filter: /-rows\.ts$/ }, async ({ path }) => {
      const values: Record<string, unknown> = await import(pathToFileURL(path).href)
      const exported = Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
      return { contents: exported.join('\n'), loader: 'js' }
    })
  },
}

/** Bundles a script for pages of other sites: not a module, so that it can find its own script tag. */
export async function bundleScript(file: string): Promise<Piece> {
  const made = await bundle({ entryPoints: [present(file)], outdir: dirname(file), format: 'iife' })
  return { type: types['js'] ?? '', body: made.outputFiles[0]?.contents ?? new Uint8Array(), lasts: false }
}

/** Bundles a page with its scripts and styles; lazily loaded modules become files of their own. */
export async function bundlePage(file: string): Promise<Map<string, Piece>> {
  const folder = dirname(present(file))
  const html = readFileSync(file, 'utf8')
  const mentioned = [...html.matchAll(/(?:src|href)="\.\/([\w-]+\.\w+)"/g)].flatMap(([, name]) => name ?? [])
  const named = mentioned.filter((name) => /\.(js|css)$/.test(name))
  // A style that a script imports is written under the script's name, so a page may refer to it without a source file.
  const entries = named.flatMap((name) => sourceOf(folder, name) ?? [])
  const pieces = new Map<string, Piece>([[basename(file), { type: types['html'] ?? '', body: Buffer.from(html), lasts: false }]])
  if (entries.length > 0) {
    const made = await bundle({
      entryPoints: entries,
      outdir: folder,
      format: 'esm',
      splitting: true,
      plugins: [chatjs, valuesAtBuild, copyForEachLanguage],
      chunkNames: 'piece-[hash]',
      assetNames: '[name]-[hash]',
    })
    for (const output of made.outputFiles) pieces.set(basename(output.path), pieceOf(output.path, output.contents))
  }
  for (const name of mentioned) {
    if (!named.includes(name) && existsSync(join(folder, name))) pieces.set(name, pieceOf(name, readFileSync(join(folder, name))))
  }
  const missing = mentioned.find((name) => !pieces.has(name))
  if (missing) throw new PlainError(`The page ${file} names ${missing}, but no source of that name is there.`)
  return pieces
}

async function bundle(options: BuildOptions): Promise<{ outputFiles: OutputFile[] }> {
  try {
    return await build({ ...settings, ...options, write: false })
  } catch (error) {
    // A source that does not compile; esbuild's message names the file and line.
    if (error instanceof Error && 'errors' in error) throw new PlainError(`A page of the line does not build. ${error.message}`)
    throw error
  }
}

/** A file as it is served to the browser, with the content type of its name. */
export function pieceOf(path: string, body: Uint8Array): Piece {
  const name = basename(path)
  return { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', body, lasts: /-[A-Z0-9]{8}\./.test(name) }
}

function sourceOf(folder: string, name: string): string | null {
  const stem = join(folder, name.replace(/\.(js|css)$/, ''))
  const candidates = name.endsWith('.css') ? [`${stem}.css`] : [`${stem}.tsx`, `${stem}.ts`]
  return candidates.find((candidate) => existsSync(candidate)) ?? null
}

function present(file: string): string {
  if (!existsSync(file)) throw new PlainError(`A page of the line is missing: ${file}`)
  return file
}
