import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { at } from '../../support/time/at.ts'
import { awsEnvironment } from '../../support/fixtures/database.ts'
import { openTable } from '../../../shared/storage/table/table.ts'
import { openStores } from '../../../shared/storage/stores.ts'

Object.assign(process.env, awsEnvironment('http://127.0.0.1:1', 'line'))
const readme = readFileSync(new URL('../../../shared/storage/README.md', import.meta.url), 'utf8')
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, question = '', key = '', functions = '']) => ({ question, key, functions: functions.split(', ') }))
const stores: Record<string, Record<string, unknown>> = openStores(openTable('line', () => at('2026-11-24 10:30')))
const functions = Object.entries(stores).flatMap(([store, questions]) => Object.keys(questions).map((name) => `${store}.${name}`))

describe('the access-pattern table', () => {
  it.each(rows.map((row) => [row.question, row] as const))('has a function for: %s', (_, row) => {
    expect(row.key).not.toBe('')
    for (const name of row.functions) expect(functions).toContain(name)
  })

  it('knows every question of every store', () => {
    expect(rows.flatMap((row) => row.functions).sort()).toEqual([...functions].sort())
  })

  it('fits on one page', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(48)
  })
})
