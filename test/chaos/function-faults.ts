import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { WebSocket } from 'ws'
import { speakingMilliseconds } from '../../infra/local/connect/flows/prompts.ts'
import type { SpokenLine } from '../../infra/local/connect/phone/phone-lines.ts'
import type { PhoneNews } from '../../infra/local/connect/phone/phone-messages.ts'
import { type Fault, faults } from '../../infra/local/functions/functions.ts'
import { type LocalLine, startLocalLine } from '../../infra/local/local-line.ts'
import { at } from '../support/time/at.ts'
import type { StormOptions, Verdict } from './verdict.ts'

// Eight seconds is the longest that a flow waits for a function; the rest is the block after it.
const maxSilenceSeconds = 9
const maxCallSeconds = 90
const stepMilliseconds = 500
const askedInFlow = ['route-contact', 'promise-callback', 'queue-position'] as const
const moments = ['2026-11-24 10:30', '2026-11-24 16:50', '2026-11-24 20:00', '2026-11-28 11:00'] as const
const failsAlways = 1_000

type Round = { name: (typeof askedInFlow)[number]; fault: Fault; moment: (typeof moments)[number]; keys: string[] }

const anyRound: fc.Arbitrary<Round> = fc.record({
  name: fc.constantFrom(...askedInFlow),
  fault: fc.constantFrom(...faults),
  moment: fc.constantFrom(...moments),
  keys: fc.array(fc.constantFrom('1', '2', '3', '9', '*', '#'), { minLength: 8, maxLength: 8 }),
})

/**
 * Calls the line `count` times while one of its functions fails in one way, on open and closed moments, with any keys pressed at any
 * question. Nobody may hear silence for longer than nine seconds, and no call may end without a word.
 */
export async function functionFaults({ seed, count }: StormOptions): Promise<Verdict> {
  const localLine = await startLocalLine({ clock: at(moments[0]), seed, quiet: true })
  const wrongs: string[] = []
  try {
    await localLine.bus.runSchedules()
    for (const round of fc.sample(anyRound, { seed, numRuns: count })) {
      for (const name of askedInFlow) localLine.functions.fail(name, round.fault, name === round.name ? failsAlways : 0)
      await localLine.clock.set(at(round.moment))
      const wrong = await wrongOfCall(localLine, round.keys)
      if (wrong !== null) wrongs.push(`${round.name} fails with ${round.fault} at ${round.moment}, keys ${round.keys.join('')}: ${wrong}`)
    }
  } finally {
    await localLine.stop()
  }
  return { name: 'function faults', counted: { calls: count }, wrongs }
}

async function wrongOfCall({ origins, clock, functions }: LocalLine, keys: string[]): Promise<string | null> {
  const socket = new WebSocket(`${origins.aws.replace('http', 'ws')}/phone/socket`, { origin: origins.aws })
  const send = (command: unknown) => socket.send(JSON.stringify(command))
  const call = { heard: 0, ended: false, waiting: false, asking: false, advanced: 0, silentFrom: 0 }
  const hear = (lines: readonly SpokenLine[]) => {
    // A sentence is announced when it begins: silence counts from its end. It is counted in the steps of the clock that are taken here, since
    // the line's clock also runs with real time, and a busy machine is no silence of the line.
    for (const { text } of lines) call.silentFrom = call.advanced + speakingMilliseconds(text)
    call.heard += lines.length
  }
  socket.on('message', (data) => {
    const news = JSON.parse(String(data)) as PhoneNews
    if (news.kind === 'call') hear(news.lines)
    if (news.kind === 'line') hear([news.line])
    if (news.kind === 'state') {
      call.ended = news.state.kind === 'ended'
      call.waiting = news.state.kind === 'waiting'
    }
    if (news.kind === 'asking') call.asking = news.asking !== null
  })
  await new Promise((resolve) => socket.once('open', resolve))
  send({ kind: 'dial', to: '+32000000001', from: '+32471000001' })
  const left = [...keys]
  try {
    for (; call.advanced < maxCallSeconds * 1_000 && !call.ended; call.advanced += stepMilliseconds) {
      await pause(10)
      // The clock is advanced faster than functions run, so it waits for them; a fault takes line time only.
      while (functions.atWork() > 0) await pause(10)
      const silence = (call.advanced - call.silentFrom) / 1_000
      // Who waits hears music, and who is asked has time to press a key: neither is silence.
      if (!call.waiting && !call.asking && silence > maxSilenceSeconds) return `silence for ${silence} seconds`
      const key = call.asking ? left.shift() : undefined
      if (key !== undefined) {
        send({ kind: 'press', key })
        call.silentFrom = call.advanced
      }
      await clock.advance(stepMilliseconds)
    }
    if (call.heard === 0) return 'not a word was heard'
    return null
  } finally {
    if (!call.ended) send({ kind: 'hang-up' })
    socket.close()
  }
}
