import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Dialled, dialledExample, NoteAttempt, noteAttemptExample } from '../../shared/contracts/callbacks/callbacks.ts'
import {
  flowEventExample,
  FlowEvent,
  PromiseAnswer,
  promiseAnswerExample,
  RouteAnswer,
  routeAnswerExample,
} from '../../shared/contracts/connect/flow-events.ts'
import { ContactEvent, contactEventExample, EventEnvelope } from '../../shared/contracts/connect/contact-events.ts'
import { SaveHours, saveHoursExample } from '../../shared/contracts/hours/hours.ts'
import { AskSwap, askSwapExample, SaveShifts, saveShiftsExample } from '../../shared/contracts/roster/roster-changes.ts'
import { SoftphoneTried, softphoneTriedExample } from '../../shared/contracts/line/desk-line.ts'
import { TakeOn, takeOnExample } from '../../shared/contracts/cases/cases.ts'
import { SaveDraft, saveDraftExample } from '../../shared/contracts/conversations/conversations.ts'
import { StartChat, startChatExample } from '../../shared/contracts/widget/chats.ts'
import { type HandlerOptions, jsonSetting, readSettings, runHandler } from '../../functions/lambda.ts'
import { at } from '../support/time/at.ts'

function optionsThatWrite(): { options: HandlerOptions; lines: unknown[] } {
  const lines: unknown[] = []
  let seconds = 0
  const now = () => new Date(at('2026-11-24 10:30').getTime() + 250 * seconds++)
  return { options: { name: 'a-function', now, write: (line) => lines.push(JSON.parse(line)) }, lines }
}

describe('a door', () => {
  it('leaves one line for a visit', async () => {
    const { options, lines } = optionsThatWrite()
    const answer = await runHandler(options, async (requestLog) => {
      requestLog.kind = 'offered'
      requestLog.contactId = 'contact_1'
      return 'yes'
    })
    expect(answer).toBe('yes')
    expect(lines).toEqual([{ function: 'a-function', contactId: 'contact_1', kind: 'offered', milliseconds: 250, errorName: null }])
  })

  it.each([
    ['an error', new TypeError('Kanarie Els +32000000076'), 'TypeError'],
    ['an error with a name that is no name', Object.assign(new Error('x'), { name: 'Kanarie Els' }), 'Error'],
    ['what is no error', 'Kanarie Els', 'NotAnError'],
  ])('passes on %s by its name only', async (_, thrown, errorName) => {
    const { options, lines } = optionsThatWrite()
    const failing = runHandler(options, async () => {
      throw thrown
    })
    const error: unknown = await failing.catch((caught: unknown) => caught)
    expect(error).toMatchObject({ name: errorName })
    expect(`${String(error)}${error instanceof Error ? error.stack : ''}`).not.toContain('Kanarie')
    expect(lines).toEqual([{ function: 'a-function', contactId: null, kind: 'failed', milliseconds: 250, errorName }])
  })

  const Settings = z.object({ TABLE_NAME: z.string().min(1), QUEUES: jsonSetting(z.record(z.string(), z.string())) })
  it.each([
    ['missing', { QUEUES: '{}' }, 'TABLE_NAME'],
    ['empty', { TABLE_NAME: '', QUEUES: '{}' }, 'TABLE_NAME'],
    ['no JSON', { TABLE_NAME: 'line', QUEUES: 'kanarie' }, 'QUEUES'],
    ['of another shape', { TABLE_NAME: 'line', QUEUES: '{"kanarie":1}' }, 'QUEUES'],
  ])('with a setting that is %s says which, not what', (_, environment, name) => {
    expect(() => readSettings(Settings, environment)).toThrow(`settings missing or wrong: ${name}`)
    expect(() => readSettings(Settings, environment)).not.toThrow('kanarie')
  })

  it.each(readdirSync(new URL('../../functions', import.meta.url)).filter((name) => !name.includes('.')))(
    'called %s has a handler of forty lines at most',
    (name) => {
      const handler = readFileSync(new URL(`../../functions/${name}/handler.ts`, import.meta.url), 'utf8')
      expect(handler.split('\n').length).toBeLessThanOrEqual(41)
    },
  )
})

describe('what may be said at a door', () => {
  it.each([
    ['the flow’s question', FlowEvent, flowEventExample],
    ['its answer', RouteAnswer, routeAnswerExample],
    ['the promise of a call', PromiseAnswer, promiseAnswerExample],
    ['a call that was dialled', Dialled, dialledExample],
    ['an attempt to call back', NoteAttempt, noteAttemptExample],
    ['an event’s envelope', EventEnvelope, contactEventExample],
    ['a contact event', ContactEvent, contactEventExample.detail],
    ['a start of a chat', StartChat, startChatExample],
    ['a draft', SaveDraft, saveDraftExample],
    ['a softphone check', SoftphoneTried, softphoneTriedExample],
    ['a taking on', TakeOn, takeOnExample],
    ['a question for a swap', AskSwap, askSwapExample],
    ['a pattern', SaveShifts, saveShiftsExample],
    ['opening hours', SaveHours, saveHoursExample],
  ])('has an example that holds: %s', (_, schema, example) => {
    expect(schema.safeParse(example).error).toBeUndefined()
  })
})
