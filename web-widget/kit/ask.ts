export type Answer<Body> = { kind: 'answered'; status: number; body: Body } | { kind: 'unreachable' }

export type Question = {
  method?: 'GET' | 'POST' | 'PUT'
  body?: unknown
  headers?: Record<string, string>
  /** The answer still arrives when the page closes meanwhile. */
  outlivesThePage?: boolean
}

const patienceMilliseconds = 15_000

/** Asks one of our own doors. No network, no answer in time or no JSON is `unreachable`; every status is an answer. */
export async function ask<Body>(path: string, question: Question = {}): Promise<Answer<Body>> {
  try {
    const response = await fetch(path, {
      method: question.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(question.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...question.headers,
      },
      body: question.body === undefined ? null : JSON.stringify(question.body),
      keepalive: question.outlivesThePage ?? false,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMilliseconds),
    })
    // Our own doors answer in the shapes of shared/contracts; the caller names which.
    return { kind: 'answered', status: response.status, body: (await response.json()) as Body }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return { kind: 'unreachable' }
    throw error
  }
}
