import { describe, expect, it } from 'vitest'
import { verdictOn } from '../../../infra/flows/verify/account-table.ts'
import type { CallGraph } from '../../../infra/flows/verify/call-graph.ts'
import { verify } from '../../../infra/flows/verify/verify.ts'
import { ask, block, flowOf, hang, replaced, say, soundFlows, graphWith } from './fixtures/small-call-graph.ts'

const wrongsOf = (graph: CallGraph) => verdictOn([verify(graph)]).wrongs
const onError = (next: string) => ({ errors: { NoMatchingError: next } })
const channel = (voice: string, chat: string) =>
  block(
    'split',
    'Compare',
    { ComparisonValue: '$.Channel' },
    { next: voice, errors: { NoMatchingCondition: voice }, answers: { CHAT: chat } },
  )

const prompts = { Messages: [{ Text: 'Nog even.' }], InterruptFrequencySeconds: '60' }
const asked = ask('ask', 6, ['sayDecided', 'sayDecided'])
const fourAsks = [ask('a', 6, ['b', 'b']), ask('b', 6, ['c', 'c']), ask('c', 6, ['d', 'd']), ask('d', 6, ['hangWaiting', 'sorry'])]
const recording = { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } }
const returned = { errors: { NoMatchingError: 'end' }, next: 'end', answers: { CustomerReturned: 'again', WaitCompleted: 'end' } }
const promising = (next: string, task = 'promise-callback') => {
  const asking = { LambdaFunctionARN: 'arn:ask', InvocationTimeLimitSeconds: '6', LambdaInvocationAttributes: { task } }
  return [
    say('hello', 'promise'),
    block('promise', 'InvokeLambdaFunction', asking, { next: 'thanks', ...onError('sorry') }),
    block(
      'thanks',
      'GetParticipantInput',
      { Text: 'Genoteerd.', InputTimeLimitSeconds: '1', StoreInput: 'True' },
      {
        next,
        errors: { InputValidation: next, NoMatchingError: next },
      },
    ),
  ]
}
const looked = (answer: string) =>
  block(
    'looked',
    'Compare',
    { ComparisonValue: '$.External.result' },
    { next: 'sorry', errors: { NoMatchingCondition: 'sorry' }, answers: { [answer]: 'end' } },
  )
const untold = flowOf('forgotten', 'CONTACT_FLOW', soundFlows.left)

