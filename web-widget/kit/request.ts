export type Answer<Body> = { kind: 'answered'; status: number; body: Body } | { kind: 'unreachable' }

export type Question = {
  method?: 'GET' | 'POST' | 'PUT'
  body?: unknown
  headers?: Record<string, string>
  /** The answer still arrives when the page closes meanwhile. */
  outlivesThePage?: boolean
}

const timeoutMilliseconds = 15_000

/** Asks one of our own doors. No network, no answer in time or no JSON is `unreachable`; every status is an answer. */
export async function ask<Body>(path: string, question: Question = {}): Promise<Answer<Body>> {
  const { method = 'GET', body, headers, outlivesThePage = false } = question
  try {
    const response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      keepalive: outlivesThePage,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
    // Our own doors answer in the shapes of shared/contracts; the caller names which.
    return { kind: 'answered', status: response.status, body: (await response.json()) as Body }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return { kind: 'unreachable' }
    throw error
  }
}
