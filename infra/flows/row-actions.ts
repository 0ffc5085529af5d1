import type { FlowAction, FlowCondition } from './rules/flow-content.ts'
import type { Row, RowOf } from './rows.ts'

type Action = Omit<FlowAction, 'Identifier'>

/** The action in the flow language for a row. */
export function actionOf(row: Row<string>): Action {
  const write = writers[row.kind] as (one: typeof row) => Action
  return write(row)
}

const writers: { [Kind in Row<string>['kind']]: (row: RowOf<Kind>) => Action } = {
  'no-log': ({ arms }) => action('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Disabled' }, { NextAction: arms.next }),
  'no-recording': ({ arms }) => {
    const nobody = { RecordedParticipants: [], IVRRecordingBehavior: 'Disabled' }
    return action('UpdateContactRecordingBehavior', { RecordingBehavior: nobody }, { NextAction: arms.next })
  },
  tag: ({ tags, arms }) => action('TagContact', { Tags: tags }, nextOrError(arms)),
  'by-channel': ({ arms }) => compare('$.Channel', { CHAT: arms.chat }, arms.voice),
  'with-voice': ({ voice, engine, arms }) => {
    const spoken = { TextToSpeechVoice: voice, TextToSpeechEngine: engine, TextToSpeechStyle: 'None' }
    return action('UpdateContactTextToSpeechVoice', spoken, nextOrError(arms))
  },
  'in-language': ({ locale, arms }) => action('UpdateContactData', { LanguageCode: locale }, nextOrError(arms)),
  say: ({ text, arms }) => action('MessageParticipant', { Text: text }, nextOrError(arms)),
  'say-and-pause': ({ text, pauseSeconds, arms }) =>
    action('MessageParticipant', { SSML: withPause(text, pauseSeconds) }, nextOrError(arms)),
  ask: ({ functionArn, limitSeconds, parameters, arms }) => {
    const asked = {
      LambdaFunctionARN: functionArn,
      InvocationTimeLimitSeconds: String(limitSeconds),
      InvocationType: 'SYNCHRONOUS',
      LambdaInvocationAttributes: parameters,
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    }
    return action('InvokeLambdaFunction', asked, nextOrError(arms))
  },
  remember: ({ attributes, arms }) =>
    action('UpdateContactAttributes', { Attributes: attributes, TargetContact: 'Current' }, nextOrError(arms)),
  'by-decision': ({ arms: { otherwise, ...answers } }) => compare('$.External.decision', answers, otherwise),
  'by-text': ({ reference, arms, otherwise }) => compare(reference, arms, otherwise),
  tell: ({ functionArn, parameters, arms }) => {
    const told = {
      LambdaFunctionARN: functionArn,
      InvocationTimeLimitSeconds: '1',
      InvocationType: 'ASYNCHRONOUS',
      LambdaInvocationAttributes: parameters,
    }
    return action('InvokeLambdaFunction', told, nextOrError(arms))
  },
  'ask-key': ({ text, ...row }) => askKey({ Text: text }, row),
  'ask-key-in-ssml': ({ ssml, ...row }) => askKey({ SSML: `<speak>${ssml}</speak>` }, row),
  'type-number': ({ text, seconds, digitsAtMost, arms }) => {
    const asked = {
      Text: text,
      InputTimeLimitSeconds: String(seconds),
      // With StoreInput, Connect refuses conditions and a time limit for the first key.
      StoreInput: 'True',
      InputValidation: { CustomValidation: { MaximumLength: String(digitsAtMost) } },
      DTMFConfiguration: { InputTerminationSequence: '#', InterdigitTimeLimitSeconds: String(seconds) },
    }
    const errors = [{ ErrorType: 'InputValidation', NextAction: arms.invalid }, ...onError(arms.error)]
    return action('GetParticipantInput', asked, { NextAction: arms.next, Errors: errors })
  },
  'by-beginning': ({ reference, beginning, arms }) => {
    const begins = { NextAction: arms.begins, Condition: { Operator: 'TextStartsWith', Operands: [beginning] } }
    const Errors = [{ ErrorType: 'NoMatchingCondition', NextAction: arms.otherwise }]
    return action('Compare', { ComparisonValue: reference }, { NextAction: arms.otherwise, Conditions: [begins], Errors })
  },
  'by-staff': ({ metric, arms }) => {
    const some = { NextAction: arms.some, Condition: { Operator: 'NumberGreaterThan', Operands: ['0'] } }
    const Errors = [{ ErrorType: 'NoMatchingCondition', NextAction: arms.none }, ...onError(arms.error)]
    return action('CheckMetricData', { MetricType: metric }, { NextAction: arms.none, Conditions: [some], Errors })
  },
  'to-flow': ({ flowArn, arms }) =>
    action('TransferToFlow', { ContactFlowId: flowArn }, { NextAction: arms.error, Errors: onError(arms.error) }),
  'by-hours': ({ hoursArn, arms }) => {
    const results = [equals('True', arms.open), equals('False', arms.closed)]
    return action(
      'CheckHoursOfOperation',
      { HoursOfOperationId: hoursArn },
      { NextAction: arms.open, Conditions: results, Errors: onError(arms.error) },
    )
  },
  'choose-queue': ({ queueArn, arms }) => action('UpdateContactTargetQueue', { QueueId: queueArn }, nextOrError(arms)),
  hang: ({ hook, flowArn, arms }) => action('UpdateContactEventHooks', { EventHooks: { [hook]: flowArn } }, nextOrError(arms)),
  'to-queue': ({ arms }) => {
    const errors = [{ ErrorType: 'QueueAtCapacity', NextAction: arms.full }, ...onError(arms.error)]
    // A successful transfer ends this flow, but the console writes a NextAction all the same.
    return action('TransferContactToQueue', {}, { NextAction: arms.error, Errors: errors })
  },
  count: ({ rounds, arms }) => {
    const results = [equals('ContinueLooping', arms.again), equals('DoneLooping', arms.done)]
    return action('Loop', { LoopCount: String(rounds) }, { NextAction: arms.done, Conditions: results, Errors: onError(arms.error) })
  },
  'wait-in-chat': ({ seconds, arms }) => {
    const results = [equals('WaitCompleted', arms.done)]
    return action(
      'Wait',
      { TimeLimitSeconds: String(seconds) },
      { NextAction: arms.done, Conditions: results, Errors: onError(arms.error) },
    )
  },
  end: () => action('EndFlowExecution', {}, {}),
  'hang-up': () => action('DisconnectParticipant', {}, {}),
}

