/** Whether an event matches an EventBridge pattern: nested objects, lists of exact values, prefix, suffix, anything-but, exists. */
export function matches(pattern: unknown, event: unknown): boolean {
  if (!isRecord(pattern)) return false
  return Object.entries(pattern).every(([key, wanted]) => {
    const value = isRecord(event) ? event[key] : undefined
    if (Array.isArray(wanted)) return wanted.some((rule) => matchesRule(rule, value))
    return matches(wanted, value)
  })
}

function matchesRule(rule: unknown, value: unknown): boolean {
  // An array in the event matches if one of its members does.
  if (Array.isArray(value)) return value.some((member) => matchesRule(rule, member))
  if (!isRecord(rule)) return rule === value
  const [[name, argument] = ['', undefined]] = Object.entries(rule)
  switch (name) {
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(argument))
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(argument))
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase()
    case 'exists':
      return (value !== undefined) === argument
    case 'anything-but':
      return value !== undefined && !(Array.isArray(argument) ? argument : [argument]).some((no) => matchesRule(no, value))
    default:
      throw new Error(`The local EventBridge knows no pattern rule "${name}".`)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
