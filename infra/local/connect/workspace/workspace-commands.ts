import * as z from 'zod'
import type { EngineApi } from '../model/engine-api.ts'
import type { WorkspaceAnswer } from './workspace-messages.ts'

const contactId = z.string().min(1).max(200)
const CommandBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('accept'), contactId }),
  z.strictObject({ kind: z.literal('reject'), contactId }),
  z.strictObject({ kind: z.literal('hang-up'), contactId }),
  z.strictObject({ kind: z.literal('clear'), contactId }),
  z.strictObject({ kind: z.literal('speak'), contactId, text: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('chat-seat'), contactId }),
  z.strictObject({ kind: z.literal('chat-socket') }),
  z.strictObject({ kind: z.literal('call-out'), phoneNumber: z.string().max(100), queueArn: z.string().max(300).optional() }),
  z.strictObject({ kind: z.literal('sign-out') }),
])
const CommandMessage = z.strictObject({ id: z.int(), command: CommandBody })

/** A command of a workspace page. */
export type WorkspaceCommand = z.infer<typeof CommandBody>

/** The commands of a workspace page that the engine API does not cover. */
export type AgentMedia = {
  speak(username: string, contactId: string, text: string): boolean
  chatSeat(username: string, contactId: string): WorkspaceAnswer
  chatSocket(username: string): WorkspaceAnswer
}

/** Reads a command from a workspace page; null if it is invalid. */
export function readCommand(text: string): { id: number; command: WorkspaceCommand } | null {
  try {
    return CommandMessage.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Carries out a command for the signed-in agent only. */
export function carryOut(
  engineApi: EngineApi,
  media: AgentMedia,
  { username, command }: { username: string; command: WorkspaceCommand },
): WorkspaceAnswer {
  switch (command.kind) {
    case 'status':
      return done(engineApi.setStatus(username, command.status))
    case 'accept':
      return done(engineApi.accept(username, command.contactId))
    case 'reject':
      return done(engineApi.reject(username, command.contactId))
    case 'hang-up':
      return done(engineApi.agentHangsUp(username, command.contactId))
    case 'clear':
      return done(engineApi.clear(username, command.contactId))
    case 'speak':
      return done(media.speak(username, command.contactId, command.text))
    case 'chat-seat':
      return media.chatSeat(username, command.contactId)
    case 'chat-socket':
      return media.chatSocket(username)
    case 'call-out':
      return engineApi.callOut({ username, phoneNumber: command.phoneNumber, queueArn: command.queueArn })
    case 'sign-out':
      engineApi.signOut(username)
      return { kind: 'done' }
  }
}

function done(ok: boolean): WorkspaceAnswer {
  return { kind: ok ? 'done' : 'refused' }
}
