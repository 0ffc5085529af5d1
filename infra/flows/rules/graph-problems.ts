import { type FlowAction, type FlowContent, targetsOf } from './flow-content.ts'

// Connect refuses identifiers that are property names of every JavaScript object.
const takenNames = [
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
]
const actionsAtMost = 250
const charactersAtMost = 256_000
const identifierAtMost = 50

/** The problems of the document as a whole: size, identifiers, and transitions to actions that do not exist. */
export function graphProblems(flow: FlowContent): string[] {
  const names = new Set(flow.Actions.map((action) => action.Identifier))
  return [
    ...documentProblems(flow),
    ...flow.Actions.flatMap((action, index) => identifierProblems(flow, action, index)),
    ...(names.has(flow.StartAction) ? [] : [`Invalid StartAction. No action is named: ${flow.StartAction}`]),
    ...flow.Actions.flatMap((action, index) =>
      targetsOf(action)
        .filter((target) => !names.has(target))
        .map((target) => `Invalid Action transition. No action is named: ${target}, Path: Actions[${index}].Transitions`),
    ),
    ...unreachable(flow).map((index) => `Action is not reachable. Path: Actions[${index}]`),
  ]
}

function documentProblems(flow: FlowContent): string[] {
  const characters = JSON.stringify(flow).length
  return [
    ...(flow.Version === '2019-10-30' ? [] : [`Invalid Version. Version: ${flow.Version}`]),
    ...(flow.Actions.length > 0 ? [] : ['JSON field is missing or null for field name: actions']),
    ...(flow.Actions.length > actionsAtMost ? [`Too many actions. Actions: ${flow.Actions.length}, at most ${actionsAtMost}`] : []),
    ...(characters > charactersAtMost ? [`Content is too long. Characters: ${characters}, at most ${charactersAtMost}`] : []),
  ]
}

function identifierProblems(flow: FlowContent, action: FlowAction, index: number): string[] {
  const name = action.Identifier
  const path = `Path: Actions[${index}].Identifier`
  const first = flow.Actions.findIndex((other) => other.Identifier === name)
  return [
    ...(name === '' || name.length > identifierAtMost ? [`Invalid Action identifier length. ${path}`] : []),
    ...(/[%:(\\/)=$,;[\]{}]/.test(name) || takenNames.includes(name) ? [`Invalid Action identifier. Identifier: ${name}, ${path}`] : []),
    ...(first === index ? [] : [`Duplicate Action identifier. Identifier: ${name}, ${path}`]),
  ]
}

function unreachable(flow: FlowContent): number[] {
  const actions = new Map(flow.Actions.map((action) => [action.Identifier, action]))
  const reached = new Set<string>()
  const waiting = [flow.StartAction]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const action = actions.get(name)
    if (!action || reached.has(name)) continue
    reached.add(name)
    waiting.push(...targetsOf(action))
  }
  return flow.Actions.flatMap((action, index) => (reached.has(action.Identifier) ? [] : [index]))
}
