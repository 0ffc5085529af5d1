import type { AgentView, CalledOut, Contact } from '../model/engine-api.ts'
import type { SpokenLine } from '../phone/phone-lines.ts'
import type { WorkspaceApp } from './workspace-app.ts'

/** One contact in the agent's hands, as her screen shows it. */
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

export type WorkspaceStatus = { name: string; arn: string; routable: boolean }

/** What the server tells the agent's screen. `now` is the line's moment, by which the page counts down. */
export type WorkspaceNews =
  | { kind: 'welcome'; app: WorkspaceApp; region: string }
  | { kind: 'snapshot'; now: string; agent: AgentView; profile: { name: string }; statuses: WorkspaceStatus[]; contacts: ContactCard[] }
  | { kind: 'answer'; id: number; answer: WorkspaceAnswer }

export type WorkspaceAnswer =
  | { kind: 'done' }
  | { kind: 'refused' }
  | CalledOut
  | { kind: 'chat-socket'; url: string; expiresAt: string }
  | { kind: 'chat-seat'; participantId: string; participantToken: string; connectionToken: string; expiresAt: string }
