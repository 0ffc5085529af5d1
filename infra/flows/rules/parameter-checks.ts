/** Says whether a value may stand in a parameter. */
export type Check = (value: unknown) => boolean

/** A reference that stands alone, `$.External.sentence` or `$['Attributes']['x y']`. */
export function isPath(value: unknown): value is string {
  return typeof value === 'string' && /^\$(\.[A-Za-z]|\[')\S*/.test(value)
}

/** A text with something in it; a reference counts. */
export function filled(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

// Six thousand characters in all is what the service speaks in one go (three thousand of them are billed as speech).
/** A text that a voice can speak. */
export function spoken(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 6000
}

/** A flat object of texts. */
export function texts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string')
}

/** An object with something in it. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Flow attributes are spelled `{ k: { Value } }`; the service refuses flat texts. */
export function isRecordOfValues(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => isRecord(one) && typeof one.Value === 'string')
}

/** A list, empty or not: nobody recorded is an empty one. */
export function isList(value: unknown): boolean {
  return Array.isArray(value)
}

/** A list that is not empty. */
export function list(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

/** One of the words the service knows, never a reference. */
export function oneOf(...words: readonly string[]): Check {
  return (value) => typeof value === 'string' && words.includes(value)
}

/** A whole number written as text, as the wire has it: `"5"`. */
export function whole(from: number, to: number): Check {
  return (value) => typeof value === 'string' && /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to
}

/** Any one of these will do. */
export function either(...checks: readonly Check[]): Check {
  return (value) => checks.some((check) => check(value))
}

/** An object that has no other keys than these, each in order. A key that ends in `?` may be absent. */
export function shape(keys: Readonly<Record<string, Check>>): Check {
  return (value) => isRecord(value) && shapeProblems(value, keys).length === 0
}

export type ShapeProblem = { kind: 'missing' | 'unknown' | 'wrong'; key: string }

/** What is missing, unknown or wrong in an object. */
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

/** One hook at a time: the service takes more, and then keeps only one. */
export function oneHook(value: unknown): boolean {
  if (!isRecord(value)) return false
  const [entry, ...more] = Object.entries(value)
  return entry !== undefined && more.length === 0 && eventHooks.includes(entry[0]) && filled(entry[1])
}