function action(Type: string, Parameters: Record<string, unknown>, Transitions: FlowAction['Transitions']): Action {
  return { Type, Parameters, Transitions }
}

function askKey(prompt: Record<string, string>, { seconds, keys, arms }: Omit<RowOf<'ask-key'>, 'kind' | 'text'>): Action {
  const asked = { ...prompt, InputTimeLimitSeconds: String(seconds), StoreInput: 'False' }
  const answers = Object.entries(keys).map(([key, target]) => equals(key, target))
  const errors = [
    { ErrorType: 'InputTimeLimitExceeded', NextAction: arms.silence },
    { ErrorType: 'NoMatchingCondition', NextAction: arms.wrong },
    ...onError(arms.error),
  ]
  return action('GetParticipantInput', asked, { NextAction: arms.silence, Conditions: answers, Errors: errors })
}

function nextOrError(arms: { next: string; error: string }): FlowAction['Transitions'] {
  return { NextAction: arms.next, Errors: onError(arms.error) }
}

function onError(target: string): { ErrorType: string; NextAction: string }[] {
  return [{ ErrorType: 'NoMatchingError', NextAction: target }]
}

function equals(operand: string, target: string): FlowCondition {
  return { NextAction: target, Condition: { Operator: 'Equals', Operands: [operand] } }
}

function compare(reference: string, arms: Readonly<Record<string, string>>, otherwise: string): Action {
  const Conditions = Object.entries(arms).map(([operand, target]) => equals(operand, target))
  const Errors = [{ ErrorType: 'NoMatchingCondition', NextAction: otherwise }]
  return action('Compare', { ComparisonValue: reference }, { NextAction: otherwise, Conditions, Errors })
}

// One SSML break is at most ten seconds.
const longestPauseSeconds = 10

function withPause(text: string, seconds: number): string {
  const whole = Math.floor(seconds / longestPauseSeconds)
  const pauses = [
    ...Array<number>(whole).fill(longestPauseSeconds),
    ...(seconds % longestPauseSeconds ? [seconds % longestPauseSeconds] : []),
  ]
  const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<speak>${written}${pauses.map((pause) => `<break time="${pause}s"/>`).join('')}</speak>`
}
