import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exampleEvents } from '../../infra/local/functions/example-events.ts'

const project = resolve(import.meta.dirname, '../..')
const invoke = (...words: string[]) =>
  spawnSync(process.execPath, ['infra/local/invoke.ts', ...words], { cwd: project, encoding: 'utf8', timeout: 60_000 })

describe('npm run invoke', () => {
  it('runs a function on the example event of its contract, at the hour that is asked', () => {
    const { stdout, stderr } = invoke('route-contact', '--clock', '2026-11-28T10:30')
    expect(stderr).toBe('')
    expect(stdout).toContain('"decision": "closed"')
    expect(stdout).toMatch(/"function":"route-contact",.*"kind":"closed"/)
  })

  it('asks an API as a made-up person', () => {
    const { stdout } = invoke('desk-api', 'GET /api/desk/me', '--as', 'noor.berk')
    expect(stdout).toContain('"status": 200')
    expect(stdout).toContain('Noor Berk')
  })

  it.each([
    ['no function', [], 'Name a function: route-contact'],
    ['an unknown function', ['nobody'], 'No function is called nobody; there are route-contact'],
    ['an API without a request', ['desk-api'], 'desk-api is asked over HTTP'],
    ['a moment that does not exist', ['route-contact', '--clock', '2026-13-01'], '--clock is a moment'],
    ['an unknown flag', ['route-contact', '--evnt', 'x'], "Unknown option '--evnt'"],
  ])('says what is wrong with %s', (_title, words, sentence) => {
    const { stdout, stderr, status } = invoke(...words)
    expect([stdout, status]).toEqual(['', 1])
    expect(stderr).toContain(sentence)
  })

  it('has an example for every function that is not asked over HTTP', () => {
    expect(Object.keys(exampleEvents).sort()).toEqual([
      'apply-hours',
      'apply-roster',
      'promise-callback',
      'queue-position',
      'record-contact',
      'route-contact',
      'send-notices',
      'watch-line',
    ])
  })
})
