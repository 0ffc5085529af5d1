import { describe, expect, it } from 'vitest'
import { longestWaitMinutes } from '../../../infra/flows/waiting-on-phone.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { arms, block, dutyLineOf, waitingOf } from './product-flows.ts'

const kempen = openRegion('voor-en-noorderkempen')!

describe('waiting', () => {
  const flow = waitingOf(kempen)
  const rounds = (name: string) => Number(block(flow, name).Parameters?.['LoopCount']) + 1

  it('lasts twenty minutes at most, on the phone and in a chat', () => {
    expect(longestWaitMinutes).toBe(20)
    // In each round, fifteen seconds are for saying the position in the queue, the thanks, and twice the way to leave.
    const pauses = ['askPlace', 'hold'].map((name) => Number(block(flow, name).Parameters?.['InputTimeLimitSeconds']))
    expect(rounds('rounds') * (pauses.reduce((total, one) => total + one) + 15)).toBe(20 * 60)
    const minutes = Number(block(flow, 'chatWait').Parameters?.['TimeLimitSeconds']) / 60
    expect((rounds('quietRounds') * rounds('chatSpells') + rounds('lastRounds')) * minutes).toBe(20)
  })

  it.each([
    ['hours', 'sayClosed'],
    ['chatHours', 'sayClosed'],
    ['lastHours', 'sayClosed'],
  ])('asks the hours again each round (%s)', (name, closed) => {
    expect(block(flow, name).Parameters).toEqual({ HoursOfOperationId: 'arn:hours' })
    expect(arms(block(flow, name))).toMatchObject({ False: closed })
  })

  it('plays no loop prompts to a chat', () => {
    const fromChat = flow.Actions.filter(({ Identifier }) => /^(chat|last|quiet)/.test(Identifier))
    expect(fromChat.length).toBeGreaterThan(12)
    for (const action of fromChat) for (const target of Object.values(arms(action))) expect(target).toMatch(/^(chat|last|quiet|say|hangUp)/)
  })

  it('says that everybody is in a conversation only to whom it is true', () => {
    expect(arms(block(flow, 'first'))).toEqual({ yes: 'askFirst', NoMatchingCondition: 'sayFirst' })
    expect(block(flow, 'askFirst').Parameters).toMatchObject({ Text: nl.phone.waitingBusy })
  })

  it.each([
    ['askFirst', 4],
    ['askSafety', 4],
    ['hold', 25],
    ['holdAgain', 25],
    ['askPlace', 20],
    ['askPlainly', 20],
  ])('1.10: key one is heard during the whole of %s, and for %i seconds after it', (name, seconds) => {
    expect(block(flow, name)).toMatchObject({ Type: 'GetParticipantInput', Parameters: { InputTimeLimitSeconds: String(seconds) } })
    expect(arms(block(flow, name))).toMatchObject({ 1: 'markWayOut' })
  })

  it('1.10: no pause is longer than a menu that hears the key; only what stands in for a broken one is', () => {
    const pauses = flow.Actions.filter((action) => /<break/.test(String(action.Parameters?.['SSML'])))
    expect(pauses.map(({ Identifier }) => Identifier)).toEqual(['holdPlainly'])
    expect(flow.Actions.filter(({ Type }) => Type === 'MessageParticipantIteratively')).toEqual([])
    const leads = flow.Actions.filter((action) => Object.values(arms(action)).includes('holdPlainly')).map(({ Identifier }) => Identifier)
    expect(leads).toEqual(['hold', 'holdAgain'])
  })

  it('3.2: a typed number is promised only by way of reading it back', () => {
    for (const one of [flow, dutyLineOf(kempen)]) {
      const leads = one.Actions.filter((action) => Object.values(arms(action)).includes('promiseTyped')).map(({ Identifier }) => Identifier)
      expect(leads).toEqual(['readBack', 'readBackAgain'])
      expect(block(one, 'readBack').Parameters?.['SSML']).toBe(
        '<speak>Je tikte <say-as interpret-as="digits">$.StoredCustomerInput</say-as>. Klopt dat? Druk één. Wil je het opnieuw intikken? Druk twee.</speak>',
      )
      expect(arms(block(one, 'readBack'))).toMatchObject({ 1: 'promiseTyped', 2: 'tries' })
    }
  })

  it('keeps who asked for a call and said no more', () => {
    expect(arms(block(flow, 'unnoted'))).toEqual({
      busy: 'returns',
      'nobody-signed-in': 'returns',
      NoMatchingCondition: 'sayDeclined',
    })
    expect(block(flow, 'sayStillWaiting').Transitions?.NextAction).toBe('hours')
  })
})
