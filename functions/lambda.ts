import * as z from 'zod'

/**
 * What a function fills in for its log line. The line holds five fields and nothing else (function, contact id, kind, milliseconds, error
 * name), so that no name, number or text is ever logged.
 */
export type RequestLog = { contactId: string | null; kind: string; errorName: string | null }

/** The name and the clock of a function. */
export type HandlerOptions = {
  name: string
  now(): Date
  /** Where log lines go; standard output by default. */
  write?: (line: string) => void
}

/**
 * Runs an event-driven function: writes one log line, and rethrows an error by its name only, because Lambda logs whatever is thrown and a
 * message could hold personal data.
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

/** Writes the one log line of a request. */
export function writeRequestLog(options: HandlerOptions, requestLog: RequestLog, cameAt: Date): void {
  const { contactId, kind, errorName } = requestLog
  const milliseconds = options.now().getTime() - cameAt.getTime()
  const line = JSON.stringify({ function: options.name, contactId, kind, milliseconds, errorName })
  const write = options.write ?? ((text: string) => process.stdout.write(text))
  write(`${line}\n`)
}

/** The name of an error when it is a plain word, else `Error`: a name could be set to anything, and a message could hold personal data. */
export function nameOf(error: unknown): string {
  const name = error instanceof Error ? error.name : 'NotAnError'
  return /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error'
}

/** Rejects with an error named `TooLate` when a promise takes longer than this: the caller is waiting on the telephone. */
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

/**
 * The settings of a function, read once at start. Throws when one is missing or wrong, with the names of the settings and never their
 * values.
 */
export function readSettings<Schema extends z.ZodType>(schema: Schema, environment: NodeJS.ProcessEnv): z.infer<Schema> {
  const read = schema.safeParse(environment)
  if (read.success) return read.data
  const names = new Set(read.error.issues.map((issue) => String(issue.path[0])))
  throw new Error(`settings missing or wrong: ${[...names].join(', ')}`)
}

/** The schema of a setting that holds JSON. */
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
  const error = new Error('the function failed; its log line says in what')
  error.name = name
  error.stack = `${name}: ${error.message}`
  return error
}
