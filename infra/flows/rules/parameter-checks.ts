/** Tells whether a value is allowed for a parameter. */
export type Check = (value: unknown) => boolean

/** A reference and nothing else: `$.External.sentence` or `$['Attributes']['x y']`. */
export function isPath(value: unknown): value is string {
  return typeof value === 'string' && /^\$(\.[A-Za-z]|\[')\S*/.test(value)
}

/** A non-empty text; it may be a reference. */
export function filled(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

// Connect's limit is 6000 characters for one prompt (of which 3000 are billed as speech).
/** A non-empty text within the limit for speech. */
export function spoken(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 6000
}

/** A flat object whose values are texts. */
export function texts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string')
}

/** An object that is not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Flow attributes have the form `{ k: { Value } }`; Connect refuses plain texts. */
export function isRecordOfValues(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => isRecord(one) && typeof one.Value === 'string')
}

/** An array, which may be empty: the list of recorded participants is empty when nobody is recorded. */
export function isList(value: unknown): boolean {
  return Array.isArray(value)
}

/** A non-empty array. */
export function list(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

/** One of the given literals, not a reference. */
export function oneOf(...words: readonly string[]): Check {
  return (value) => typeof value === 'string' && words.includes(value)
}

/** A whole number written as a text, as in the flow's JSON: `"5"`. */
export function whole(from: number, to: number): Check {
  return (value) => typeof value === 'string' && /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to
}

/** Passes if any of the checks passes. */
export function either(...checks: readonly Check[]): Check {
  return (value) => checks.some((check) => check(value))
}

/** An object with exactly these keys, each passing its check. A key that ends in `?` may be absent. */
export function shape(keys: Readonly<Record<string, Check>>): Check {
  return (value) => isRecord(value) && shapeProblems(value, keys).length === 0
}

/** A key of an object that is missing, not allowed, or has a wrong value. */
export type ShapeProblem = { kind: 'missing' | 'unknown' | 'wrong'; key: string }

/** The missing, unknown and wrong keys of an object. */
export function shapeProblems(value: Readonly<Record<string, unknown>>, keys: Readonly<Record<string, Check>>): ShapeProblem[] {
  const checks = new Map(Object.entries(keys).map(([key, check]) => [key.replace('?', ''), check]))
  const required = Object.keys(keys).filter((key) => !key.endsWith('?'))
  return [
    ...required.filter((key) => value[key] === undefined).map((key): ShapeProblem => ({ kind: 'missing', key })),
    ...Object.entries(value).flatMap(([key, one]): ShapeProblem[] => {
      const check = checks.get(key)
      if (!check) return [{ kind: 'unknown', key }]
      return one === undefined || check(one) ? [] : [{ kind: 'wrong', key }]
    }),
  ]
}

const eventHooks = [
  'AgentHold',
  'AgentWhisper',
  'CustomerHold',
  'CustomerQueue',
  'CustomerRemaining',
  'CustomerWhisper',
  'DefaultAgentUI',
  'DisconnectAgentUI',
  'PauseContact',
  'ResumeContact',
]

/** Exactly one event hook: Connect accepts several but stores only one. */
export function oneHook(value: unknown): boolean {
  if (!isRecord(value)) return false
  const [entry, ...more] = Object.entries(value)
  return entry !== undefined && more.length === 0 && eventHooks.includes(entry[0]) && filled(entry[1])
}
