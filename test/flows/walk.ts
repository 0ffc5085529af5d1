import type { FlowAction, FlowContent } from '../../infra/flows/rules/flow-content.ts'

/** Where a contact stands: at which block, and whether it has heard or read something since the flow last did anything else. */
type Place = { name: string; spokenTo: boolean }

// Between a sentence and the end of a call these may stand: they take no time and tell nobody anything.
const passing = ['Compare']
const neverFails = ['Compare', 'UpdateFlowLoggingBehavior', 'UpdateContactRecordingBehavior']

/** The blocks of a flow that can fail. */
export function breakable(flow: FlowContent): string[] {
  return flow.Actions.filter(({ Type, Transitions }) => Transitions?.Errors?.length && !neverFails.includes(Type)).map(
    (one) => one.Identifier,
  )
}

/** Blocks where somebody is cut off without a sentence, when these blocks fail: every way through the flow is walked. */
export function silentEnds(flow: FlowContent, broken: readonly string[]): string[] {
  const actions = new Map(flow.Actions.map((action) => [action.Identifier, action]))
  const seen = new Set<string>()
  const ends: string[] = []
  const ahead: Place[] = [{ name: flow.StartAction, spokenTo: false }]
  for (let place = ahead.pop(); place; place = ahead.pop()) {
    const action = actions.get(place.name)
    const key = `${place.name} ${place.spokenTo}`
    if (!action || seen.has(key)) continue
    seen.add(key)
    const fails = broken.includes(place.name)
    if (action.Type === 'DisconnectParticipant' && !place.spokenTo) ends.push(place.name)
    const ways = fails ? waysWhenBroken(action) : waysOn(action)
    if (ways.length === 0 && action.Type !== 'DisconnectParticipant' && action.Type !== 'EndFlowExecution') ends.push(place.name)
    const spokenTo = speaks(action, fails) || (place.spokenTo && (passing.includes(action.Type) || action.Type === 'MessageParticipant'))
    ahead.push(...ways.map((name) => ({ name, spokenTo })))
  }
  return ends
}

/** Blocks that a contact can come back to without passing a counter. */
export function endlessRounds(flow: FlowContent): string[] {
  const actions = new Map(flow.Actions.filter((action) => action.Type !== 'Loop').map((action) => [action.Identifier, action]))
  const reaches = (from: string): Set<string> => {
    const found = new Set<string>()
    const ahead = everyWay(actions.get(from))
    for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
      if (found.has(name) || !actions.has(name)) continue
      found.add(name)
      ahead.push(...everyWay(actions.get(name)))
    }
    return found
  }
  return [...actions.keys()].filter((name) => reaches(name).has(name))
}

function speaks(action: FlowAction, fails: boolean): boolean {
  return action.Type === 'MessageParticipant' && !fails
}

function waysWhenBroken({ Transitions }: FlowAction): string[] {
  return (Transitions?.Errors ?? []).map((error) => error.NextAction)
}

/** Every way that needs no fault: results, no result, and a queue that is full. A contact that reached its queue is with people. */
function waysOn({ Type, Transitions = {} }: FlowAction): string[] {
  const { NextAction, Errors = [], Conditions = [] } = Transitions
  const withoutFault = Errors.filter(({ ErrorType }) => ErrorType === 'NoMatchingCondition' || ErrorType === 'QueueAtCapacity')
  const next = NextAction === undefined || Type === 'TransferContactToQueue' ? [] : [NextAction]
  return [...next, ...Conditions.map((one) => one.NextAction), ...withoutFault.map((one) => one.NextAction)]
}

function everyWay(action: FlowAction | undefined): string[] {
  return action ? [...waysOn(action), ...waysWhenBroken(action)] : []
}
