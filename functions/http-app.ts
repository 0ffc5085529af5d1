import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type * as z from 'zod'
import { Language } from '../shared/domain/regions/region.ts'
import { wordsIn } from '../shared/words/languages.ts'
import type { RefusalWords } from '../shared/words/types/words.ts'
import { type HandlerOptions, writeRequestLog, nameOf, type RequestLog } from './lambda.ts'

/** Options of an HTTP app. */
export type HttpAppOptions = HandlerOptions & {
  /** The language of error messages when the request asks for none that is supported. */
  language: Language
}
/** What every request carries through Hono: its log line and the language of its error messages. */
export type AppEnvironment = { Variables: { requestLog: RequestLog; language: Language } }
/** The Hono context of a request to one of our HTTP apps. */
export type AppContext = Context<AppEnvironment>

const maxBytes = 64 * 1024

type ErrorAnswer = { status: ContentfulStatusCode; field?: string; sentence(words: RefusalWords): string; kind?: string }

/** An error to answer to the client: thrown anywhere in a route, turned into a response once, in the language of the request. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly answer: ErrorAnswer

  constructor(answer: ErrorAnswer) {
    super('refused')
    this.answer = answer
  }
}

/**
 * A Hono app with what every HTTP API here has: one log line per request, error messages in words, and no detail in the answer to an
 * unexpected error.
 */
export function createHttpApp(options: HttpAppOptions): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>()
  app.use(async (context, next) => {
    const requestLog: RequestLog = { contactId: null, kind: 'done', errorName: null }
    const cameAt = options.now()
    context.set('requestLog', requestLog)
    context.set('language', languageAsked(context.req.header('accept-language')) ?? options.language)
    await next()
    // A route may set its own caching; a response of any other route is never cached.
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store')
    context.header('x-content-type-options', 'nosniff')
    writeRequestLog(options, requestLog, cameAt)
  })
  app.onError((error, context) => {
    const answer: ErrorAnswer = error instanceof HttpError ? error.answer : { status: 500, sentence: (words) => words.broken }
    const { status, field = null, kind = 'refused' } = answer
    const requestLog = context.get('requestLog')
    requestLog.kind = status === 500 ? 'failed' : kind
    requestLog.errorName = error instanceof HttpError ? null : nameOf(error)
    return context.json({ kind, field, sentence: answer.sentence(wordsIn(context.get('language')).refusals) }, status)
  })
  app.notFound(() => {
    throw notFound()
  })
  return app
}

/** Answers with a JSON body; its `kind`, if any, goes into the log line. */
export function respond(context: AppContext, body: object, status: ContentfulStatusCode = 200): Response {
  if ('kind' in body && typeof body.kind === 'string') context.get('requestLog').kind = body.kind
  return context.json(body, status)
}

/** A 404: for what does not exist, and for what this user may not know to exist. */
export function notFound(): HttpError {
  return new HttpError({ status: 404, sentence: (words) => words.notFound })
}

/** A 400 for a value in a body or an address that is not valid. */
export function invalid(field: string): HttpError {
  return new HttpError({ status: 400, field, sentence: (words) => words.invalid(fieldInWords(words, [field])) })
}

/**
 * The JSON body of a request, parsed by its schema. Throws an `HttpError` that names the field for unknown keys, wrong values and malformed
 * text; bodies over 64 kB get a 413.
 */
export async function bodyOf<Schema extends z.ZodType>(context: AppContext, schema: Schema): Promise<z.infer<Schema>> {
  const contentType = context.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(contentType)) throw notReadable(415)
  const text = await context.req.text()
  if (Buffer.byteLength(text) > maxBytes) throw notReadable(413)
  const body = parseJson(text)
  if (typeof body === 'object' && body !== null && 'language' in body) {
    const asked = Language.safeParse(body.language)
    if (asked.success) context.set('language', asked.data)
  }
  const read = schema.safeParse(body)
  if (!read.success) throw refusedFor(read.error)
  const broken = brokenText(read.data, [])
  if (broken) throw new HttpError({ status: 400, field: broken.join('.'), sentence: (words) => words.invalid(fieldInWords(words, broken)) })
  return read.data
}

function notReadable(status: 400 | 413 | 415): HttpError {
  return new HttpError({ status, sentence: (words) => words.notJson })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw notReadable(400)
    throw error
  }
}

function refusedFor(error: z.ZodError): HttpError {
  const issue = error.issues[0]
  if (!issue) return notReadable(400)
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = [...issue.path, ...(unknown === undefined ? [] : [unknown])].map(String)
  if (path.length === 0) return notReadable(400)
  return new HttpError({ status: 400, field: path.join('.'), sentence: (words) => sentenceOf(issue, words, path) })
}

function sentenceOf(issue: z.core.$ZodIssue, words: RefusalWords, path: string[]): string {
  const field = fieldInWords(words, path)
  if (issue.code === 'unrecognized_keys') return words.unknownField(path.at(-1) ?? '')
  if (issue.code === 'too_big' && issue.origin === 'string') return words.tooLong(field, Number(issue.maximum))
  const isEmpty = issue.code === 'too_small' && issue.origin === 'string'
  const isMissing = issue.code === 'invalid_type' && issue.message.includes('undefined')
  return isEmpty || isMissing ? words.required(field) : words.invalid(field)
}

/** The innermost part of a path that the words have a name for. */
function fieldInWords(words: RefusalWords, path: string[]): string {
  const known = path.findLast((part) => Object.hasOwn(words.fields, part))
  return known === undefined ? (path.at(-1) ?? '') : (words.fields[known] ?? known)
}

// A lone surrogate is not valid text: it would be stored as something else than was sent. Returns the path of the first one, or null.
function brokenText(value: unknown, path: string[]): string[] | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const broken = brokenText(inner, [...path, key])
    if (broken) return broken
  }
  return null
}

function languageAsked(header: string | undefined): Language | null {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.map((one) => Language.safeParse(one)).find((one) => one.success)?.data ?? null
}
