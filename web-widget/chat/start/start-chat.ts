import type { ChatStarted, LineClosed, StartChat, TicketNeeded, TooBusy } from '../../../shared/contracts/widget/chats.ts'
import type { RouteResult } from '../../kit/route-client.ts'
import type { askWidget } from '../frame/later-parts.ts'
import type { StartFormProps } from '../model/start-model.ts'

// Passed in: an import of it would make the bundler split what the page loads first into more pieces.
type Ask = typeof askWidget

export type StartResult = RouteResult<ChatStarted | LineClosed | TicketNeeded | TooBusy>

// While the page works, the load can rise and ask more; there are not many steps.
const attempts = 6

/** Asks for a chat with what was filled in, and does the work when the answer asks it. `session` makes a repeated request start one chat. */
export async function startChat(ask: Ask, { region, language, filled, line }: StartFormProps, session: string): Promise<StartResult> {
  const body: Omit<StartChat, 'ticket' | 'work'> = {
    session,
    region,
    language,
    referrerType: filled.referrerType || 'other',
    municipality: filled.municipality ?? null,
    alias: filled.alias.trim(),
    code: filled.code.trim() || null,
    school: new URLSearchParams(location.search).get('host'),
  }
  // Without the state of the line there is none: the answer brings one.
  let ticket = line.startTicket ?? ''
  let work = ''
  for (let attempt = 1; ; attempt += 1) {
    const result = await ask('POST /api/widget/chats', { body: { ...body, ticket, work }, headers: { 'accept-language': language } })
    if (attempt === attempts || result.kind !== 'ok' || result.body.kind !== 'ticket-needed') return result
    ticket = result.body.ticket
    const { worked } = await import('./work.ts')
    // Without a thread to work in, the answer has a sentence, and the form to leave a number appears.
    const done = await worked(ticket)
    if (done === null) return result
    work = done
  }
}