describe('a planted wrong is told:', () => {
  it.each([
    [
      'waiting prompts that fail hang up',
      graphWith(
        replaced(
          'waiting',
          block('hold', 'MessageParticipantIteratively', prompts, { ...onError('end'), answers: { MessagesInterrupted: 'hours' } }),
        ),
      ),
      'waiting: In a call, when hold fails: end hangs up without having said a word.',
    ],
    [
      'a last sentence that fails is followed by nothing',
      graphWith(replaced('waiting', say('sorry', 'end'))),
      'waiting: In a chat, when sorry fails: end hangs up without having said a word.',
    ],
    [
      'who is left alone hears nothing more',
      graphWith({
        left: [
          say('gone', 'wait'),
          block('wait', 'Wait', { TimeLimitSeconds: '900', Events: ['CustomerReturned'] }, returned),
          block('again', 'TransferContactToQueue', {}, { next: 'end', errors: { QueueAtCapacity: 'end', NoMatchingError: 'end' } }),
          { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
        ],
      }),
      'left: In a chat, with nothing failing: end hangs up without a closing sentence.',
    ],
    [
      'the sentence of a function that did not answer',
      graphWith(replaced('inbound', asked, say('sayDecided', 'end', '$.External.sentence'), say('never', 'hangWaiting'))),
      'inbound: In a call, when ask fails: end hangs up without having said a word.',
    ],
    [
      'a queue that never looks at the clock',
      graphWith(
        replaced(
          'waiting',
          block(
            'hours',
            'CheckMetricData',
            { MetricType: 'NumberOfAgentsStaffed' },
            { next: 'rounds', errors: { NoMatchingError: 'rounds', NoMatchingCondition: 'rounds' } },
          ),
        ),
      ),
      'waiting: In a call: hold goes round in the queue without asking the opening hours again. The circle: hold → hours → rounds → split → hold.',
    ],
    [
      'prompts that nothing interrupts',
      graphWith(
        replaced('waiting', block('hold', 'MessageParticipantIteratively', { Messages: [{ Text: 'Nog even.' }] }, onError('hours'))),
      ),
      'waiting: In a call, with nothing failing: hold plays prompts for ever and never asks the opening hours again.',
    ],
    [
      'a circle without a counter',
      graphWith(
        replaced(
          'waiting',
          block(
            'hours',
            'CheckHoursOfOperation',
            { HoursOfOperationId: 'arn:hours' },
            { next: 'split', ...onError('rounds'), answers: { True: 'split', False: 'sorry' } },
          ),
        ),
      ),
      'waiting: In a call: split goes round without a counter. The circle: split → hold → hours → split.',
    ],
    [
      'a counter that is left by its done arm, and met again',
      graphWith(
        replaced(
          'waiting',
          block(
            'rounds',
            'Loop',
            { LoopCount: '5' },
            { next: 'sorry', ...onError('sorry'), answers: { ContinueLooping: 'sorry', DoneLooping: 'split' } },
          ),
        ),
      ),
      'goes round without a counter',
    ],
    [
      'a hook to a flow that does not exist',
      graphWith(replaced('inbound', hang('hangLeft', ['CustomerRemaining', 'arn:gone'], ['hangWhisper', 'hangWhisper']))),
      'inbound: hangLeft names a flow that does not exist: arn:gone',
    ],
    [
      'a hook to a flow of another type',
      graphWith(replaced('inbound', hang('hangWaiting', ['CustomerQueue', 'arn:left'], ['hangLeft', 'sorry']))),
      'inbound: hangWaiting leads to a flow of type CONTACT_FLOW where CUSTOMER_QUEUE is wanted: arn:left',
    ],
    ['a flow that nobody comes to', graphWith({}, [untold]), 'forgotten: No call or chat ever comes here.'],
    [
      "a queue without the line's own queue flow",
      graphWith(
        replaced('inbound', hang('hangWaiting', ['CustomerQueue', 'arn:waiting'], ['hangLeft', 'hangLeft']), say('first', 'hangWaiting')),
      ),
      "when hangWaiting fails: toQueue puts the contact in a queue with Connect's own queue flow",
    ],
    [
      'a function that is waited for nine seconds',
      graphWith(replaced('inbound', ask('ask', 9, ['hangWaiting', 'hangWaiting']))),
      'inbound: ask waits 9 seconds for a function; 8 is the most',
    ],
    [
      'four functions in a row',
      graphWith(replaced('inbound', ...fourAsks)),
      'd lets functions be waited for 24 seconds without a word; 20 is the most',
    ],
    [
      'a function of nobody',
      { ...graphWith(replaced('inbound', ask('ask', 6, ['hangWaiting', 'hangWaiting']))), functions: new Set<string>() },
      'inbound: ask asks a function that the instance does not know: arn:ask',
    ],
    [
      'recording on',
      graphWith(replaced('inbound', block('record', 'UpdateContactRecordingBehavior', recording, { next: 'hangWaiting' }))),
      'inbound: record turns recording, analysis or a log on',
    ],
    [
      'a chat that comes to waiting prompts',
      graphWith(
        replaced(
          'waiting',
          channel('hold', 'hold'),
          block('pause', 'MessageParticipantIteratively', prompts, { answers: { MessagesInterrupted: 'hours' } }),
          block('hold', 'MessageParticipantIteratively', prompts, { answers: { MessagesInterrupted: 'hours' } }),
        ),
      ),
      'waiting: In a chat, with nothing failing: hold breaks off without an arm for NoMatchingError and leaves the contact waiting in silence. The way: hangWaiting → hangLeft → hangWhisper → choose → toQueue → split → hold.',
    ],
    [
      'a call that comes to a wait for chats',
      graphWith(
        replaced(
          'waiting',
          channel('pause', 'pause'),
          block('pause', 'Wait', { TimeLimitSeconds: '60' }, { next: 'hours', answers: { WaitCompleted: 'hours' } }),
        ),
      ),
      'waiting: In a call, with nothing failing: pause breaks off without an arm for NoMatchingError and leaves the contact waiting in silence.',
    ],
    [
      'a menu in a chat, and then nothing',
      graphWith(
        replaced(
          'inbound',
          block(
            'menu',
            'GetParticipantInput',
            { Text: 'Druk één.', InputTimeLimitSeconds: '5', StoreInput: 'False' },
            {
              next: 'hangWaiting',
              errors: { InputTimeLimitExceeded: 'hangWaiting', NoMatchingCondition: 'hangWaiting', NoMatchingError: 'end' },
            },
          ),
        ),
      ),
      'inbound: In a chat, with nothing failing: end hangs up without having said a word. The way: menu → end.',
    ],
    [
      'a queue flow that just stops',
      graphWith(replaced('waiting', { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} })),
      'end leaves the contact waiting in silence',
    ],
    [
      'a block that its flow may not have',
      graphWith(
        replaced(
          'left',
          block('hold', 'MessageParticipantIteratively', prompts, { ...onError('end'), answers: { MessagesInterrupted: 'sorry' } }),
        ),
      ),
      'left: In a call, with nothing failing: end hangs up without a closing sentence. The way: hangWaiting → hangLeft → hangWhisper → choose → toQueue → hold → end.',
    ],
    [
      'a call-back that is told as noted, whatever the function said',
      graphWith({ left: [...promising('end'), ...soundFlows.left] }),
      'left: In a call, with nothing failing: end hangs up without a closing sentence. The way: hangWaiting → hangLeft → hangWhisper → choose → toQueue → hello → promise → thanks',
    ],
    [
      'a call-back that was refused',
      graphWith({ left: [...promising('looked'), looked('refused'), ...soundFlows.left] }),
      'left: In a call, with nothing failing: end hangs up without a closing sentence. The way: hangWaiting → hangLeft → hangWhisper → choose → toQueue → hello → promise → thanks',
    ],
    [
      'a promise of another function',
      graphWith({ left: [...promising('looked', 'some-other-task'), looked('noted'), ...soundFlows.left] }),
      'end hangs up without a closing sentence.',
    ],
    [
      'a number that is kept in an attribute',
      graphWith(
        replaced(
          'inbound',
          block(
            'keep',
            'UpdateContactAttributes',
            { Attributes: { callBack: '$.StoredCustomerInput' }, TargetContact: 'Current' },
            { next: 'hangWaiting', ...onError('hangWaiting') },
          ),
        ),
      ),
      'inbound: keep keeps a telephone number',
    ],
    [
      'a call that goes on in a flow of the queue',
      graphWith(
        replaced('inbound', block('move', 'TransferToFlow', { ContactFlowId: 'arn:waiting' }, { next: 'sorry', ...onError('sorry') })),
      ),
      'inbound: move leads to a flow of type CUSTOMER_QUEUE where CONTACT_FLOW is wanted: arn:waiting',
    ],
    ['a line that begins nowhere', { ...graphWith(), startArn: 'arn:gone' }, 'begins at a flow that does not exist: arn:gone'],
  ])('%s', (_title, graph, sentence) => {
    expect(
      wrongsOf(graph).filter((wrong) => wrong.includes(sentence)),
      wrongsOf(graph).join('\n'),
    ).not.toEqual([])
  })

  it('no line at all', () => {
    expect(verdictOn([])).toEqual({ isGood: false, wrongs: ['There is no line to verify.'] })
  })

  it('two blocks that fail together, once', () => {
    const wrongs = wrongsOf(graphWith(replaced('left', say('later', 'end'), say('bye', 'sorry'))))
    expect(wrongs.filter((wrong) => wrong.includes('In a call'))).toEqual([
      expect.stringContaining('when sorry and later fail: end hangs up without a closing sentence.'),
    ])
  })
})
