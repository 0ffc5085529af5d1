import type { Block, Channel } from './call-graph.ts'
import type { Facts } from './model.ts'

/** Whether a block can do its work here: `no` takes its error arm without any fault, `perhaps` may do either. */
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

/** How well a block fits the kind of flow it stands in and the channel of the contact. */
export function fitnessOf({ action, flow, rules }: Block, channel: Channel): Fitness {
  if (!rules?.flowTypes.includes(flow.type)) return 'no'
  const { Parameters = {}, Type } = action
  if (channel === 'CHAT') {
    // A chat shows text and nothing else.
    const unwritten = Type === 'MessageParticipant' && Parameters['Text'] === undefined
    const hold = Type === 'UpdateContactEventHooks' && /"(Customer|Agent)Hold"/.test(JSON.stringify(Parameters))
    return onThePhoneOnly.includes(Type) || unwritten || hold ? 'no' : 'yes'
  }
  if (Type === 'ShowView') return 'no'
  // On the phone only newer instances let an inbound flow wait, and no queue flow.
  if (Type === 'Wait') return flow.type === 'CONTACT_FLOW' ? 'perhaps' : 'no'
  return 'yes'
}

/** A transfer into a queue fails without a queue, and once a chain of contacts has twelve links. */
export function transferFitness({ action }: Block, facts: Facts, role: string): Fitness {
  if (action.Type === 'TransferContactToQueue' && !facts.hasQueue) return 'no'
  return role === 'inbound' ? 'yes' : 'perhaps'
}
