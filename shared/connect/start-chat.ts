import { StartChatContactCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from './client.ts'

// A coaching conversation takes an hour at most; a chat left open ends by itself at the end of the working day.
const chatMinutes = 8 * 60

/** A chat to open. */
export type ChatRequest = {
  flowId: string
  displayName: string
  /** The same token within a week opens the same chat: a double click or a retry opens one. */
  clientToken: string
  attributes: Record<string, string>
}
/** The opened chat with the token for its participant, or `too-busy` when Connect accepts no more. */
export type ChatOpened = { kind: 'opened'; contactId: string; participantId: string; participantToken: string } | { kind: 'too-busy' }

const busyErrors = ['LimitExceededException', 'TooManyRequestsException', 'ThrottlingException']

/** Opens a chat contact. `too-busy` when Connect is at its limit; any other error is thrown. */
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
