import { type ActionRules, anything, hold, inbound, last, mayFail, prompt, promptKeys, queue, transfer, whisper } from './action-rules.ts'
import { isRecord, list, oneOf, whole } from './parameter-checks.ts'

function inputGiven(parameters: Readonly<Record<string, unknown>>): Partial<ActionRules> {
  if (parameters.StoreInput !== 'True') return {}
  const validation = isRecord(parameters.InputValidation) ? parameters.InputValidation : {}
  const phone = validation.PhoneNumberValidation === undefined ? [] : ['InvalidPhoneNumber']
  return { results: { kind: 'none' }, requiredErrors: ['InputValidation', 'NoMatchingError', ...phone] }
}

/** The rules of actions that speak to, or ask something of, the participants. */
export const participantActions: Readonly<Record<string, ActionRules>> = {
  MessageParticipant: {
    ...mayFail,
    flowTypes: [...inbound, ...transfer, ...whisper, ...queue],
    parameters: prompt,
    exactlyOneOf: promptKeys,
  },
  GetParticipantInput: {
    ...anything,
    flowTypes: [...inbound, ...transfer, ...queue],
    parameters: {
      ...prompt,
      InputTimeLimitSeconds: whole(1, 180),
      StoreInput: oneOf('True', 'False'),
      'InputValidation?': isRecord,
      'InputEncryption?': isRecord,
      'DTMFConfiguration?': isRecord,
    },
    exactlyOneOf: promptKeys,
    noneOfIsFine: true,
    results: { kind: 'among', operands: [...'0123456789*#'] },
    requiredErrors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'],
    given: inputGiven,
  },
  MessageParticipantIteratively: {
    ...mayFail,
    flowTypes: [...queue, ...hold],
    parameters: { Messages: list, 'InterruptFrequencySeconds?': whole(1, 3600) },
    results: { kind: 'among', operands: ['MessagesInterrupted'] },
  },
  DisconnectParticipant: { ...last, flowTypes: [...inbound, ...transfer, ...queue] },
}
