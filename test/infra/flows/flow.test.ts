import { describe, expect, it } from 'vitest'
import { flow } from '../../../infra/flows/flow.ts'
import { problemsOf } from '../../../infra/flows/flow-rules.ts'
import type { Row } from '../../../infra/flows/rows.ts'
import { weekInWords } from '../../../shared/words/week-in-words.ts'

const bye = { kind: 'hang-up', arms: {} } as const

describe('rows become a flow', () => {
  it('in the words of Connect', () => {
    const made = flow({ start: 'hello', rows: { hello: { kind: 'say', text: 'Dag', arms: { next: 'bye', error: 'bye' } }, bye } })
    expect(problemsOf(made, 'CONTACT_FLOW')).toEqual([])
    expect(made.Actions[0]).toEqual({
      Identifier: 'hello',
      Type: 'MessageParticipant',
      Parameters: { Text: 'Dag' },
      Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] },
    })
  })

  it('with pauses that a voice can make', () => {
    const row: Row<'hold' | 'bye'> = {
      kind: 'say-and-pause',
      text: 'Wacht & luister',
      pauseSeconds: 25,
      arms: { next: 'bye', error: 'bye' },
    }
    const spoken = flow({ start: 'hold', rows: { hold: row, bye } }).Actions[0]?.Parameters
    expect(spoken).toEqual({ SSML: '<speak>Wacht &amp; luister<break time="10s"/><break time="10s"/><break time="5s"/></speak>' })
  })
})

describe('a row that no arm leads to', () => {
  it('is left out, for Connect would refuse it', () => {
    const made = flow({ start: 'bye', rows: { bye, never: { kind: 'say', text: 'Dag', arms: { next: 'bye', error: 'bye' } } } })
    expect(made.Actions.map(({ Identifier }) => Identifier)).toEqual(['bye'])
  })
})

describe('a mistake in the rows does not compile:', () => {
  it('an arm that leads nowhere', () => {
    // @ts-expect-error: no row is named "gone".
    const made = flow({ start: 'hello', rows: { hello: { kind: 'say', text: 'Dag', arms: { next: 'gone', error: 'bye' } }, bye } })
    expect(problemsOf(made, 'CONTACT_FLOW')[0]?.message).toMatch(/No action is named: gone/)
  })

  it('a missing arm', () => {
    // @ts-expect-error: the error transition is missing.
    const row: Row<'bye'> = { kind: 'say', text: 'Dag', arms: { next: 'bye' } }
    expect(row.kind).toBe('say')
  })

  it('a decision without an arm', () => {
    // @ts-expect-error: the transition for `nobody-on-duty` is missing.
    const row: Row<'bye'> = { kind: 'by-decision', arms: { offer: 'bye', closed: 'bye', 'closing-soon': 'bye', otherwise: 'bye' } }
    expect(row.kind).toBe('by-decision')
  })

  it('a start that is no row', () => {
    // @ts-expect-error: no row is named "hello".
    const made = flow({ start: 'hello', rows: { bye } })
    expect(problemsOf(made, 'CONTACT_FLOW').map(({ message }) => message)).toContain('Invalid StartAction. No action is named: hello')
  })
})

describe('the week as it is said', () => {
  it.each([
    [
      'puts days of one span together',
      { mon: [{ from: '10:00', to: '13:00' }], thu: [{ from: '10:00', to: '13:00' }] },
      [{ days: ['mon', 'thu'], from: '10:00', to: '13:00' }],
    ],
    [
      'names each span of a day',
      {
        wed: [
          { from: '09:00', to: '12:00' },
          { from: '13:00', to: '17:00' },
        ],
      },
      [
        { days: ['wed'], from: '09:00', to: '12:00' },
        { days: ['wed'], from: '13:00', to: '17:00' },
      ],
    ],
    ['is silent on a week without days', {}, []],
  ] as const)('%s', (_title, week, said) => {
    const given = Object.fromEntries(Object.entries(week).map(([day, spans]) => [day, [...spans]]))
    expect(weekInWords(given)).toEqual(said)
  })
})
