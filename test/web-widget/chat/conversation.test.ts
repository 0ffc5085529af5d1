import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Conversation,
  emptyConversation,
  listen,
  nextToSend,
  stageOf,
  type Told,
  type TranscriptItem,
  workerIn,
} from '../../../web-widget/chat/conversation/conversation.ts'

const event = 'application/vnd.amazonaws.connect.event.'
const item = (Id: string, second: number, rest: Partial<TranscriptItem>): TranscriptItem => ({
  ...{ Id, AbsoluteTime: `2026-11-24T09:30:${String(second).padStart(2, '0')}.000Z`, Type: 'EVENT', ParticipantRole: 'AGENT' },
  ...{ DisplayName: 'Noor', ...rest },
})
const says = (id: string, second: number, Content: string, role = 'AGENT') =>
  item(id, second, { Type: 'MESSAGE', ContentType: 'text/plain', Content, ParticipantRole: role })
const joined = item('j', 1, { ContentType: `${event}participant.joined` })
const left = item('l', 8, { ContentType: `${event}participant.left` })
const ended = item('e', 9, { ContentType: `${event}chat.ended`, ParticipantRole: 'SYSTEM' })

const items = (...all: TranscriptItem[]): Told => ({ kind: 'items', items: all })
const hear = (...told: Told[]): Conversation => told.reduce(listen, emptyConversation())
const texts = (known: Conversation) => known.said.map((one) => one.text)

describe('a conversation', () => {
  it.each([
    ['waits as long as nobody came', [], 'waiting'],
    [
      'waits while only the referrer is there',
      [item('c', 0, { ContentType: `${event}participant.joined`, ParticipantRole: 'CUSTOMER' })],
      'waiting',
    ],
    ['is joined when a worker came', [joined], 'joined'],
    ['goes on after a worker left', [joined, left], 'worker-left'],
    [
      'is joined again by the next worker',
      [joined, left, item('k', 9, { ContentType: `${event}participant.joined`, DisplayName: 'Sam' })],
      'joined',
    ],
    ['is over when the chat ended', [joined, left, ended], 'ended'],
  ] as const)('%s', (_title, heard, stage) => {
    expect(stageOf(hear(items(...heard)))).toBe(stage)
  })

  const supervisor = item('s', 3, {
    ContentType: `${event}participant.joined`,
    DisplayName: 'Mia',
    ParticipantRole: 'SUPERVISOR',
    ParticipantId: 'p3',
  })
  const second = item('k', 4, { ContentType: `${event}participant.joined`, DisplayName: 'Sam', ParticipantId: 'p2' })
  const secondLeft = item('m', 5, { ContentType: `${event}participant.left`, DisplayName: 'Sam', ParticipantId: 'p2' })
  const supervisorLeft = item('o', 6, {
    ContentType: `${event}participant.left`,
    DisplayName: 'Mia',
    ParticipantRole: 'SUPERVISOR',
    ParticipantId: 'p3',
  })

  it.each([
    ['2.12', 'a second worker came and left', [joined, second, secondLeft], 'joined', 'Noor'],
    ['2.12', 'the first left and the second is there', [joined, second, left], 'joined', 'Sam'],
    ['2.12', 'a supervisor joined and left', [joined, supervisor, supervisorLeft], 'joined', 'Noor'],
    ['2.12', 'only the supervisor is left', [joined, supervisor, left], 'joined', 'Mia'],
    ['2.12', 'one worker came back with a new connection', [joined, joined, { ...joined, Id: 'j2' }], 'joined', 'Noor'],
    ['2.12', 'all of them left', [joined, second, secondLeft, left], 'worker-left', 'Sam'],
  ] as const)('counts everybody who is in (%s): %s', (_row, _title, heard, stage, name) => {
    for (const order of [heard, heard.toReversed()]) {
      expect([stageOf(hear(items(...order))), workerIn(hear(items(...order)))]).toEqual([stage, name])
    }
  })

  it.each([
    ['2.12', 'a supervisor is a person', says('a', 2, 'Dag', 'SUPERVISOR'), { by: 'worker', text: 'Dag' }],
    [
      '2.12',
      'a file is something we cannot show',
      item('b', 2, { Type: 'ATTACHMENT', ContentType: 'image/png' }),
      { by: 'worker', text: null },
    ],
    [
      '2.12',
      'so is a card',
      item('c', 2, { Type: 'MESSAGE', ContentType: 'application/json', Content: '{}' }),
      { by: 'worker', text: null },
    ],
    ['2.12', 'the line stays the line', says('d', 2, 'Welkom', 'SYSTEM'), { by: 'line', text: 'Welkom' }],
  ] as const)('(%s) %s', (_row, _title, heard, said) => {
    expect(hear(items(heard)).said).toMatchObject([said])
  })

  it('is over when the service refuses the token', () => {
    expect(stageOf(hear(items(joined), { kind: 'over' }))).toBe('ended')
  })

  it('names the worker who came last', () => {
    expect(workerIn(hear(items(joined)))).toBe('Noor')
  })

  it('passes over what is no message and no event it knows', () => {
    const receipt = item('m', 2, { Type: 'MESSAGEMETADATA', ContentType: `${event}message.metadata` })
    expect(hear(items(receipt))).toEqual(emptyConversation())
  })

  it('shows a typing sign until words come', () => {
    const typing = hear({ kind: 'typing', name: 'Noor' })
    expect(typing.typing).toEqual({ name: 'Noor' })
    expect(listen(typing, items(says('a', 2, 'Dag'))).typing).toBeNull()
  })
})

