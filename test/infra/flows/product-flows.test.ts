import { describe, expect, it } from 'vitest'
import { dutyLine } from '../../../infra/flows/duty-line.ts'
import { problemsOf } from '../../../infra/flows/flow-rules.ts'
import type { FlowContent } from '../../../infra/flows/rules/flow-content.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { whisperNl } from '../../../shared/words/nl/whisper.ts'
import { threeLanguages } from '../../support/people/three-languages.ts'
import { emergencyOf } from '../../../infra/flows/welcome.ts'
import { arms, block, dutyLineOf, productFlows, waitingOf } from './product-flows.ts'

const every = productFlows.map((one) => [one.name, one] as const)
const limburg = openRegion('limburg-oost')!
const kempen = openRegion('voor-en-noorderkempen')!

describe.each(every)('the flow of %s', (_name, { flow, type }) => {
  it('would be taken by Connect', () => {
    expect(problemsOf(flow, type)).toEqual([])
  })

  it('turns no recording and no log on', () => {
    const written = JSON.stringify(flow)
    expect(written).not.toMatch(/"(Agent|Customer)"|"Enabled"|AnalyticsBehavior|MediaStreaming/)
  })

  it('has a place for each block in the designer', () => {
    const metadata = flow.Metadata as { ActionMetadata: Record<string, { position: { x: number; y: number } }> }
    const places = flow.Actions.map(({ Identifier }) => JSON.stringify(metadata.ActionMetadata[Identifier]?.position))
    expect(new Set(places).size).toBe(flow.Actions.length)
  })
})

