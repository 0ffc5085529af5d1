import type { Playable } from './playable.ts'

/** The resources that a test case refers to: functions, and hours that are always or never open. */
export type TestCaseRefs = {
  routeContactArn: string
  promiseCallbackArn: string
  hoursArn: string
  openHoursArn: string
  closedHoursArn: string
}

type Identified = { Identifier: string; Type: string }
export type TestAction = Identified & { Parameters: Record<string, unknown>; Transitions: { NextAction?: string } }
export type Observation = {
  Identifier: string
  Event: Identified & { Actor: 'System'; Properties: Record<string, unknown> }
  Actions: TestAction[]
  Transitions: { NextObservations: string[] }
}
export type TestContent = { Version: '2019-10-30'; Metadata: Record<string, never>; Observations: Observation[] }

/**
 * A scenario in the testing language of Amazon Connect: observations of what is heard, and the keys pressed after each. Functions are
 * mocked, so that nothing is stored; the test ends before any worker could be rung.
 *
 * [?] Not compared with a live instance. Our sources disagree on `Version` ("2025-06-21" in an older example) and on whether a key is a
 * text or a number; they do not say whether one input may have several keys, nor which number a simulated caller has.
 */
export function testCaseOf({ decision, heard }: Playable, refs: TestCaseRefs, channel: 'phone' | 'chat'): TestContent {
  const names = ['begins', ...heard.map((_one, place) => `hears-${place + 1}`)]
  const begins = { name: 'begins', actions: overrides({ decision, heard }, refs), event: { Type: 'TestInitiated', Properties: {} } }
  const hears = heard.map(({ text, keys }, place) => {
    // Speech recognition splits a text at pauses, so calls are compared by similarity; in a chat the text is exact.
    const MatchingCriteria = { Type: channel === 'phone' ? 'Similarity' : 'Inclusion' }
    const event = { Type: 'MessageReceived', Properties: { Text: text, MatchingCriteria } }
    const isLast = place === heard.length - 1
    const actions = [...(keys === null ? [] : pressing(keys)), ...(isLast ? [endTest] : [])]
    return { name: `hears-${place + 1}`, actions, event }
  })
  const Observations = [begins, ...hears].map(({ name, actions, event }, place): Observation => {
    const next = names[place + 1]
    return {
      Identifier: name,
      Event: { Identifier: `${name}-event`, Actor: 'System', ...event },
      Actions: inARow(name, actions),
      // `Usage` is omitted: its default is once, and a misspelled value would be refused.
      Transitions: { NextObservations: next === undefined ? [] : [next] },
    }
  })
  return { Version: '2019-10-30', Metadata: {}, Observations }
}

type Act = { Type: string; Parameters: Record<string, unknown> }

const endTest = { Type: 'TestControl', Parameters: { ActionType: 'TestControl', Command: { Type: 'EndTest' } } }

// [?] One input for each key; digits as numbers, following the one source that ran it. `#` cannot be a number.
function pressing(keys: string): Act[] {
  return [...keys].map((key) => {
    const Value = /\d/.test(key) ? Number(key) : key
    const Instruction = { Type: 'DtmfInput', Properties: { Value } }
    return { Type: 'SendInstruction', Parameters: { ActionType: 'SendInstruction', Actor: 'Customer', Instruction } }
  })
}

// An override is used once; those of one function are used in order.
function overrides({ decision, heard }: Playable, refs: TestCaseRefs): Act[] {
  const sentence = heard.find(({ as }) => as === 'decided')?.text ?? ''
  const route = answeredBy(refs.routeContactArn, { decision, team: '', sentence })
  const promises = heard.flatMap(({ as: result, text: sentence }) =>
    result === 'said' || result === 'decided' ? [] : [answeredBy(refs.promiseCallbackArn, { result, sentence })],
  )
  return [route, ...hoursFor(decision, refs), ...promises]
}

// Without a usable answer, the hours that Connect holds decide. They cannot be mocked, only replaced.
function hoursFor(decision: Playable['decision'], refs: TestCaseRefs): Act[] {
  if (decision === 'none-while-open') return [exchanged(refs.hoursArn, refs.openHoursArn)]
  return decision === 'none-while-closed' ? [exchanged(refs.hoursArn, refs.closedHoursArn)] : []
}

// The value is JSON encoded as a text within JSON; Connect refuses an object.
function answeredBy(LambdaFunctionARN: string, answer: Record<string, string>): Act {
  const Response = { Type: 'ExecutionResult', ExecutionResult: { Value: JSON.stringify(answer) } }
  return override({
    ActionType: 'InvokeLambdaFunction',
    ActionParameters: { LambdaFunctionARN },
    Strategy: { Type: 'MockResponse', Response },
  })
}

function exchanged(HoursOfOperationId: string, SubstituteArn: string): Act {
  const Strategy = { Type: 'SubstituteResource', SubstituteArn }
  return override({ ActionType: 'CheckHoursOfOperation', ActionParameters: { HoursOfOperationId }, Strategy })
}

function override(Properties: Record<string, unknown>): Act {
  const Parameters = { ActionType: 'OverrideSystemBehavior', Behavior: { Type: 'FlowAction', Properties } }
  return { Type: 'OverrideSystemBehavior', Parameters }
}

function inARow(name: string, actions: readonly Act[]): TestAction[] {
  return actions.map((action, place) => ({
    Identifier: `${name}-${place + 1}`,
    ...action,
    Transitions: place === actions.length - 1 ? {} : { NextAction: `${name}-${place + 2}` },
  }))
}