describe('whatever the order and however often', () => {
  const all = [joined, says('a', 2, 'Dag'), says('b', 3, 'Goedendag', 'CUSTOMER'), says('c', 3, 'Vertel eens'), left, ended]

  it('every permutation gives the same conversation', () => {
    const straight = hear(items(...all))
    for (const order of permutations(all)) expect(hear(...order.map((one) => items(one)))).toEqual(straight)
    expect(texts(straight)).toEqual(['Dag', 'Goedendag', 'Vertel eens'])
  })

  it('doubles and pieces of the transcript change nothing', () => {
    const straight = hear(items(...all))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all)), fc.shuffledSubarray(all, { minLength: all.length }), (doubles, order) => {
        expect(hear(...doubles.map((one) => items(one)), items(...order), items(...all))).toEqual(straight)
      }),
    )
  })

  it('times of different precision stand in their true order', () => {
    const whole = { ...says('z', 0, 'eerst'), AbsoluteTime: '2026-11-24T09:30:00Z' }
    const fine = { ...says('a', 0, 'dan'), AbsoluteTime: '2026-11-24T09:30:00.120Z' }
    expect(texts(hear(items(fine, whole)))).toEqual(['eerst', 'dan'])
  })
})

describe('what is written here', () => {
  const wrote: Told = { kind: 'wrote', token: 't1', text: 'Help' }
  const up: Told = { kind: 'link', link: 'up' }
  const sending: Told = { kind: 'sending', token: 't1' }
  const sent: Told = { kind: 'sent', token: 't1', id: 'own', at: '2026-11-24T09:30:05.000Z' }
  const echo = items(says('own', 5, 'Help', 'CUSTOMER'))

  it.each([
    ['the answer before the echo', [sent, echo]],
    ['the echo before the answer', [echo, sent]],
    ['the echo twice', [echo, sent, echo]],
    ['only the echo', [{ kind: 'not-sent', token: 't1' }, echo]],
  ] as const)('stands there once: %s', (_title, rest) => {
    const known = hear(wrote, up, sending, ...rest)
    expect(texts(known)).toEqual(['Help'])
    expect(known.unsent).toEqual([])
  })

  it('twice the same words are two messages', () => {
    const again: Told[] = [
      { kind: 'wrote', token: 't2', text: 'Help' },
      { kind: 'sending', token: 't2' },
    ]
    const second: Told = { kind: 'sent', token: 't2', id: 'own2', at: '2026-11-24T09:30:06.000Z' }
    const secondEcho = items(says('own2', 6, 'Help', 'CUSTOMER'))
    for (const order of permutations([echo, secondEcho, sent, second])) {
      const known = hear(wrote, up, sending, ...again, ...order)
      expect(texts(known)).toEqual(['Help', 'Help'])
      expect(known.unsent).toEqual([])
    }
  })

  it.each([
    ['waits for a connection', [wrote], null],
    ['goes when there is one', [wrote, up], 't1'],
    ['goes in the order of writing', [up, wrote, { kind: 'wrote', token: 't2', text: 'Nog iets' }], 't1'],
    ['goes one at a time', [up, wrote, { kind: 'wrote', token: 't2', text: 'Nog iets' }, sending], null],
    [
      'holds back the next while one is not sent',
      [up, wrote, { kind: 'wrote', token: 't2', text: 'x' }, { kind: 'not-sent', token: 't1' }],
      null,
    ],
    ['lets the next pass a refused one', [up, wrote, { kind: 'wrote', token: 't2', text: 'x' }, { kind: 'refused', token: 't1' }], 't2'],
    ['goes again when asked', [up, wrote, { kind: 'not-sent', token: 't1' }, { kind: 'send-again', token: 't1' }], 't1'],
    [
      'goes again by itself when the link is back',
      [up, wrote, { kind: 'not-sent', token: 't1' }, { kind: 'link', link: 'lost' }, up],
      't1',
    ],
  ] as readonly (readonly [string, readonly Told[], string | null])[])('%s', (_title, told, token) => {
    expect(nextToSend(hear(...told))?.token ?? null).toBe(token)
  })
})

function permutations<Kind>(all: readonly Kind[]): Kind[][] {
  if (all.length < 2) return [[...all]]
  return all.flatMap((one, index) => permutations(all.filter((_, at) => at !== index)).map((rest) => [one, ...rest]))
}
