import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readScenarios } from '../../infra/scenarios/read-scenarios.ts'
import type { Scenario, Step } from '../../infra/scenarios/scenario.ts'
import { openCallbacks } from '../../shared/storage/callbacks/callbacks.ts'
import { openNotices } from '../../shared/storage/notices/notices.ts'
import { putItem } from '../../shared/storage/table/table.ts'
import { at } from '../support/time/at.ts'
import { makePromise } from '../support/people/callbacks.ts'
import { oost } from '../support/people/make.ts'
import { openStoryLine, type StoryLine } from '../support/scenario/scenario-line.ts'
import { aCall } from '../support/scenario/scenario-people.ts'
import { play } from '../support/scenario/scenario-play.ts'
import { inWordsOf, sorted } from '../support/scenario/scenario-state.ts'

let line: StoryLine
beforeAll(async () => {
  line = await openStoryLine()
})
afterAll(() => line.close())

// In the order of their moments, so that the clock never goes back and the roster seldom changes from one scenario to the next.
const stories = readScenarios().toSorted((one, other) => one.scenario.at.localeCompare(other.scenario.at))
const storyOf = (name: string) => stories.find((one) => one.name === name)!.scenario

describe('a story of somebody who turns to the line, and nothing beside it', () => {
  it.each(stories.map(({ scenario }) => [scenario.title, scenario] as const))('%s', async (_title, scenario) => {
    const { afterwards, ends } = await play(line, scenario)
    expect({ ...inWordsOf(afterwards, scenario.afterwards), ends }).toEqual({
      ...sorted(scenario.afterwards),
      strange: [],
      ends: scenario.ends,
    })
  })
})

describe('what happens beside a story', () => {
  it('is seen, whatever it is', async () => {
    const { afterwards } = await play(line, storyOf('weekend-silence'), meddle)
    expect(afterwards.contacts).toContainEqual({ who: 'somebody', became: 'left-by-themselves', answeredBy: null, endedBy: 'referrer' })
    expect(afterwards.ledger.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['busy', 'left-in-flow']))
    expect(afterwards.notices).toContainEqual({ kind: 'ring-missed', to: 'sam.wilg', times: 1 })
    expect(afterwards.errors).toEqual(['record-contact SyntaxError'])
    expect(afterwards.strange.toSorted()).toEqual(['-1 more sent than left to noor.berk', 'a dead letter: timed-out', 'nobody#1 knows'])
  })

  async function meddle(): Promise<void> {
    const other = await aCall(line, { region: oost, from: '+32000000399' })
    await other.hangsUp()
    other.leaves()
    const { localLine, table } = line
    const notice = {
      id: 'planted',
      kind: 'ring-missed',
      region: oost.id,
      worker: 'worker_sam-wilg',
      at: at('2026-11-28 10:30'),
      minutes: null,
    } as const
    await openNotices(table).enqueueNotice(notice)
    await openCallbacks(table).promise(makePromise({ number: '+32000000398' }))
    await putItem(table, { pk: 'nobody#1', sk: 'knows' })
    const records = localLine.assembly
      .ofType('AWS::Lambda::Function')
      .find(({ metadata }) => String(metadata['permanence:entry']).includes('record-contact'))
    await localLine.functions.invoke(records?.arn ?? '', { Records: [{ messageId: 'planted', body: 'no json' }] })
    localLine.keyValues.put('outbox', 'planted', { message: 'Niemand vroeg dit.', attributes: { to: 'noor.berk@voorbeeld.invalid' } })
    localLine.keyValues.put('dead-letter', 'planted', { reason: 'timed-out' })
  }
})

describe('a story that is told otherwise than it went turns red', () => {
  const story = storyOf('weekend-own-number')
  const told = (steps: (steps: Step[]) => unknown): Scenario => {
    const other = structuredClone(story)
    steps(other.steps)
    return other
  }
  const heardFirst = (steps: Step[]) => steps.flatMap((step) => ('hears' in step ? [step] : []))[0]!.hears

  const swap = (sentences: unknown[]) => sentences.splice(0, 2, sentences[1], sentences[0])

  it.each([
    ['a sentence is missing in it', told((steps) => heardFirst(steps).pop()), /hears “.*” where the story says/],
    [
      'a sentence comes too much',
      told((steps) => heardFirst(steps).push('phone.bye')),
      /there was not “Bedankt|where the story says “Bedankt/,
    ],
    ['two sentences change places', told((steps) => swap(heardFirst(steps))), /hears “Welkom.*where the story says/],
    ['it stops before the end', told((steps) => steps.splice(1)), /hears more than the story tells/],
    ['it goes on after the end', told((steps) => steps.push({ who: 'caller', hears: ['phone.bye'] })), /there was not “Bedankt/],
  ])('%s', async (_title, wrong, why) => {
    await expect(play(line, wrong)).rejects.toThrow(why)
  })

  it('it waits longer in silence than it may', async () => {
    const patient = structuredClone(storyOf('route-hangs-closed'))
    for (const step of patient.steps) if ('withinSeconds' in step) step.withinSeconds = 1
    await expect(play(line, patient)).rejects.toThrow(/hears nothing for .* seconds of line time/)
  })
})
