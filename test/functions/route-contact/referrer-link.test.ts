import { describe, expect, it } from 'vitest'
import { linkOf, ownNumberOf } from '../../../functions/route-contact/referrer-link.ts'
import { FlowEvent } from '../../../shared/contracts/connect/flow-events.ts'
import { openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { flowEvent } from '../../support/fixtures/lambda-events.ts'
import { at } from '../../support/time/at.ts'

const [region] = openRegions(regions)
if (region === undefined) throw new Error('No region is open.')
const contactFrom = (number: string | null, channel: 'VOICE' | 'CHAT' = 'VOICE') =>
  FlowEvent.parse(flowEvent({ number, channel })).Details.ContactData
const keyOf = (number: string | null) => linkOf('a-key', { region, contact: contactFrom(number), at: at('2026-11-24 10:30') })?.referrerKey

describe('the number of a call', () => {
  it.each([
    ['1.3: +266696687', '+266696687', 'no'],
    ['ten noughts', '+0000000000', 'no'],
    ['a one and noughts', '+1000000000', 'no'],
    ['restricted, as digits', '+7378742833', 'no'],
    ['a word', 'restricted', 'no'],
    ['nothing', null, 'no'],
    ['our own line, forwarded', '+32000000001', 'no'],
    ['a subscriber', '+32470123456', 'yes'],
    ['a subscriber abroad, who hears why we do not call', '+447911123456', 'yes'],
  ] as const)('tells who calls, and is offered for the call-back, or neither: %s', (_, number, ownNumber) => {
    expect(ownNumberOf(contactFrom(number))).toEqual({ ownNumber })
    expect(keyOf(number) !== undefined).toBe(ownNumber === 'yes')
  })

  it('written two ways is one referrer, and two numbers are two', () => {
    expect(keyOf('0470 12 34 56')).toBe(keyOf('+32470123456'))
    expect(keyOf('+32470123457')).not.toBe(keyOf('+32470123456'))
  })

  it('says nothing in a chat', () => {
    expect(ownNumberOf(contactFrom('+32470123456', 'CHAT'))).toEqual({})
  })
})
