import { type ActionRules, anything, inbound, last, mayFail, mustFail, queue, target, targetKeys, transfer } from './action-rules.ts'
import { either, filled, isList, isPath, isRecord, list, oneHook, oneOf, shape, texts, whole } from './parameter-checks.ts'

/** The rules of actions that change the contact itself. */
export const contactActions: Readonly<Record<string, ActionRules>> = {
  UpdateContactTargetQueue: { ...mustFail, flowTypes: [...inbound, ...transfer], parameters: target, exactlyOneOf: targetKeys },
  TransferContactToQueue: { ...mustFail, flowTypes: [...inbound, ...transfer], requiredErrors: ['QueueAtCapacity', 'NoMatchingError'] },
  DequeueContactAndTransferToQueue: {
    ...mustFail,
    flowTypes: queue,
    parameters: target,
    exactlyOneOf: targetKeys,
    requiredErrors: ['QueueAtCapacity', 'NoMatchingError'],
  },
  TransferContactToAgent: { ...last, flowTypes: transfer },
  GetMetricData: {
    ...mustFail,
    parameters: { ...target, 'QueueChannel?': oneOf('Voice', 'Chat') },
    exactlyOneOf: targetKeys,
    noneOfIsFine: true,
  },
  UpdateContactAttributes: { ...mustFail, parameters: { Attributes: texts, 'TargetContact?': oneOf('Current', 'Related') } },
  UpdateContactData: {
    ...mustFail,
    parameters: {
      'Name?': filled,
      'Description?': filled,
      'LanguageCode?': filled,
      'CustomerId?': filled,
      'References?': isRecord,
      'WisdomSessionArn?': filled,
      'SegmentAttributes?': isRecord,
      'TargetContact?': oneOf('Current', 'Related'),
    },
  },
  UpdateContactEventHooks: { ...mustFail, parameters: { EventHooks: oneHook } },
  UpdateContactCallbackNumber: {
    ...anything,
    flowTypes: [...inbound, ...transfer, ...queue],
    parameters: { CallbackNumber: isPath },
    requiredErrors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'],
  },
  CreateCallbackContact: {
    ...mustFail,
    flowTypes: [...inbound, ...transfer, ...queue],
    parameters: {
      InitialCallDelaySeconds: either(isPath, whole(1, 259_200)),
      RetryDelaySeconds: either(isPath, whole(1, 259_200)),
      MaximumConnectionAttempts: either(isPath, whole(1, 259_200)),
      ...target,
      'ContactFlowId?': filled,
      'CallerId?': isRecord,
    },
    exactlyOneOf: targetKeys,
    noneOfIsFine: true,
  },
  UpdateRoutingCriteria: {
    ...mayFail,
    flowTypes: [...inbound, ...transfer, ...queue],
    parameters: { RoutingCriteria: either(isPath, isRecord) },
  },
  UpdateContactRoutingBehavior: {
    ...anything,
    flowTypes: [...inbound, ...transfer, ...queue],
    parameters: { 'QueuePriority?': either(isPath, whole(1, 9_999)), 'QueueTimeAdjustmentSeconds?': filled },
    exactlyOneOf: ['QueuePriority', 'QueueTimeAdjustmentSeconds'],
  },
  UpdateContactRecordingBehavior: {
    ...anything,
    flowTypes: [...inbound, ...transfer, ...queue, 'OUTBOUND_WHISPER'],
    parameters: {
      RecordingBehavior: shape({
        RecordedParticipants: isList,
        'ScreenRecordedParticipants?': isList,
        'IVRRecordingBehavior?': oneOf('Enabled', 'Disabled'),
      }),
      'AnalyticsBehavior?': isRecord,
    },
  },
  UpdateContactRecordingAndAnalyticsBehavior: {
    ...mustFail,
    parameters: { 'VoiceBehavior?': isRecord, 'ChatBehavior?': isRecord, 'ScreenRecordingBehavior?': isRecord },
    exactlyOneOf: ['VoiceBehavior', 'ChatBehavior', 'ScreenRecordingBehavior'],
    requiredErrors: ['NoMatchingError', 'ChannelMismatch'],
    given: (parameters) =>
      parameters.ChatBehavior === undefined
        ? {}
        : { requiredErrors: ['NoMatchingError', 'ChannelMismatch', 'InFlightRedactionConfigurationFailed'] },
  },
  UpdateContactTextToSpeechVoice: {
    ...mayFail,
    parameters: {
      TextToSpeechVoice: filled,
      'TextToSpeechEngine?': oneOf('Standard', 'Neural', 'Generative'),
      'TextToSpeechStyle?': oneOf('None', 'Conversational', 'Newscaster'),
    },
  },
  TagContact: { ...mustFail, parameters: { Tags: texts } },
  UntagContact: { ...mustFail, parameters: { TagKeys: list } },
}
