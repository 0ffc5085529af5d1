/** Without a status nobody answered: no network, no answer in time, or no JSON. */
export type Answer = { status?: number; body?: unknown }

export type Question = {
  method?: string
  body?: object | undefined
  headers?: Record<string, string>
  /** The answer still arrives when the page closes meanwhile. */
  keepalive?: boolean
}

const timeoutMilliseconds = 15_000

/** Asks our own origin; every status is an answer. */
export async function ask(path: string, { body, headers, ...rest }: Question): Promise<Answer> {
  try {
    const response = await fetch(path, {
      ...rest,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body ? JSON.stringify(body) : null,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
    return { status: response.status, body: await response.json() }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return {}
    throw error
  }
}
