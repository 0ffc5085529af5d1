import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildProduct, type Built } from './built-pages.ts'

const readme = readFileSync(fileURLToPath(new URL('../../web-widget/chat/README.md', import.meta.url)), 'utf8')

// The limits in gzipped bytes that keep the chat usable on a slow phone: 2.5, 15, 100 and 5 kB.
const budgets = { launcher: 2500, beforeStart: 15_000, withChat: 100_000, callBack: 5000 }

let pages: Built
beforeAll(async () => {
  pages = await buildProduct()
})

const text = (path: string) => Buffer.from(pages.get(path)?.body ?? '').toString('utf8')
const weight = (paths: Iterable<string>) =>
  [...paths].reduce((sum, path) => sum + gzipSync(pages.get(path)?.body ?? '', { level: 9 }).length, 0)

/** A script with the scripts that it imports statically; those in `import(…)` load later and do not count. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, name] of text(path).matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) withImports(`/chat/${name}`, seen)
  return seen
}

function chunkWith(words: string): string {
  const found = [...pages.keys()].filter((path) => path.startsWith('/chat/') && path !== '/chat/frame.js' && text(path).includes(words))
  expect(found).toHaveLength(1)
  return found[0] ?? ''
}

function beforeStart(): Set<string> {
  const nl = withImports(chunkWith('Start het gesprek'))
  return new Set(['/chat/', '/chat/frame.css', ...withImports('/chat/frame.js'), ...nl])
}

function withChat(): Set<string> {
  const later = chunkWith('Typ je bericht')
  return new Set([...beforeStart(), '/chat/talk.css', later, ...withImports(chunkWith('message-left'))])
}

/** The chunks that load only when nobody can answer now: the call-back form and the position in the queue. */
function callBack(): Set<string> {
  return new Set(['/chat/call-back.css', chunkWith('Typ je bericht'), chunkWith('/api/widget/callbacks')])
}

describe('a visitor loads', () => {
  it.each([
    ['a launcher of two and a half kilobytes at most', () => new Set(['/permanence.js']), budgets.launcher, 'launcher'],
    ['little before she starts', beforeStart, budgets.beforeStart, 'before the start'],
    ['chatjs only with the chat', withChat, budgets.withChat, 'with the chat'],
    ['the form for her number only when she needs it', callBack, budgets.callBack, 'to be called back'],
  ] as const)('%s', (_title, files, most, name) => {
    const bytes = weight(files())
    expect(bytes).toBeLessThanOrEqual(most)
    // The README must state the measured size, give or take 200 bytes: zlib versions compress differently.
    const [, now, limit] = new RegExp(`\\| ${name} \\| ([\\d,]+) \\| ([\\d,]+) \\|`).exec(readme) ?? []
    expect(limit).toBe(most.toLocaleString('en'))
    expect(Math.abs(Number(now?.replaceAll(',', '')) - bytes)).toBeLessThanOrEqual(200)
  })

  it('no chatjs and no zod before she starts', () => {
    for (const path of beforeStart()) expect(text(path)).not.toMatch(/ConnectParticipant|ZodError/)
  })

  it('no zod with the desk', () => {
    const scripts = [...pages.keys()].filter((path) => path.startsWith('/desk/') && path.endsWith('.js'))
    expect(scripts).toContain('/desk/desk.js')
    for (const path of scripts) expect(text(path)).not.toMatch(/ZodError/)
  })

  it('one language at a time', () => {
    for (const path of beforeStart()) expect(text(path)).not.toMatch(/Démarrer|Start the conversation/)
  })
})
