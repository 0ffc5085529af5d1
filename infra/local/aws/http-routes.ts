import type { CloudAssembly } from '../template/cloud-assembly.ts'

/** A route of an HTTP API: which function answers which method and path. */
export type Route = {
  routeKey: string
  apiId: string
  method: string
  pattern: RegExp
  names: string[]
  weight: number
  functionArn: string
}
export type Matched = { route: Route; pathParameters: Record<string, string> }

/** All routes in the templates, the most specific first, in which order API Gateway chooses. */
export function routesOf(assembly: CloudAssembly): Route[] {
  const integrations = new Map(assembly.ofType('AWS::ApiGatewayV2::Integration').map((one) => [`integrations/${one.id}`, one.properties]))
  const routes = assembly.ofType('AWS::ApiGatewayV2::Route').map(({ logicalId, properties }) => {
    const integration = integrations.get(String(properties['Target']))
    const functionArn = /arn:aws:lambda:[^/]+/.exec(String(integration?.['IntegrationUri']))?.[0]
    if (!functionArn) throw new Error(`The route ${logicalId} leads to no function.`)
    return routeOf(String(properties['RouteKey']), String(properties['ApiId']), functionArn)
  })
  return routes.sort((left, right) => right.weight - left.weight)
}

/** The route that answers this request, or null. */
export function routeFor(routes: Route[], method: string, path: string): Matched | null {
  for (const route of routes) {
    if (route.method !== 'ANY' && route.method !== method) continue
    const found = route.pattern.exec(path)
    if (!found) continue
    const pathParameters = Object.fromEntries(route.names.map((name, place) => [name, decoded(found[place + 1] ?? '')]))
    return { route, pathParameters }
  }
  return null
}

function routeOf(routeKey: string, apiId: string, functionArn: string): Route {
  const [method = 'ANY', path = ''] = routeKey === '$default' ? ['ANY', '/{proxy+}'] : routeKey.split(' ')
  const pieces = path.split('/').slice(1)
  const names = pieces.flatMap((piece) => /^\{(.+?)\+?\}$/.exec(piece)?.[1] ?? [])
  const pattern = new RegExp(`^${pieces.map((piece) => `/${patternOf(piece)}`).join('')}$`)
  return {
    routeKey,
    apiId,
    method,
    pattern,
    names: routeKey === '$default' ? [] : names,
    weight: weightOf(method, pieces, routeKey),
    functionArn,
  }
}

function patternOf(piece: string): string {
  if (/^\{.+\+\}$/.test(piece)) return '(.*)'
  if (/^\{.+\}$/.test(piece)) return '([^/]+)'
  return piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

// Full paths before variables before greedy variables before $default; a named method before ANY.
function weightOf(method: string, pieces: string[], routeKey: string): number {
  if (routeKey === '$default') return -1
  const ofPieces = pieces.reduce((sum, piece) => sum + (piece.endsWith('+}') ? 0 : piece.startsWith('{') ? 2 : 4), 0)
  return ofPieces + (method === 'ANY' ? 0 : 1)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A malformed percent encoding is passed on unchanged.
    return text
  }
}
