import { parseArgs } from 'node:util'
import { wallTimeFrom } from './machine/local-clock.ts'
import { PlainError } from './machine/plain-error.ts'
import type { LocalLineOptions } from './local-line.ts'

const usage = 'Use: npm start -- [--port N] [--data DIR] [--clock 2026-11-23T10:00] [--seed N]'

/** Parses the command line; throws one sentence for an invalid flag. */
export function optionsFrom(flags: string[]): LocalLineOptions & { port: number; data: string } {
  const { port, data, clock, seed } = parsed(flags)
  return {
    port: port === undefined ? 4400 : whole(port, { name: '--port', from: 1, to: 65_533 }),
    data: data ?? '.data',
    clock: clock === undefined ? null : moment(clock),
    ...(seed === undefined ? {} : { seed: whole(seed, { name: '--seed', from: 0, to: 4_294_967_295 }) }),
  }
}

function parsed(flags: string[]): { port?: string; data?: string; clock?: string; seed?: string } {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: flags, options: { port: text, data: text, clock: text, seed: text } }).values
  } catch (error) {
    if (error instanceof TypeError) throw new PlainError(`${error.message.split('.')[0]}. ${usage}`)
    throw error
  }
}

function whole(text: string, { name, from, to }: { name: string; from: number; to: number }): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN
  if (number >= from && number <= to) return number
  throw new PlainError(`${name} is a whole number from ${from} to ${to}. ${usage}`)
}

function moment(text: string): Date {
  const at = wallTimeFrom(text)
  if (at) return at
  throw new PlainError(`--clock is a moment in Brussels that exists, such as 2026-11-23T10:00. ${usage}`)
}
