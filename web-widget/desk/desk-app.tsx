import { useEffect, useState } from 'preact/hooks'
import type { DeskMe } from '../../shared/contracts/desk/desk-me.ts'
import { type Contacts, openContacts } from './state/contacts.ts'
import { openCallsOut } from './state/dial.ts'
import { DeskFrame } from './desk-frame.tsx'
import type { ApiFailure } from './client/api-result.ts'
import { openAskDesk } from './client/ask-desk.ts'
import { type DeskClient, deskClient } from './client/desk-client.ts'
import { words } from './state/desk-context.ts'
import { openSession, type Session } from './client/session.ts'
import { whenSignedInAgain } from './client/signed-in-again.ts'
import { type KeptNotes, openKeptNotes, tabStorage } from './state/kept-notes.ts'
import { FailureNote } from './parts/failure-note.tsx'
import { joinWorkspace } from './state/workspace.ts'

type Stage =
  | { kind: 'opening' }
  | { kind: 'out-of-reach' }
  | { kind: 'signed-out'; session: Session }
  | { kind: 'failed'; session: Session; failure: ApiFailure }
  | { kind: 'in'; session: Session; me: DeskMe; client: DeskClient }

// Module state: there is one desk per page, and the workspace reports contacts before the worker has signed in.
let agentArn: string | null = null
let clientNow: DeskClient | null = null
let kept: KeptNotes | null = null
const contacts: Contacts = openContacts(
  () => {
    if (clientNow === null) throw new Error('no contact is looked up before the worker signed in')
    return clientNow
  },
  { kept: () => kept, hasFocus: () => document.hasFocus() },
)
const early: string[] = []
const callsOut = openCallsOut()

/** The root of the desk: signs the worker in, without a popup when possible, and opens the screens. */
export function DeskApp() {
  const [stage, setStage] = useState<Stage>({ kind: 'opening' })

  async function open() {
    setStage({ kind: 'opening' })
    const session = await openSession()
    if (session === null) return setStage({ kind: 'out-of-reach' })
    const held = await session.token()
    if (held.kind === 'unreachable') return setStage({ kind: 'out-of-reach' })
    await (held.kind === 'token' ? enter(session) : signedOut(session))
  }
  async function signedOut(session: Session) {
    await session.prepare()
    setStage({ kind: 'signed-out', session })
  }
  async function enter(session: Session) {
    const client = deskClient(openAskDesk(session, () => agentArn))
    const result = await client.me()
    if (result.kind === 'failed' && result.why === 'signed-out') return signedOut(session)
    if (result.kind === 'failed') return setStage({ kind: 'failed', session, failure: result })
    kept = await openKeptNotes(result.body.draftKey, tabStorage())
    // Look up a contact only after the server knows which call-back entry it belongs to; the called person may answer before that.
    clientNow = { ...client, contact: (id) => callsOut.noted(id).then(() => client.contact(id)) }
    setStage({ kind: 'in', session, me: result.body, client })
    for (const id of early.splice(0)) contacts.open(id, 'live')
    contacts.reopenUnsaved()
  }
  async function signIn(session: Session) {
    if ((await session.signIn()) === 'signed-in') await enter(session)
    else await signedOut(session)
  }
  useEffect(() => {
    document.title = words.title
    document.documentElement.lang = 'nl-BE'
    joinWorkspace({
      contactCame: (id) => (clientNow === null ? early.push(id) : contacts.open(id, 'live')),
      contactRings: (id) => contacts.rings(id),
      contactEnded: (id) => contacts.ended(id),
      leaving: () => contacts.saveAll(),
      canDial: callsOut.join,
      agentKnown: (arn) => {
        agentArn = arn
      },
    })
    void open()
    return whenSignedInAgain(() => contacts.goOn())
  }, [])

  if (stage.kind === 'in') return <DeskFrame {...stage} contacts={contacts} callsOut={callsOut} />
  return (
    <main class="door">
      <h1>{words.title}</h1>
      {stage.kind === 'opening' ? <p role="status">{words.loading}</p> : null}
      {stage.kind === 'out-of-reach' ? <FailureNote failure={{ kind: 'failed', why: 'unreachable', sentence: null }} again={open} /> : null}
      {stage.kind === 'failed' ? (
        <>
          <FailureNote failure={stage.failure} again={() => void enter(stage.session)} />
          <button type="button" onClick={() => stage.session.signOut()}>
            {words.signOut}
          </button>
        </>
      ) : null}
      {stage.kind === 'signed-out' ? (
        <>
          <p>{words.signInHelp}</p>
          <button type="button" class="main" onClick={() => void signIn(stage.session)}>
            {words.signIn}
          </button>
        </>
      ) : null}
    </main>
  )
}
