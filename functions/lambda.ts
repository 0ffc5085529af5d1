import * as z from 'zod'

/** What one visit to a door leaves in the log: these five and nothing else, so that no name, number or text ever gets there. */
export type RequestLog = { contactId: string | null; kind: string; errorName: string | null }

export type HandlerOptions = {
  name: string
  now(): Date
  /** Where log lines go; the standard output when left out. */
  write?: (line: string) => void
}

/**
 * The frame of every door that is asked by an event: writes one line, and passes on a throw by its name only, because whoever called us
 * logs what we throw.
 */
export async function runHandler<Answer>(options: HandlerOptions, step: (requestLog: RequestLog) => Promise<Answer>): Promise<Answer> {
  const requestLog: RequestLog = { contactId: null, kind: 'done', errorName: null }
  const cameAt = options.now()
  try {
    return await step(requestLog)
  } catch (error) {
    requestLog.kind = 'failed'
    requestLog.errorName = nameOf(error)
    throw namedError(requestLog.errorName)
  } finally {
    writeRequestLog(options, requestLog, cameAt)
  }
}

/** Writes the one line of a visit. */
export function writeRequestLog(options: HandlerOptions, requestLog: RequestLog, cameAt: Date): void {
  const { contactId, kind, errorName } = requestLog
  const milliseconds = options.now().getTime() - cameAt.getTime()
  const line = JSON.stringify({ function: options.name, contactId, kind, milliseconds, errorName })
  const write = options.write ?? ((text: string) => process.stdout.write(text))
  write(`${line}\n`)
}

/** The name of what was thrown, when it looks like a name; a message could hold anything. */
export function nameOf(error: unknown): string {
  const name = error instanceof Error ? error.name : 'NotAnError'
  return /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error'
}

/** Waits no longer than somebody on the telephone can: a promise that is late throws. */
export async function withTimeout<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  const late = new Error('too late for somebody who waits')
  late.name = 'TooLate'
  const timeout = Promise.withResolvers<never>()
  const timer = setTimeout(() => timeout.reject(late), milliseconds)
  try {
    return await Promise.race([promise, timeout.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** A door's settings, read once when it starts; one that is missing or wrong stops the door by its name, never by its value. */
export function readSettings<Schema extends z.ZodType>(schema: Schema, environment: NodeJS.ProcessEnv): z.infer<Schema> {
  const read = schema.safeParse(environment)
  if (read.success) return read.data
  const names = new Set(read.error.issues.map((issue) => String(issue.path[0])))
  throw new Error(`settings missing or wrong: ${[...names].join(', ')}`)
}

/** A setting that holds JSON. */
export function jsonSetting<Schema extends z.ZodType>(schema: Schema) {
  const json = z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })
  return json.pipe(schema)
}

function namedError(name: string): Error {
  const error = new Error('the door failed; its log line says in what')
  error.name = name
  error.stack = `${name}: ${error.message}`
  return error
}