describe('the line', () => {
  const flow = dutyLineOf(kempen)

  it('switches recording off before a word is said', () => {
    expect(flow.Actions.slice(0, 2).map((action) => action.Parameters)).toEqual([
      { FlowLoggingBehavior: 'Disabled' },
      { RecordingBehavior: { RecordedParticipants: [], IVRRecordingBehavior: 'Disabled' } },
    ])
  })

  it('names the crisis point only where one is verified', () => {
    const crisis = nl.phone.crisis(kempen.crisisPhone!.spoken)
    const saidTo = (one: FlowContent, name: string) => String(block(one, name).Parameters?.['Text'])
    expect(saidTo(flow, 'wantsCall')).toBe(`${nl.phone.emergency} ${crisis} ${nl.phone.offer.question}`)
    expect(saidTo(waitingOf(kempen), 'saySafety')).toBe(`${nl.phone.emergency} ${crisis} ${nl.phone.privacy}`)
    expect(emergencyOf(limburg, nl)).toBe(nl.phone.emergency)
  })

  it('says nothing to a chat before the decision', () => {
    expect(arms(block(flow, 'channel'))).toMatchObject({ CHAT: 'markChat' })
    expect(block(flow, 'markChat').Transitions?.NextAction).toBe('route')
  })

  it('asks who may be offered the contact once, and tells who calls without waiting', () => {
    const asks = flow.Actions.filter((action) => action.Parameters?.['LambdaFunctionARN'] === 'arn:route')
    const told = {
      LambdaFunctionARN: 'arn:route',
      InvocationTimeLimitSeconds: '1',
      InvocationType: 'ASYNCHRONOUS',
      LambdaInvocationAttributes: { task: 'caller-group', region: 'voor-en-noorderkempen' },
    }
    expect(asks.map((action) => action.Parameters)).toEqual([
      {
        LambdaFunctionARN: 'arn:route',
        InvocationTimeLimitSeconds: '6',
        InvocationType: 'SYNCHRONOUS',
        LambdaInvocationAttributes: { region: 'voor-en-noorderkempen' },
        ResponseValidation: { ResponseType: 'STRING_MAP' },
      },
      told,
    ])
  })

  it('asks who calls once a worker can be rung, unless the greeting was answered or we close soon', () => {
    expect(block(flow, 'askWho').Parameters).toMatchObject({ Text: nl.phone.who, StoreInput: 'False' })
    expect(arms(block(flow, 'askWho'))).toEqual({
      1: 'asked-professional',
      2: 'asked-family',
      3: 'asked-network',
      InputTimeLimitExceeded: 'available',
      NoMatchingCondition: 'available',
      NoMatchingError: 'available',
    })
    expect(arms(block(flow, 'mayAskWho'))).toEqual({ 'closing-soon': 'available', NoMatchingCondition: 'knowsWho' })
    expect(arms(block(flow, 'knowsWho'))).toEqual({
      professional: 'available',
      family: 'available',
      network: 'available',
      NoMatchingCondition: 'askWho',
    })
    expect(arms(block(flow, 'greet'))).toMatchObject({ 1: 'who-professional', 2: 'who-family', 3: 'who-network', NoMatchingError: 'route' })
    const without = dutyLineOf({ ...kempen, asksWho: false })
    expect(without.Actions.some(({ Identifier }) => /who/i.test(Identifier))).toBe(false)
    expect(block(without, 'greet').Type).toBe('MessageParticipant')
    expect(problemsOf(without, 'CONTACT_FLOW')).toEqual([])
  })

  it('hands a number to one function and keeps it nowhere', () => {
    const given = flow.Actions.filter((action) => action.Parameters?.['LambdaFunctionARN'] === 'arn:promise')
    expect(given.map((action) => action.Parameters?.['LambdaInvocationAttributes'])).toEqual(
      ['$.CustomerEndpoint.Address', '$.StoredCustomerInput'].map((number) => ({
        task: 'promise-callback',
        region: 'voor-en-noorderkempen',
        language: 'nl',
        number,
        reason: '$.Attributes.callbackReason',
        mayOthersAnswer: '$.Attributes.mayOthersAnswer',
      })),
    )
  })

  it('thanks for a number only when it was noted', () => {
    expect(arms(block(flow, 'promiseResult'))).toEqual({ noted: 'sayNoted', refused: 'sayRefused', NoMatchingCondition: 'sayNotNoted' })
    expect(Number(block(flow, 'tries').Parameters?.['LoopCount']) + 1).toBe(3)
    expect(arms(block(flow, 'tries'))).toMatchObject({ DoneLooping: 'sayTooManyTries' })
  })

  it('looks whether anybody is signed in before it lets anybody wait', () => {
    expect(block(flow, 'staffed').Parameters).toEqual({ MetricType: 'NumberOfAgentsStaffed' })
    expect(arms(block(flow, 'staffed'))).toEqual({ 0: 'ready', NoMatchingCondition: 'sayNobodySignedIn', NoMatchingError: 'ready' })
  })

  it('leads to the other languages of a line that has them', () => {
    const three = dutyLineOf(threeLanguages(), { fr: 'arn:fr', en: 'arn:en' })
    expect(problemsOf(three, 'CONTACT_FLOW')).toEqual([])
    expect(block(three, 'greet').Parameters).toMatchObject({
      Text: expect.stringMatching(/voor Zeeduin\. Pour le français, tapez huit\. For English, press nine\.$/),
    })
    expect(arms(block(three, 'greet'))).toMatchObject({ 8: 'speak-fr', 9: 'speak-en', InputTimeLimitExceeded: 'route' })
    expect(arms(block(three, 'chatLanguage'))).toEqual({ fr: 'speak-fr', en: 'speak-en', NoMatchingCondition: 'markChat' })
    expect(block(three, 'speak-fr').Parameters).toEqual({ ContactFlowId: 'arn:fr' })
  })

  it('has an arm for every decision and for none', () => {
    expect(arms(block(flow, 'decide'))).toEqual({
      offer: 'which',
      'closing-soon': 'closingSoon',
      closed: 'sayClosed',
      'nobody-on-duty': 'sayNobody',
      NoMatchingCondition: 'hours',
    })
  })

  it("falls back on Connect's own hours without an answer", () => {
    expect(arms(block(flow, 'route'))).toEqual({ NoMatchingError: 'hours' })
    expect(arms(block(flow, 'hours'))).toEqual({ True: 'which', False: 'sayHours', NoMatchingError: 'which' })
    expect(block(flow, 'sayHours').Parameters).toEqual({
      Text: 'We zijn nu gesloten. Je kan ons bellen op maandag, dinsdag en donderdag, van tien uur tot dertien uur.',
    })
  })

  it("puts a call in the region's queue and a chat in its team's", () => {
    expect(arms(block(flow, 'which'))).toEqual({ CHAT: 'byTeam', NoMatchingCondition: 'regionQueue' })
    expect(arms(block(flow, 'byTeam'))).toEqual({
      noorderkempen: 'team-noorderkempen',
      voorkempen: 'team-voorkempen',
      NoMatchingCondition: 'regionQueue',
    })
    expect(block(flow, 'team-voorkempen').Parameters).toEqual({ QueueId: 'arn:queue-voorkempen' })
  })

  it('hangs its three flows on the contact', () => {
    const hooks = flow.Actions.filter((action) => action.Type === 'UpdateContactEventHooks').map(
      (action) => action.Parameters?.['EventHooks'],
    )
    expect(hooks).toEqual([
      { AgentWhisper: 'arn:whisper' },
      { CustomerQueue: 'arn:waiting' },
      { CustomerQueue: 'arn:waiting' },
      { CustomerRemaining: 'arn:left' },
    ])
  })

  it('cannot be built for a team without a queue', () => {
    const refs = {
      routeContactArn: 'a',
      hoursArn: 'b',
      regionQueueArn: 'c',
      waitingFlowArn: 'd',
      promiseCallbackArn: 'g',
      otherLanguages: {},
      whisperFlowArn: 'e',
      workerLeftFlowArn: 'f',
    }
    expect(() => dutyLine(kempen, nl, { ...refs, teamQueueArns: {} })).toThrow(
      'The team noorderkempen of voor-en-noorderkempen has no queue.',
    )
  })
})

describe('a sentence of a flow', () => {
  const said = new Set(
    productFlows
      .flatMap(({ flow }) => flow.Actions.map((action) => action.Parameters?.['Text']))
      .filter((text) => typeof text === 'string'),
  )

  it.each([
    ['welcome', nl.phone.welcome({ brand: limburg.brand, region: limburg.spokenName })],
    ['privacy', `${nl.phone.emergency} ${nl.phone.privacy}`],
    ['connecting', nl.phone.connecting],
    ['helplines', nl.phone.helplines],
    ['full', nl.phone.queueFull],
    ['broken', nl.phone.error],
    ['closed while waiting', nl.phone.closedWhileWaiting],
    ['waited too long', nl.phone.waitedTooLong],
    ['worker left', nl.phone.workerLeft],
    ['worker left a chat', nl.widget.workerLeft],
    ['bye', nl.phone.bye],
    ['whisper', 'Oproep voor regio Oost. Iemand belt vanuit het werk. $.Attributes.waited'],
    ['whisper to whom nothing is known', `${whisperNl.call({ region: 'regio Oost', language: 'nl' })} $.Attributes.waited`],
    ['the offer', `${nl.phone.emergency} ${nl.phone.offer.question}`],
    ['the offer after a wait', nl.phone.offer.question],
    ['the form in a chat', nl.chatLine.leaveNumber],
  ])('comes from the words: %s', (_title, sentence) => {
    expect(said).toContain(sentence)
  })

  it('has no blank left open', () => {
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|null|\{|\}|NaN/)
  })
})
