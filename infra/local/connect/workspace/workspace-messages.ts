import type { AgentView, CalledOut, Contact } from '../model/engine-api.ts'
import type { SpokenLine } from '../phone/phone-lines.ts'
import type { WorkspaceApp } from './workspace-app.ts'

/** One contact of the agent, as the workspace page shows it. */
export type ContactCard = Pick<
  Contact,
  | 'id'
  | 'initialContactId'
  | 'channel'
  | 'attributes'
  | 'customerNumber'
  | 'customerName'
  | 'dialledNumber'
  | 'initiatedAt'
  | 'initiationMethod'
  | 'disconnectReason'
> & {
  state: AgentView['contacts'][number]['state']
  since: string
  ringingSince: string | null
  queue: { name: string; arn: string; enqueuedAt: string } | null
  lines: SpokenLine[]
}

/** An agent status that the workspace page offers. */
export type WorkspaceStatus = { name: string; arn: string; routable: boolean }

/** The messages from the server to a workspace page; `now` is line time, for countdowns. */
export type WorkspaceNews =
  | { kind: 'welcome'; app: WorkspaceApp; region: string }
  | { kind: 'snapshot'; now: string; agent: AgentView; profile: { name: string }; statuses: WorkspaceStatus[]; contacts: ContactCard[] }
  | { kind: 'answer'; id: number; answer: WorkspaceAnswer }

/** The answer to a command. */
export type WorkspaceAnswer =
  | { kind: 'done' }
  | { kind: 'refused' }
  | CalledOut
  | { kind: 'chat-socket'; url: string; expiresAt: string }
  | { kind: 'chat-seat'; participantId: string; participantToken: string; connectionToken: string; expiresAt: string }
