import { describe, expect, it } from 'vitest'
import { accountTable, verdictOn } from '../../../infra/flows/verify/account-table.ts'
import { promiseMark } from '../../../infra/flows/verify/facts.ts'
import type { CallGraph } from '../../../infra/flows/verify/call-graph.ts'
import { graphsOf } from '../../../infra/flows/verify/template-call-graphs.ts'
import { verify } from '../../../infra/flows/verify/verify.ts'
import { madeApp } from '../synthesised.ts'
import { threeLanguages } from '../../support/people/three-languages.ts'
import { ask, block, flowOf, replaced, say, soundFlows, graphWith } from './fixtures/small-call-graph.ts'

const wrongsOf = (graph: CallGraph) => verdictOn([verify(graph)]).wrongs
const onError = (next: string) => ({ errors: { NoMatchingError: next } })

describe('every flow of every open region', () => {
  const graphs = graphsOf(madeApp().app.synth().stacks)
  const accounts = graphs.map(verify)

  it('ends at a person, a call-back or a closing, two blocks failing or not', () => {
    console.log(accountTable(accounts))
    expect(verdictOn(accounts)).toEqual({ isGood: true, wrongs: [] })
  })

  it('is walked, from the number to the goodbye', () => {
    expect(accounts.map(({ flows }) => flows.length)).toEqual([4, 4])
    for (const { flows, wholeCall } of accounts) {
      for (const one of [...flows, wholeCall]) expect(one.paths?.every((count) => count > 0n)).toBe(true)
      expect(wholeCall.singleFaults).toBe(flows.reduce((total, one) => total + one.singleFaults, 0))
    }
  })

  it("names only its own region's queues and hours", () => {
    const [one, other] = graphs
    if (!one || !other) throw new Error('There are no two regions.')
    const swapped = wrongsOf({ ...one, queues: other.queues, hours: other.hours })
    expect(swapped).toEqual(expect.arrayContaining([expect.stringMatching(/regionQueue names a queue that the region does not have/)]))
    expect(swapped).toEqual(expect.arrayContaining([expect.stringMatching(/hours names hours that the region does not have/)]))
  })
})

describe('a line in three languages', () => {
  const [graph] = graphsOf(madeApp([threeLanguages()]).app.synth().stacks)
  if (!graph) throw new Error('There is no town.')

  it('is as good in each of them, and the first leads to the others', () => {
    const account = verify(graph)
    expect(verdictOn([account])).toEqual({ isGood: true, wrongs: [] })
    expect(account.flows).toHaveLength(12)
    expect(account.flows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['De Duinen Zeeduin', 'De Duinen Zeeduin (fr)', 'De Duinen Zeeduin (en), waiting']),
    )
  })

  it('is told when a language leads nowhere', () => {
    const flows = new Map([...graph.flows].filter(([, flow]) => flow.name !== 'De Duinen Zeeduin (fr)'))
    expect(wrongsOf({ ...graph, flows })).toEqual(
      expect.arrayContaining([expect.stringMatching(/speak-fr names a flow that does not exist/)]),
    )
  })
})

describe('a small line is good', () => {
  const promise = { LambdaFunctionARN: 'arn:ask', InvocationTimeLimitSeconds: '6', LambdaInvocationAttributes: { task: promiseMark } }
  const promised = [
    say('hello', 'again'),
    say('again', 'once more'),
    say('once more', 'promise'),
    block('promise', 'InvokeLambdaFunction', promise, { next: 'looked', ...onError('sorry') }),
    block(
      'looked',
      'Compare',
      { ComparisonValue: '$.External.result' },
      { next: 'sorry', errors: { NoMatchingCondition: 'sorry' }, answers: { noted: 'end' } },
    ),
  ]
  const move = block('move', 'TransferToFlow', { ContactFlowId: 'arn:second' }, { next: 'sorry', ...onError('sorry') })
  const second = flowOf('second', 'CONTACT_FLOW', soundFlows.inbound)
  const keep = { Attributes: { reason: '$.External.sentence' }, TargetContact: 'Current' }
  // The sentence that the function returns counts as one of the three closing sentences; when the function fails, `sorry` is said instead.
  const telling = (text: string) =>
    replaced(
      'inbound',
      ask('ask', 6, ['keep', 'sorry']),
      block('keep', 'UpdateContactAttributes', keep, { next: 'decide', ...onError('sorry') }),
      block(
        'decide',
        'Compare',
        { ComparisonValue: '$.External.decision' },
        { next: 'told', errors: { NoMatchingCondition: 'told' }, answers: { offer: 'hangWaiting' } },
      ),
      say('told', 'later', text),
    )
  it.each([
    ['as it stands', graphWith()],
    ['when a recorded call-back takes the place of a closing', graphWith({ left: [...promised, ...soundFlows.left] })],
    ['when one flow hands over to the next', graphWith({ inbound: [move, ...soundFlows.left] }, [second])],
    ['when the sentence of a function is said where it answered', graphWith(telling('$.External.sentence'))],
    ['when that sentence was kept first', graphWith(telling('$.Attributes.reason'))],
  ])('%s', (_title, graph) => {
    expect(wrongsOf(graph)).toEqual([])
  })

  it('and its ways are counted', () => {
    const { flows } = verify(graphWith())
    // Three prompts in a row, in a call and in a chat (times two): one path without a fault, three with one fault, three with two faults.
    expect(flows.find((flow) => flow.name === 'left')).toMatchObject({ blocks: 4, paths: [2n, 6n, 6n], singleFaults: 3, pairsOfFaults: 3 })
    expect(flows.find((flow) => flow.name === 'whisper')).toMatchObject({
      blocks: 2,
      paths: [2n, 2n, 0n],
      singleFaults: 1,
      pairsOfFaults: 0,
    })
  })
})
