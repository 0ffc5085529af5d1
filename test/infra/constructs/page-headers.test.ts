import { describe, expect, it } from 'vitest'
import { headersFor, type Page } from '../../../infra/constructs/page-headers.ts'

const origins = { product: 'http://127.0.0.1:4400', school: 'http://127.0.0.1:4401', aws: 'http://127.0.0.1:4402' }
const policyOf = (page: Page, from: Parameters<typeof headersFor>[1] = origins) => {
  const written = headersFor(page, from)['content-security-policy'] ?? ''
  return new Map(written.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]))
}

describe.each(['chat', 'desk'] as const)('the %s page', (page) => {
  it.each([
    ['lets in nothing unless named', 'default-src', ["'none'"]],
    ['runs our own scripts only', 'script-src', ["'self'"]],
    ['makes no script of what is typed', 'require-trusted-types-for', ["'script'"]],
    ['sends no form away', 'form-action', ["'none'"]],
  ])('%s', (_title, directive, sources) => {
    expect(policyOf(page).get(directive)).toEqual(sources)
  })
})

describe('around that', () => {
  it.each([
    ['the desk has no way', 'desk', "'none'"],
    ['the chat has one, for the one thread that it starts', 'chat', 'start-work'],
  ] as const)('%s', (_title, page, rule) => {
    expect(policyOf(page).get('trusted-types')).toEqual([rule])
  })
})

describe('a page may be framed by', () => {
  it.each([
    ['chat', 'the schools that have it', ['http://127.0.0.1:4401']],
    ['desk', 'itself and the agent workspace', ["'self'", 'http://127.0.0.1:4402']],
  ] as const)('%s: %s', (page, _title, ancestors) => {
    expect(policyOf(page).get('frame-ancestors')).toEqual(ancestors)
  })

  it('many schools, each named', () => {
    const schools = ['https://school-a.example', 'https://school-b.example']
    expect(policyOf('chat', { ...origins, school: schools }).get('frame-ancestors')).toEqual(schools)
  })
})

describe('the chat speaks with', () => {
  it('our doors and the participant service, over sockets too', () => {
    expect(policyOf('chat').get('connect-src')).toEqual(["'self'", 'http://127.0.0.1:4402', 'ws://127.0.0.1:4402'])
    const cloud = { ...origins, aws: 'https://participant.connect.eu-central-1.amazonaws.com' }
    expect(policyOf('chat', cloud).get('connect-src')).toContain('wss://participant.connect.eu-central-1.amazonaws.com')
  })
})

describe('every page', () => {
  it.each([
    ['chat', 'microphone=()'],
    ['desk', 'microphone=(self)'],
    ['launcher', 'microphone=()'],
    ['school', 'microphone=()'],
  ] as const)('lets the %s page have %s and no camera', (page, microphone) => {
    expect(headersFor(page, origins)['permissions-policy']).toBe(`camera=(), geolocation=(), ${microphone}, payment=(), usb=()`)
  })

  it.each(['chat', 'desk', 'launcher', 'school'] as const)('tells nobody where a visitor came from (%s)', (page) => {
    expect(headersFor(page, origins)).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
  })
})

describe("the launcher may be loaded by a school's page", () => {
  it('from any origin', () => {
    expect(headersFor('launcher', origins)['cross-origin-resource-policy']).toBe('cross-origin')
  })

  it('of the strict kind', () => {
    expect(policyOf('school').get('script-src')).toEqual(["'self'", origins.product])
    expect(policyOf('school').get('frame-src')).toEqual([origins.product])
  })
})
