import type { Playable } from './playable.ts'

/** What a test case points at: a flow's functions, and hours that are always or never open. */
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
 * A story in the testing language of Amazon Connect: what is heard, one observation after another, and what is pressed once it is. Its functions
 * are answered for, so that nothing is written; it ends by itself before anybody could be rung.
 *
 * [?] Not compared with a live instance. Our sources disagree on `Version` ("2025-06-21" in an older example) and on whether a key is a text or
 * a number; they do not say whether several keys may go in one input, nor which number a simulated caller shows.
 */
export function testCaseOf({ decision, heard }: Playable, refs: TestCaseRefs, channel: 'phone' | 'chat'): TestContent {
  const names = ['begins', ...heard.map((_one, place) => `hears-${place + 1}`)]
  const begins = { name: 'begins', actions: overrides({ decision, heard }, refs), event: { Type: 'TestInitiated', Properties: {} } }
  const hears = heard.map(({ text, keys }, place) => {
    // A voice is cut in pieces where it pauses, so its text is compared by likeness; a chat's is the text itself.
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
      // `Usage` is left out on purpose: its default is once, and a misspelled one is refused.
      Transitions: { NextObservations: next === undefined ? [] : [next] },
    }
  })
  return { Version: '2019-10-30', Metadata: {}, Observations }
}

type Act = { Type: string; Parameters: Record<string, unknown> }

const endTest = { Type: 'TestControl', Parameters: { ActionType: 'TestControl', Command: { Type: 'EndTest' } } }

// [?] One input for each key: a figure as a number, as one source that ran it says; `#` cannot be one.
function pressing(keys: string): Act[] {
  return [...keys].map((key) => {
    const Value = /\d/.test(key) ? Number(key) : key
    const Instruction = { Type: 'DtmfInput', Properties: { Value } }
    return { Type: 'SendInstruction', Parameters: { ActionType: 'SendInstruction', Actor: 'Customer', Instruction } }
  })
}

// An override is good for one use, and those of one function are used in their order.
function overrides({ decision, heard }: Playable, refs: TestCaseRefs): Act[] {
  const sentence = heard.find(({ as }) => as === 'decided')?.text ?? ''
  const route = answeredBy(refs.routeContactArn, { decision, team: '', sentence })
  const promises = heard.flatMap(({ as: result, text: sentence }) =>
    result === 'said' || result === 'decided' ? [] : [answeredBy(refs.promiseCallbackArn, { result, sentence })],
  )
  return [route, ...hoursFor(decision, refs), ...promises]
}

// An answer that the flow cannot use lets Connect's own hours decide. Those cannot be answered for, only exchanged.
function hoursFor(decision: Playable['decision'], refs: TestCaseRefs): Act[] {
  if (decision === 'none-while-open') return [exchanged(refs.hoursArn, refs.openHoursArn)]
  return decision === 'none-while-closed' ? [exchanged(refs.hoursArn, refs.closedHoursArn)] : []
}

// The value is a JSON text in a JSON text: an object is refused.
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
