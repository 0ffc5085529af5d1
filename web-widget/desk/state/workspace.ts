import { AmazonConnectApp, type AppContext } from '@amazon-connect/app'
import { AgentClient, ContactClient } from '@amazon-connect/contact'
import { type Dial, dialThrough } from './dial.ts'

export type Heard = {
  contactCame(connectContactId: string): void
  contactEnded(connectContactId: string): void
  agentKnown(arn: string): void
  /** There is a softphone beside the desk, which can call out. */
  canDial(dial: Dial): void
  /** The workspace takes this page away: the last chance to save. */
  leaving(): Promise<void>
}

const connectionMilliseconds = 4000

/**
 * Joins the agent workspace when the desk is framed in one. Alone in a browser tab, or in a frame that does not answer, nothing happens:
 * the desk works without. What the workspace says is a hint and no proof; the server checks the agent.
 */
export function joinWorkspace(heard: Heard): void {
  if (window.parent === window) return
  const { provider } = AmazonConnectApp.init({
    workspace: { connectionTimeout: connectionMilliseconds },
    onCreate: async ({ context }) => {
      // The packages carry each a copy of the same core, whose types do not know each other.
      const shared = provider as unknown as ConstructorParameters<typeof AgentClient>[0]
      followContacts(context, new ContactClient(shared), heard)
      heard.canDial(dialThrough(shared))
      heard.agentKnown(await new AgentClient(shared).getARN())
    },
    onDestroy: () => heard.leaving(),
  })
  // No workspace around us, or one that refused a question: the desk goes on alone.
  provider.onError(() => {})
}

// Opened for one contact, the desk shows that one, for the workspace opens another desk for the next; opened for the day, it follows all.
function followContacts({ scope, config }: AppContext, contacts: ContactClient, heard: Heard): void {
  const own = scope?.type === 'contact' ? scope.contactId : null
  const followsAll = config.contactHandling?.scope === 'CROSS_CONTACTS'
  const isOurs = (contactId: string) => followsAll || contactId === own
  if (own !== null) heard.contactCame(own)
  contacts.onConnected(async ({ contactId }) => {
    if (isOurs(contactId)) heard.contactCame(contactId)
  })
  contacts.onStartingAcw(async ({ contactId }) => heard.contactEnded(contactId))
  contacts.onDestroyed(async ({ contactId }) => heard.contactEnded(contactId))
}
