import { StartChatContactCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from './client.ts'

// A coaching talk lasts an hour at most; what is left open ends by itself at the end of the day.
const chatMinutes = 8 * 60

export type ChatRequest = {
  flowId: string
  displayName: string
  /** The same token within a week is the same chat: a double click or a retry opens one. */
  clientToken: string
  attributes: Record<string, string>
}
export type ChatOpened = { kind: 'opened'; contactId: string; participantId: string; participantToken: string } | { kind: 'too-busy' }

const busyErrors = ['LimitExceededException', 'TooManyRequestsException', 'ThrottlingException']

/** Opens a chat contact; that Connect has no room for one more is an answer, anything else that goes wrong is thrown. */
export async function startChat(connect: ConnectInstance, request: ChatRequest): Promise<ChatOpened> {
  try {
    const answer = await connect.client.send(
      new StartChatContactCommand({
        InstanceId: connect.instanceId,
        ContactFlowId: request.flowId,
        ParticipantDetails: { DisplayName: request.displayName },
        Attributes: request.attributes,
        ClientToken: request.clientToken,
        ChatDurationInMinutes: chatMinutes,
        SupportedMessagingContentTypes: ['text/plain'],
      }),
    )
    const { ContactId: contactId, ParticipantId: participantId, ParticipantToken: participantToken } = answer
    if (!contactId || !participantId || !participantToken) throw new Error('Connect opened a chat without saying which')
    return { kind: 'opened', contactId, participantId, participantToken }
  } catch (error) {
    if (error instanceof Error && busyErrors.includes(error.name)) return { kind: 'too-busy' }
    throw error
  }
}
