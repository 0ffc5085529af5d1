import type { Scope } from './cloud-assembly.ts'

export const region = 'eu-central-1'
export const account = '111122223333'

type Step = (argument: unknown, scope: Scope, at: string) => unknown

const intrinsics: Record<string, Step> = {
  Ref: (name, scope, at) => reference(String(name), scope, at),
  'Fn::GetAtt': (argument, scope, at) => {
    const [logicalId, ...rest] = Array.isArray(argument)
      ? argument.map((part) => String(resolve(part, scope, at)))
      : String(argument).split('.')
    return attribute(logicalId ?? '', rest.join('.'), { scope, at })
  },
  'Fn::Join': (argument, scope, at) => {
    const [separator, parts] = list(argument, at)
    return list(resolve(parts, scope, at), at)
      .map(String)
      .join(String(separator))
  },
  'Fn::Sub': (argument, scope, at) => substitute(argument, scope, at),
  'Fn::Select': (argument, scope, at) => {
    const [index, from] = list(argument, at)
    const chosen = list(resolve(from, scope, at), at)[Number(resolve(index, scope, at))]
    return chosen ?? unresolvable('Fn::Select outside its list', at)
  },
  'Fn::Split': (argument, scope, at) => {
    const [separator, text] = list(argument, at)
    return String(resolve(text, scope, at)).split(String(separator))
  },
  'Fn::ImportValue': (argument, scope, at) => {
    const name = String(resolve(argument, scope, at))
    return scope.imported(name) ?? unresolvable(`no stack exports ${name}`, at)
  },
  'Fn::If': (argument, scope, at) => {
    const [condition, whenTrue, whenFalse] = list(argument, at)
    return resolve(conditionHolds(String(condition), scope) ? whenTrue : whenFalse, scope, at)
  },
  'Fn::FindInMap': (argument, scope, at) => {
    const [map, top, second] = list(resolve(argument, scope, at), at).map(String)
    return scope.template.Mappings?.[map ?? '']?.[top ?? '']?.[second ?? ''] ?? unresolvable(`no mapping ${map}/${top}/${second}`, at)
  },
  'Fn::Base64': (argument, scope, at) => Buffer.from(String(resolve(argument, scope, at))).toString('base64'),
  'Fn::ToJsonString': (argument, scope, at) => JSON.stringify(resolve(argument, scope, at)),
  'Fn::Equals': (argument, scope, at) => {
    const [left, right] = list(resolve(argument, scope, at), at)
    return String(left) === String(right)
  },
  'Fn::Not': (argument, scope, at) => list(argument, at).every((part) => resolve(part, scope, at) !== true),
  'Fn::And': (argument, scope, at) => list(argument, at).every((part) => resolve(part, scope, at) === true),
  'Fn::Or': (argument, scope, at) => list(argument, at).some((part) => resolve(part, scope, at) === true),
  Condition: (name, scope) => conditionHolds(String(name), scope),
}

/** A template value with its intrinsic functions evaluated; `at` is the location for error messages. */
export function resolve(value: unknown, scope: Scope, at: string): unknown {
  if (typeof value === 'string') return withSecrets(value, scope, at)
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope, at)).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only && isIntrinsic(only[0], only[1])) {
    const step = intrinsics[only[0]]
    const answer = step ? step(only[1], scope, at) : unresolvable(`unknown intrinsic ${only[0]}`, at)
    return typeof answer === 'string' ? withSecrets(answer, scope, at) : answer
  }
  const resolved = entries.map(([key, item]) => [key, resolve(item, scope, at)] as const)
  return Object.fromEntries(resolved.filter(([, item]) => item !== undefined))
}

/** Whether a named condition of the stack is true; true without a name. */
export function conditionHolds(name: string | undefined, scope: Scope): boolean {
  if (name === undefined) return true
  const condition = scope.template.Conditions?.[name]
  return resolve(condition ?? unresolvable('no such condition', `${scope.stack}/${name}`), scope, `${scope.stack}/${name}`) === true
}

// Policy documents have a key `Condition` with an object; only a string makes it an intrinsic function.
function isIntrinsic(key: string, argument: unknown): boolean {
  if (key === 'Ref' || key === 'Condition') return typeof argument === 'string'
  return key.startsWith('Fn::')
}

function reference(name: string, scope: Scope, at: string): unknown {
  const pseudo: Record<string, unknown> = {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::StackName': scope.stack,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${scope.stack}/local`,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::NoValue': undefined,
    'AWS::NotificationARNs': [],
  }
  if (name in pseudo) return pseudo[name]
  const parameter = scope.template.Parameters?.[name]
  if (parameter) return scope.settings.parameters?.[name] ?? parameter.Default ?? unresolvable(`parameter ${name} has no default`, at)
  return scope.identity(name)?.ref ?? unresolvable(`nothing is named ${name}`, at)
}

function attribute(logicalId: string, name: string, { scope, at }: { scope: Scope; at: string }): unknown {
  const identity = scope.identity(logicalId) ?? unresolvable(`nothing is named ${logicalId}`, at)
  return identity.attributes[name] ?? unresolvable(`${logicalId} has no attribute ${name} here`, at)
}

function substitute(argument: unknown, scope: Scope, at: string): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}]
  return String(text).replace(/\$\{([^}]+)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`
    const own: unknown = variables?.[name]
    if (own !== undefined) return String(resolve(own, scope, at))
    const [logicalId = '', ...rest] = name.split('.')
    return String(rest.length > 0 ? attribute(logicalId, rest.join('.'), { scope, at }) : reference(name, scope, at))
  })
}

const secretReference =
  /\{\{resolve:secretsmanager:(arn:aws:secretsmanager:[^:]*:[^:]*:secret:[^:}]+|[^:}]+)(?::SecretString(?::([^:}]*))?(?::[^:}]*)*)?\}\}/g

function withSecrets(text: string, scope: Scope, at: string): string {
  if (!text.includes('{{resolve:')) return text
  const whole = text.replace(secretReference, (_whole, id: string, key: string | undefined) => {
    const secret = scope.settings.secret ?? unresolvable('a secret is asked for where none are kept', at)
    return secret(key ? `${id}#${key}` : id)
  })
  // Checked after joining: Fn::Join may complete a dynamic reference from several parts.
  if (/\{\{resolve:(?!secretsmanager:)/.test(whole)) unresolvable('only secrets of the Secrets Manager are known here', at)
  return whole
}

function list(value: unknown, at: string): unknown[] {
  return Array.isArray(value) ? value : unresolvable('a list is expected', at)
}

function unresolvable(reason: string, at: string): never {
  throw new Error(`The template cannot be read here: ${reason} (in ${at})`)
}
