import { AmazonConnectApp, type AppContext } from '@amazon-connect/app'
import { AgentClient, ContactClient } from '@amazon-connect/contact'
import { type Dial, dialThrough } from './dial.ts'

export type Heard = {
  contactCame(connectContactId: string): void
  /** A contact rings at this worker, before it is accepted; null once it no longer does. */
  contactRings(connectContactId: string | null): void
  contactEnded(connectContactId: string): void
  agentKnown(arn: string): void
  /** The workspace has a softphone that can call out. */
  canDial(dial: Dial): void
  /** The workspace is about to remove this page: the last chance to save. */
  leaving(): Promise<void>
}

const connectionMilliseconds = 4000

/**
 * Connects to the agent workspace when the desk is framed in one. In a browser tab of its own, or in a frame that does not answer, it does
 * nothing. The workspace’s statements are hints and no proof; the server checks the agent.
 */
export function joinWorkspace(heard: Heard): void {
  if (window.parent === window) return
  const { provider } = AmazonConnectApp.init({
    workspace: { connectionTimeout: connectionMilliseconds },
    onCreate: async ({ context }) => {
      // Each SDK package bundles its own copy of the core, whose types are nominally different.
      const shared = provider as unknown as ConstructorParameters<typeof AgentClient>[0]
      followContacts(context, new ContactClient(shared), heard)
      heard.canDial(dialThrough(shared))
      heard.agentKnown(await new AgentClient(shared).getARN())
    },
    onDestroy: () => heard.leaving(),
  })
  // Without this handler an error of the workspace would be thrown; the desk works without it.
  provider.onError(() => {})
}

// When opened for one contact, the desk shows only that one, since the workspace opens another desk for the next; else it follows all.
function followContacts({ scope, config }: AppContext, contacts: ContactClient, heard: Heard): void {
  const own = scope?.type === 'contact' ? scope.contactId : null
  const followsAll = config.contactHandling?.scope === 'CROSS_CONTACTS'
  const isOurs = (contactId: string) => followsAll || contactId === own
  if (own !== null) heard.contactCame(own)
  contacts.onConnected(async ({ contactId }) => {
    if (isOurs(contactId)) heard.contactCame(contactId)
  })
  contacts.onConnecting(async ({ contactId }) => heard.contactRings(contactId))
  contacts.onMissed(async () => heard.contactRings(null))
  contacts.onStartingAcw(async ({ contactId }) => heard.contactEnded(contactId))
  contacts.onDestroyed(async ({ contactId }) => heard.contactEnded(contactId))
}
