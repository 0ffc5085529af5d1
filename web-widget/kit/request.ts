/** Without a `status` there was no usable answer: no network, no answer in time, or no JSON. */
export type Answer = { status?: number; body?: unknown }

export type Question = {
  method?: string
  body?: object | undefined
  headers?: Record<string, string>
  /** Let the request finish after the page has closed. */
  keepalive?: boolean
}

const timeoutMilliseconds = 15_000

/** Sends a request to our own origin. It never rejects for a network failure or an error status: both are answers. */
export async function ask(path: string, { body, headers, ...rest }: Question): Promise<Answer> {
  const abort = new AbortController()
  setTimeout(() => abort.abort(), timeoutMilliseconds)
  try {
    const response = await fetch(path, {
      ...rest,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body ? JSON.stringify(body) : null,
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
    })
    return { status: response.status, body: await response.json() }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return {}
    throw error
  }
}
