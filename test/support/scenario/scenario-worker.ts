import type { WorkspaceNews } from '../../../infra/local/connect/workspace/workspace-messages.ts'
import type { StoryLine } from './scenario-line.ts'
import { openSocket } from './scenario-wire.ts'

type Snapshot = Extract<WorkspaceNews, { kind: 'snapshot' }>
type HoldState = Snapshot['contacts'][number]['state']

/** A worker at the softphone. */
export type AtThePhone = {
  /** The id of the contact that the worker has in this state. */
  held(state: HoldState): string | null
  isWith(contactId: string): boolean
  does(kind: 'accept' | 'hang-up' | 'clear', contactId: string): Promise<void>
  signsOut(): Promise<void>
}

/** Signs this made-up person in to the workspace, with a status. */
export async function atThePhone(line: StoryLine, username: string, status: string): Promise<AtThePhone> {
  const { aws } = line.localLine.origins
  const chosen = await fetch(`${aws}/signin/choose`, { method: 'POST', body: new URLSearchParams({ username }), redirect: 'manual' })
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
  const screen: { shown: Snapshot | null } = { shown: null }
  const refusals: unknown[] = []
  const wire = await openSocket(
    line,
    { url: `${aws.replace('http', 'ws')}/workspace/socket`, headers: { cookie, origin: aws } },
    (text) => {
      const news: WorkspaceNews = JSON.parse(text)
      if (news.kind === 'snapshot') screen.shown = news
      if (news.kind === 'answer' && news.answer.kind === 'refused') refusals.push(news)
    },
  )
  let asked = 0
  const asks = async (command: object) => {
    asked += 1
    await wire.says(JSON.stringify({ id: asked, command }))
    if (refusals.length > 0) throw new Error(`${username} was refused: ${JSON.stringify(command)}`)
  }
  await asks({ kind: 'status', status })
  const cards = () => screen.shown?.contacts ?? []
  return {
    held: (state) => cards().find((card) => card.state === state)?.id ?? null,
    isWith: (contactId) => cards().some((card) => card.id === contactId && card.state === 'CONNECTED'),
    does: (kind, contactId) => asks({ kind, contactId }),
    signsOut: async () => {
      await asks({ kind: 'sign-out' })
      wire.closes()
    },
  }
}
