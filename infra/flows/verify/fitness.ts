import type { Block, Channel } from './call-graph.ts'
import type { Facts } from './model.ts'

/** Whether a block can work here: `no` always takes its error arm, `perhaps` may do either. Neither counts as a fault. */
export type Fitness = 'yes' | 'no' | 'perhaps'

const onThePhoneOnly = [
  'GetParticipantInput',
  'MessageParticipantIteratively',
  'UpdateContactTextToSpeechVoice',
  'UpdateContactCallbackNumber',
  'CreateCallbackContact',
  'TransferContactToAgent',
  'TransferParticipantToThirdParty',
]

/** Whether a block works in this type of flow and on this channel. */
export function fitnessOf({ action, flow, rules }: Block, channel: Channel): Fitness {
  if (!rules?.flowTypes.includes(flow.type)) return 'no'
  const { Parameters = {}, Type } = action
  if (channel === 'CHAT') {
    // A chat shows text only: no audio prompts.
    const unwritten = Type === 'MessageParticipant' && Parameters['Text'] === undefined
    const hold = Type === 'UpdateContactEventHooks' && /"(Customer|Agent)Hold"/.test(JSON.stringify(Parameters))
    return onThePhoneOnly.includes(Type) || unwritten || hold ? 'no' : 'yes'
  }
  if (Type === 'ShowView') return 'no'
  // On the phone, only newer instances support Wait in an inbound flow, and none in a queue flow.
  if (Type === 'Wait') return flow.type === 'CONTACT_FLOW' ? 'perhaps' : 'no'
  return 'yes'
}

/** A transfer to a queue fails if no queue is set, and when a chain of contacts has twelve links already. */
export function transferFitness({ action }: Block, facts: Facts, role: string): Fitness {
  if (action.Type === 'TransferContactToQueue' && !facts.hasQueue) return 'no'
  return role === 'inbound' ? 'yes' : 'perhaps'
}
