import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openApiInput } from '../../infra/open-api-input.ts'
import { openApiOf, openApiText } from '../../infra/open-api.ts'
import { meRoutes } from '../../shared/contracts/routes/desk-routes.ts'

const committed = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')
const input = await openApiInput()
type Operation = { security?: unknown; 'x-roles'?: unknown; parameters: unknown[]; responses: Record<string, unknown> }
const document = openApiOf(input) as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, unknown> } }
const operation = (path: string, method: string) => document.paths[path]?.[method]

describe('the description of the API', () => {
  it('is the one that the tables make (npm run openapi writes it)', () => {
    expect(openApiText(input)).toBe(committed)
  })

  it('is another one with one route more', () => {
    const [desk, widget] = input.tables
    const more = { ...desk!, routes: { ...desk!.routes, 'GET /api/desk/one-more': meRoutes['GET /api/desk/me'] } }
    expect(openApiText({ ...input, tables: [more, widget!] })).not.toBe(committed)
  })

  it('holds every route', () => {
    const described = Object.values(document.paths).flatMap((one) => Object.keys(one))
    expect(described).toHaveLength(input.tables.reduce((sum, { routes }) => sum + Object.keys(routes).length, 1))
  })

  it('says who may ask, and what is refused', () => {
    const claim = operation('/api/desk/callbacks/{callback}/claim', 'post')
    expect(claim).toMatchObject({ security: [{ bearer: [] }], 'x-roles': ['worker'] })
    expect(Object.keys(claim?.responses ?? {})).toEqual(['200', '401', '403', '404', '409', '500'])
    expect(operation('/api/widget/chats', 'post')?.security).toBeUndefined()
  })

  it('points at nothing that is not there', () => {
    const pointed = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(pointed.filter((name = '') => !Object.hasOwn(document.components.schemas, name))).toEqual([])
    expect(pointed).toContain('DeskCallback')
  })
})
