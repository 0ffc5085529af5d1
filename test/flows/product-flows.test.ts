import { describe, expect, it } from 'vitest'
import { dutyLine } from '../../infra/flows/duty-line.ts'
import { problemsOf } from '../../infra/flows/flow-rules.ts'
import type { FlowAction, FlowContent } from '../../infra/flows/rules/flow-content.ts'
import { longestWaitMinutes, waiting } from '../../infra/flows/waiting.ts'
import { openRegion } from '../../shared/domain/regions.ts'
import { nl } from '../../shared/words/nl.ts'
import { dutyLineOf, productFlows } from './product-flows.ts'

const every = productFlows.map((one) => [one.name, one] as const)
const block = (flow: FlowContent, name: string): FlowAction => {
  const found = flow.Actions.find((action) => action.Identifier === name)
  if (!found) throw new Error(`No block is named ${name}.`)
  return found
}
const arms = (action: FlowAction) => ({
  ...Object.fromEntries((action.Transitions?.Conditions ?? []).map((one) => [one.Condition.Operands[0], one.NextAction])),
  ...Object.fromEntries((action.Transitions?.Errors ?? []).map((one) => [one.ErrorType, one.NextAction])),
})
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
    const emergencyOf = (one: FlowContent) => String(block(one, 'emergency').Parameters?.['Text'])
    expect(emergencyOf(flow)).toContain(nl.phone.crisis(kempen.crisisPhone!.spoken))
    expect(emergencyOf(dutyLineOf(limburg))).toBe(nl.phone.emergency)
  })

  it('says nothing to a chat before the decision', () => {
    expect(arms(block(flow, 'channel'))).toMatchObject({ CHAT: 'markChat' })
    expect(block(flow, 'markChat').Transitions?.NextAction).toBe('route')
  })

  it('asks who may be offered the contact once', () => {
    const asks = flow.Actions.filter((action) => action.Type === 'InvokeLambdaFunction')
    expect(asks.map((action) => action.Parameters)).toEqual([
      {
        LambdaFunctionARN: 'arn:route',
        InvocationTimeLimitSeconds: '6',
        InvocationType: 'SYNCHRONOUS',
        LambdaInvocationAttributes: { region: 'voor-en-noorderkempen' },
        ResponseValidation: { ResponseType: 'STRING_MAP' },
      },
    ])
  })

  it('has an arm for every decision and for none', () => {
    expect(arms(block(flow, 'decide'))).toEqual({
      offer: 'which',
      'closing-soon': 'sayClosingSoon',
      closed: 'sayDecided',
      'nobody-on-duty': 'sayDecided',
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
    expect(arms(block(flow, 'which'))).toEqual({ CHAT: 'byTeam', NoMatchingCondition: 'connecting' })
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
      whisperFlowArn: 'e',
      workerLeftFlowArn: 'f',
    }
    expect(() => dutyLine(kempen, nl, { ...refs, teamQueueArns: {} })).toThrow(
      'The team noorderkempen of voor-en-noorderkempen has no queue.',
    )
  })
})

describe('waiting', () => {
  const flow = waiting(kempen, nl, { hoursArn: 'arn:hours' })
  const rounds = (name: string) => Number(block(flow, name).Parameters?.['LoopCount']) + 1

  it('lasts twenty minutes at most, on the phone and in a chat', () => {
    expect(longestWaitMinutes).toBe(20)
    expect(rounds('rounds') * Number(block(flow, 'hold').Parameters?.['InterruptFrequencySeconds'])).toBe(20 * 60)
    expect(rounds('quietRounds') * rounds('chatRounds') * Number(block(flow, 'chatWait').Parameters?.['TimeLimitSeconds'])).toBe(20 * 60)
  })

  it.each([
    ['hours', 'sayClosed'],
    ['chatHours', 'sayChatClosed'],
  ])('asks the hours again each round (%s)', (name, closed) => {
    expect(block(flow, name).Parameters).toEqual({ HoursOfOperationId: 'arn:hours' })
    expect(arms(block(flow, name))).toMatchObject({ False: closed })
  })

  it('plays no loop prompts to a chat', () => {
    const phoneOnly = new Set(['first', 'hold', 'holdPlainly', 'hours', 'rounds'])
    const fromChat = ['chatFirst', 'chatWait', 'chatWaitAgain', 'chatHours', 'quietRounds', 'chatRounds', 'chatStill']
    for (const name of fromChat)
      for (const target of Object.values(arms(block(flow, name)))) expect(phoneOnly.has(String(target))).toBe(false)
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
    ['privacy', nl.phone.privacy],
    ['connecting', nl.phone.connecting],
    ['helplines', nl.phone.helplines],
    ['full', nl.phone.queueFull],
    ['broken', nl.phone.error],
    ['closed while waiting', nl.phone.closedWhileWaiting],
    ['waited too long', nl.phone.waitedTooLong],
    ['worker left', nl.phone.workerLeft],
    ['worker left a chat', nl.widget.workerLeft],
    ['bye', nl.phone.bye],
    ['whisper', 'Oproep voor regio Oost.'],
  ])('comes from the words: %s', (_title, sentence) => {
    expect(said).toContain(sentence)
  })

  it('has no blank left open', () => {
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|null|\{|\}|NaN/)
  })
})
