import * as z from 'zod'
import type { EngineApi } from '../model/engine-api.ts'
import type { WorkspaceAnswer } from './workspace-messages.ts'

const contactId = z.string().min(1).max(200)
const Options = z.discriminatedUnion('kind', [
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
const Command = z.strictObject({ id: z.int(), options: Options })

/** A command of a workspace page. */
export type WorkspaceCommand = z.infer<typeof Options>

/** The commands of a workspace page that the engine API does not cover. */
export type AgentMedia = {
  speak(username: string, contactId: string, text: string): boolean
  chatSeat(username: string, contactId: string): WorkspaceAnswer
  chatSocket(username: string): WorkspaceAnswer
}

/** Reads a command from a workspace page; null if it is invalid. */
export function readCommand(text: string): { id: number; options: WorkspaceCommand } | null {
  try {
    return Command.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Carries out a command for the signed-in agent only. */
export function carryOut(
  engineApi: EngineApi,
  media: AgentMedia,
  { username, options }: { username: string; options: WorkspaceCommand },
): WorkspaceAnswer {
  switch (options.kind) {
    case 'status':
      return done(engineApi.setStatus(username, options.status))
    case 'accept':
      return done(engineApi.accept(username, options.contactId))
    case 'reject':
      return done(engineApi.reject(username, options.contactId))
    case 'hang-up':
      return done(engineApi.agentHangsUp(username, options.contactId))
    case 'clear':
      return done(engineApi.clear(username, options.contactId))
    case 'speak':
      return done(media.speak(username, options.contactId, options.text))
    case 'chat-seat':
      return media.chatSeat(username, options.contactId)
    case 'chat-socket':
      return media.chatSocket(username)
    case 'call-out':
      return engineApi.callOut({ username, phoneNumber: options.phoneNumber, queueArn: options.queueArn })
    case 'sign-out':
      engineApi.signOut(username)
      return { kind: 'done' }
  }
}

function done(ok: boolean): WorkspaceAnswer {
  return { kind: ok ? 'done' : 'refused' }
}
