import { workOf } from './search.ts'

/**
 * Does the work that a ticket asks, in a thread: a search of some seconds would freeze the page, with its way to leave fast. The thread runs
 * this same file. Null where the browser has no such threads.
 */
export async function worked(ticket: string): Promise<string | null> {
  const thread = newThread()
  if (thread === null) return null
  return new Promise<string | null>((resolve) => {
    thread.onmessage = ({ data }: MessageEvent<string>) => resolve(data)
    thread.onerror = () => resolve(null)
    thread.postMessage(ticket, [])
  }).finally(() => thread.terminate())
}

type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string } }

// The page's policy lets no text become the address of a script, except through this one rule, which knows one address only.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const isPage = 'document' in globalThis
const rule = isPage ? trustedTypes?.createPolicy('start-work', { createScriptURL: () => import.meta.url }) : undefined

function newThread(): Worker | null {
  try {
    return new Worker(rule?.createScriptURL('') ?? import.meta.url, { type: 'module' })
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null
    throw error
  }
}

if (!isPage) onmessage = ({ data }: MessageEvent<string>) => postMessage(workOf(data))
