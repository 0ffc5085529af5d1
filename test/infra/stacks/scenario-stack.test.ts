import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAssembly } from '../../../infra/local/template/template.ts'
import { checkedSynth } from '../../../infra/constructs/checked-synth.ts'
import { exportOf } from '../../../infra/scenarios/export.ts'
import { readScenarios, scenarioIn } from '../../../infra/scenarios/read-scenarios.ts'
import { testCaseOf } from '../../../infra/scenarios/test-case.ts'
import { wordsIn } from '../../../shared/words/languages.ts'
import { oost } from '../../support/people/make.ts'
import { caseProblems } from '../../support/fixtures/test-case-rules.ts'
import { madeApp, resourcesOf } from '../synthesised.ts'

const made = madeApp()
const stories = readScenarios()
const refs = {
  routeContactArn: 'arn:route',
  promiseCallbackArn: 'arn:promise',
  hoursArn: 'arn:hours',
  openHoursArn: 'arn:open',
  closedHoursArn: 'arn:shut',
}
const every = made.scenarios.flatMap(({ exported }) => exported).map((one) => [one.name, one] as const)
const storyOf = (name: string) => stories.find((one) => one.name === name)!
const caseOf = (name: string) => {
  const found = every.find(([known]) => known === name)?.[1]
  if (!found) throw new Error(`${name} is no test case`)
  return testCaseOf(found.playable, refs, found.channel)
}

describe('each region has its stories in a stack of its own', () => {
  it('which nothing else needs', () => {
    expect(made.scenarios.map(({ stackName }) => stackName)).toEqual([
      'permanence-pilot-scenarios-limburg-oost',
      'permanence-pilot-scenarios-voor-en-noorderkempen',
    ])
    for (const stack of [made.core, made.operations, made.api, ...made.lines])
      expect(stack.dependencies.map(({ stackName }) => stackName).filter((name) => name.includes('scenarios'))).toEqual([])
  })

  it('and which can be left out', () => {
    const without = madeApp(undefined, { 'permanence:scenarios': false })
    expect(without.scenarios).toEqual([])
  })

  it('whose plan one machine can read', () => {
    checkedSynth(made.app)
    const assembly = readAssembly(made.app.outdir, { secret: () => 'made up' })
    const cases = assembly.ofType('AWS::Connect::TestCase')
    expect(cases).toHaveLength(every.length)
    for (const { properties } of cases) expect(JSON.parse(String(properties['Content'])).Version).toBe('2019-10-30')
  }, 60_000)
})

describe('a story that AWS can play', () => {
  it.each(made.scenarios.map((stack) => [stack.stackName, stack] as const))('is a published test case of %s', (_name, stack) => {
    const cases = resourcesOf(stack, 'AWS::Connect::TestCase')
    expect(cases).toHaveLength(stack.exported.length)
    for (const { Properties } of cases) {
      const { Name, Description, Status, EntryPoint, InstanceArn } = Properties as Record<string, string>
      expect([Name?.length, Description?.length].every((length) => length !== undefined && length > 0 && length <= 127)).toBe(true)
      expect(Status).toBe('PUBLISHED')
      expect(['VOICE_CALL', 'CHAT']).toContain(Object(EntryPoint).Type)
      expect(InstanceArn).toBeDefined()
    }
    const names = cases.map(({ Properties }) => Properties['Name'])
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(every)('keeps the rules of the testing language: %s', (_name, { playable, channel }) => {
    expect(caseProblems(testCaseOf(playable, refs, channel))).toEqual([])
  })

  it('is one that is played on this machine too', () => {
    for (const [name] of every) expect(storyOf(name)).toBeDefined()
    expect(every.some(([, { channel }]) => channel === 'chat')).toBe(true)
  })

  it('answers in the place of each function that it meets, in order', () => {
    const values = caseOf('invalid-then-valid-number').Observations[0]?.Actions.map((action) => JSON.stringify(action.Parameters)) ?? []
    expect(values).toHaveLength(3)
    expect(values[0]).toContain('arn:route')
    expect(values[1]).toContain(String.raw`\"result\":\"refused\"`)
    expect(values[2]).toContain(String.raw`\"result\":\"noted\"`)
  })

  it('has other hours when nothing is decided for it', () => {
    expect(JSON.stringify(caseOf('route-hangs-closed').Observations[0])).toContain('"SubstituteArn":"arn:shut"')
    expect(JSON.stringify(caseOf('route-hangs').Observations[0])).toContain('"SubstituteArn":"arn:open"')
  })
})

describe('a test case that would go wrong is seen', () => {
  const good = () => structuredClone(caseOf('weekend-own-number'))
  const last = (content: ReturnType<typeof good>) => content.Observations.at(-1)!

  it.each([
    [
      'it goes on into the queue',
      (content: ReturnType<typeof good>) => (last(content).Event.Properties['Text'] = wordsIn('nl').phone.connecting),
    ],
    ['it does not end by itself', (content: ReturnType<typeof good>) => last(content).Actions.splice(0)],
    [
      'it leads to no observation',
      (content: ReturnType<typeof good>) => (content.Observations[1]!.Transitions.NextObservations = ['nowhere']),
    ],
    ['an observation is never reached', (content: ReturnType<typeof good>) => (content.Observations[1]!.Transitions.NextObservations = [])],
    [
      'a function answers with an object',
      (content: ReturnType<typeof good>) => (content.Observations[0]!.Actions[0] = withObject(content)),
    ],
    ['the version is another', (content: ReturnType<typeof good>) => Object.assign(content, { Version: '2025-06-21' })],
  ] as const)('%s', (_title, spoil) => {
    const content = good()
    expect(caseProblems(content)).toEqual([])
    spoil(content)
    expect(caseProblems(content)).not.toEqual([])
  })

  function withObject(content: ReturnType<typeof good>) {
    const action = content.Observations[0]!.Actions[0]!
    return JSON.parse(JSON.stringify(action).replace(/"Value":"(?:[^"\\]|\\.)*"/, '"Value":{"decision":"closed"}'))
  }
})

describe('a story that AWS cannot play', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../scenarios/README.md'), 'utf8')

  it('is left out with its reason, which the README gives', () => {
    for (const { leftOut } of made.scenarios) for (const { name, why } of leftOut) expect(readme).toContain(`| \`${name}\` | ${why} |`)
    const left = made.scenarios.flatMap(({ leftOut }) => leftOut)
    expect(left.length + every.length).toBe(stories.length)
    expect([...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name).toSorted()).toEqual(left.map(({ name }) => name).toSorted())
  })

  it('is one that says before the queue what another says', () => {
    const story = storyOf('weekend-silence')
    const { exported, leftOut } = exportOf([story, { ...story, name: 'the-same-again' }], oost)
    expect(exported.map(({ name }) => name)).toEqual(['weekend-silence'])
    expect(leftOut.map(({ name }) => name)).toEqual(['the-same-again'])
  })
})

describe('a file that is no story', () => {
  const text = readFileSync(join(import.meta.dirname, '../../scenarios/weekend-silence.json'), 'utf8')
  it.each([
    ['a field too many', { mood: 'sad' }, 'mood'],
    ['a copied text instead of a key', { steps: [{ hears: ['We zijn nu gesloten.'] }] }, 'steps.0'],
    ['a moment that is none', { at: 'tomorrow' }, 'at'],
  ])('is refused by its field: %s', (_title, wrong, field) => {
    expect(() => scenarioIn(JSON.stringify({ ...JSON.parse(text), ...wrong }), 'wrong.json')).toThrow(
      new RegExp(`wrong.json is no scenario.*${field}`),
    )
  })
})
