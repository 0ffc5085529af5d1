import './node-version.mjs'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { exampleEvents } from './functions/example-events.ts'
import { nameOf } from './functions/function-bundles.ts'
import { type LocalLine, startLocalLine } from './local-line.ts'
import { wallTimeFrom } from './machine/local-clock.ts'
import { PlainError } from './machine/plain-error.ts'
import { accessTokenFor } from './sign-in/access-token.ts'

const usage = `Use: npm run invoke -- FUNCTION [--event FILE] [--clock 2026-11-24T10:30]
     npm run invoke -- desk-api "GET /api/desk/me" [--as noor.wilg] [--body JSON]`

/**
 * `npm run invoke -- route-contact`: runs one function by hand, from its source, on a local line of its own, with the example event of its
 * contract; a breakpoint in the function's source is hit when Node runs with --inspect.
 */
async function main(): Promise<void> {
  const { name, request, given } = argumentsFrom(process.argv.slice(2))
  const clock = given.clock === undefined ? null : wallTimeFrom(given.clock)
  if (given.clock !== undefined && clock === null) throw new PlainError(`--clock is a moment in Brussels that exists. ${usage}`)
  const event = request === undefined ? eventFor(name, given.event) : null
  const line = await startLocalLine({ clock, quiet: true, functionsFromSource: true })
  try {
    const began = performance.now()
    const answer = request === undefined ? await answerOf(line, name, event) : await askOverHttp(line, request, given)
    console.log(JSON.stringify(answer, null, 2))
    console.log(`${name} answered in ${Math.round(performance.now() - began)} ms; it logged:`)
    for (const logged of line.lines) console.log(`  ${logged}`)
  } finally {
    await line.stop()
  }
}

type Given = { event?: string; clock?: string; as?: string; body?: string }

function argumentsFrom(words: string[]): { name: string; request: string | undefined; given: Given } {
  const text = { type: 'string' } as const
  try {
    const options = { event: text, clock: text, as: text, body: text }
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
    const [name, request] = positionals
    if (name !== undefined) return { name, request, given: values }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new PlainError(`${error.message.split('.')[0]}. ${usage}`)
  }
  throw new PlainError(`Name a function: ${[...Object.keys(exampleEvents), ...askedOverHttp].join(', ')}. ${usage}`)
}

const askedOverHttp = ['desk-api', 'widget-api']

function eventFor(name: string, file: string | undefined): unknown {
  if (file !== undefined) return JSON.parse(readFileSync(file, 'utf8'))
  const event = exampleEvents[name]
  if (event !== undefined) return event
  if (askedOverHttp.includes(name)) throw new PlainError(`${name} is asked over HTTP: name a request such as "GET /api/desk/me". ${usage}`)
  throw new PlainError(`No function is called ${name}; there are ${[...Object.keys(exampleEvents), ...askedOverHttp].join(', ')}.`)
}

async function answerOf({ assembly, functions }: LocalLine, name: string, event: unknown): Promise<unknown> {
  const resources = assembly.ofType('AWS::Lambda::Function')
  const found = resources.find(({ metadata }) => nameOf(String(metadata['permanence:entry'])) === name)
  if (!found) throw new Error(`the template has no function ${name}`)
  return functions.invoke(found.arn, event)
}

async function askOverHttp(line: LocalLine, request: string, { as: username, body }: Given): Promise<unknown> {
  const [method = 'GET', path = '/'] = request.split(' ')
  const authorization = username === undefined ? null : `Bearer ${await accessTokenFor(line, username)}`
  const response = await fetch(new URL(path, line.origins.product), {
    method,
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    ...(body === undefined ? {} : { body }),
  })
  return { status: response.status, body: await response.json() }
}

main().catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : error)
  process.exitCode = 1
})
