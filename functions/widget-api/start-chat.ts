import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import type { ChatStarted, LineClosed, StartChat } from '../../shared/contracts/widget/chats.ts'
import { type ContactId, contactIdOf } from '../../shared/domain/ids.ts'
import { municipalityOf } from '../../shared/domain/regions/municipalities.ts'
import { readReferrerCode } from '../../shared/domain/contacts/referrer-code.ts'
import { openRegion } from '../../shared/domain/regions/regions.ts'
import type { ChatOpened, ChatRequest } from '../../shared/connect/start-chat.ts'
import type { ContactStore } from '../../shared/storage/contacts/contacts.ts'
import { keyedHash, referrerKeyOf } from '../../shared/storage/table/referrer-key.ts'
import { type AdmitDeps, admitStart, checkTicket, countRefused, type TicketAnswer } from './admit-start.ts'
import { isClosedFor, type OpeningDeps, seeLine } from './opening.ts'
import { positionTicketOf } from './position-ticket.ts'

export type StartDeps = OpeningDeps &
  AdmitDeps & {
    startChat(request: ChatRequest): Promise<ChatOpened>
    recordFacts: ContactStore['recordFacts']
    link: ContactStore['link']
    flowOf(region: string): string | null
    callerKey: string
    participantEndpoint: string | null
    awsRegion: string
  }

export type StartOutcome =
  | ChatStarted
  | LineClosed
  | TicketAnswer
  | { kind: 'too-busy'; phone: string | null }
  | { kind: 'cannot-be'; field: 'region' | 'language' | 'municipality' | 'code' }

/**
 * Starts a chat for a referrer when the line is open and the start has a ticket and a place in the quotas. The same browser session asking
 * twice gets the same chat (Connect's ClientToken).
 */
export async function startWidgetChat(deps: StartDeps, request: StartChat): Promise<StartOutcome> {
  const region = openRegion(request.region)
  const flowId = deps.flowOf(request.region)
  if (!region || !flowId) return { kind: 'cannot-be', field: 'region' }
  if (!region.languages.includes(request.language)) return { kind: 'cannot-be', field: 'language' }
  if (request.municipality !== null && !municipalityOf(request.municipality)) return { kind: 'cannot-be', field: 'municipality' }
  const code = request.code === null ? null : readReferrerCode(request.code)
  if (request.code !== null && code === null) return { kind: 'cannot-be', field: 'code' }

  // Before anything is read: a start without a ticket must cost nothing.
  const ticket = await checkTicket(deps, request)
  if ('kind' in ticket) return ticket
  const { state, waiting } = await seeLine(deps, region)
  if (isClosedFor(state)) return { kind: 'line-closed', state }
  const admitted = await admitStart(deps, { asked: request, ticket, waiting })
  if (admitted.kind === 'ticket-needed') return admitted
  const opened = admitted.kind === 'admitted' ? await openChat(deps, request, { flowId, code }) : admitted
  if (opened.kind === 'too-busy') {
    await countRefused(deps, region.id, 'tooBusy')
    return { ...opened, phone: region.publicPhone }
  }
  await recordArrival(deps, request, contactIdOf(opened.contactId))
  return {
    ...opened,
    kind: 'started',
    participantEndpoint: deps.participantEndpoint,
    awsRegion: deps.awsRegion,
    placeTicket: positionTicketOf(deps.callerKey, { contactId: opened.contactId, region: region.id }),
  }
}

function openChat(deps: StartDeps, request: StartChat, { flowId, code }: { flowId: string; code: string | null }): Promise<ChatOpened> {
  const attributes = {
    [attribute.region]: request.region,
    [attribute.language]: request.language,
    [attribute.referrerType]: request.referrerType,
    [attribute.alias]: request.alias,
    ...(request.municipality === null ? {} : { [attribute.municipality]: request.municipality }),
    ...(code === null ? {} : { [attribute.referrerKey]: referrerKeyOf(deps.callerKey, { kind: 'code', code }) }),
  }
  // Connect gets a keyed hash, so that the session key cannot be read back from Connect's records.
  const clientToken = keyedHash(deps.callerKey, `chat:${request.region}:${request.session}`).toString('hex')
  return deps.startChat({ flowId, displayName: request.alias, clientToken, attributes })
}

// The flow records the arrival too, in more detail; recorded here as well, a chat whose flow never ran is still counted. Only here is the
// browser session known, by which a call-back that the same browser asked for is settled.
async function recordArrival(deps: StartDeps, request: StartChat, contact: ContactId): Promise<void> {
  const { session, region, municipality, referrerType, alias } = request
  const at = deps.now()
  const arrival = { kind: 'contact-arrived', at, channel: 'chat', region, municipality, referrerType, alias } as const
  const referrerKey = referrerKeyOf(deps.callerKey, { kind: 'session', session })
  try {
    await Promise.all([
      deps.recordFacts(contact, [arrival], 'widget'),
      deps.link({ by: 'session', referrerKey, contact, region, channel: 'chat', at }),
    ])
  } catch {
    // The chat has already started and the flow is about to record its arrival, so a failed write must not fail the request.
  }
}
