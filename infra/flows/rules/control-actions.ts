import {
  type ActionRules,
  anything,
  inbound,
  last,
  mayFail,
  mustFail,
  operators,
  queue,
  target,
  targetKeys,
  transfer,
  whisper,
} from './action-rules.ts'
import { either, filled, isPath, isRecord, isRecordOfValues, list, oneOf, shape, whole } from './parameter-checks.ts'

function metricGiven(parameters: Readonly<Record<string, unknown>>): Partial<ActionRules> {
  const contacts = parameters.MetricType === 'NumberOfContactsInQueue' || parameters.MetricType === 'OldestContactInQueueAgeSeconds'
  if (contacts)
    return { results: { kind: 'some', operators: ['Equals', ...operators.number], operands: whole(0, Number.MAX_SAFE_INTEGER) } }
  return { results: { kind: 'some', operators: ['NumberGreaterThan'], operands: (operand) => operand === '0' } }
}

function waitGiven(parameters: Readonly<Record<string, unknown>>): Partial<ActionRules> {
  const events = Array.isArray(parameters.Events) ? parameters.Events.map(String) : []
  const bot = events.includes('BotParticipantDisconnected') ? ['ParticipantNotFound'] : []
  return { results: { kind: 'exact', operands: ['WaitCompleted', ...events] }, optionalErrors: ['NoMatchingError', ...bot] }
}

/** The rules of actions that choose the next action or call another service. */
export const controlActions: Readonly<Record<string, ActionRules>> = {
  CheckHoursOfOperation: {
    ...mustFail,
    flowTypes: [...inbound, ...transfer, ...queue],
    parameters: { 'HoursOfOperationId?': filled },
    results: { kind: 'exact', operands: ['True', 'False'] },
  },
  CheckMetricData: {
    ...mustFail,
    flowTypes: [...inbound, ...transfer, ...queue],
    parameters: {
      MetricType: oneOf(
        'NumberOfAgentsAvailable',
        'NumberOfAgentsStaffed',
        'NumberOfAgentsOnline',
        'NumberOfContactsInQueue',
        'OldestContactInQueueAgeSeconds',
      ),
      ...target,
    },
    exactlyOneOf: targetKeys,
    noneOfIsFine: true,
    requiredErrors: ['NoMatchingError', 'NoMatchingCondition'],
    given: metricGiven,
  },
  Compare: {
    ...anything,
    parameters: { ComparisonValue: isPath },
    results: { kind: 'some', operators: [...operators.text, ...operators.number], operands: (operand) => typeof operand === 'string' },
    requiredErrors: ['NoMatchingCondition'],
  },
  Loop: {
    ...mayFail,
    parameters: { LoopCount: either(isPath, whole(0, 100)) },
    results: { kind: 'exact', operands: ['ContinueLooping', 'DoneLooping'] },
  },
  // The documentation is inconsistent about Wait; it confirms only inbound and queue flows.
  Wait: {
    ...mayFail,
    flowTypes: [...inbound, ...queue],
    parameters: { TimeLimitSeconds: either(isPath, whole(1, 604_800)), 'Events?': list },
    given: waitGiven,
  },
  DistributeByPercentage: {
    ...anything,
    flowTypes: [...inbound, ...transfer, ...queue],
    results: { kind: 'some', operators: ['NumberLessThan'], operands: whole(1, 101) },
    requiredErrors: ['NoMatchingCondition'],
  },
  UpdateFlowAttributes: { ...mustFail, parameters: { FlowAttributes: isRecordOfValues } },
  UpdateFlowLoggingBehavior: { ...anything, parameters: { FlowLoggingBehavior: oneOf('Enabled', 'Disabled') } },
  TransferToFlow: { ...mustFail, flowTypes: [...inbound, ...transfer], parameters: { ContactFlowId: filled } },
  EndFlowExecution: { ...last, flowTypes: [...whisper, ...queue] },
  InvokeLambdaFunction: {
    ...mustFail,
    parameters: {
      LambdaFunctionARN: filled,
      InvocationTimeLimitSeconds: whole(1, 8),
      'InvocationType?': oneOf('SYNCHRONOUS', 'ASYNCHRONOUS'),
      'LambdaInvocationAttributes?': isRecord,
      'ResponseValidation?': shape({ ResponseType: oneOf('STRING_MAP', 'JSON') }),
    },
  },
  InvokeFlowModule: {
    ...mustFail,
    flowTypes: inbound,
    parameters: { FlowModuleId: filled },
    results: { kind: 'any' },
  },
}
