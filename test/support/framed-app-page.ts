import { AmazonConnectApp, type AppContext } from '@amazon-connect/app'
import { AgentClient, ContactClient } from '@amazon-connect/contact'
import { VoiceClient } from '@amazon-connect/voice'

/** What the page tells the test that looks into it. */
export type FramedAppSeen = { stages: string[]; events: string[]; scope: AppContext['scope']; asked: Record<string, unknown> }

const seen: FramedAppSeen = { stages: [], events: [], scope: undefined, asked: {} }
Object.assign(window, { seen, dial })

const { provider } = AmazonConnectApp.init({
  onCreate: async ({ context }) => {
    seen.stages.push('create')
    seen.scope = context.scope
    listen()
    await ask(context)
  },
  onDestroy: async () => {
    seen.stages.push('destroy')
    // The frame is gone a moment later: its top window is where a test can still read.
    window.top?.postMessage({ farewell: seen.scope }, '*')
  },
})
// The packages carry a copy of the same core each, and their types do not know each other.
const shared = provider as unknown as ConstructorParameters<typeof AgentClient>[0]
provider.onStart(async () => void seen.stages.push('start'))
provider.onStop(async () => void seen.stages.push('stop'))

/** The test dials by this, as a button in a real application would. */
async function dial(number: string): Promise<unknown> {
  return await new VoiceClient(shared).createOutboundCall(number).catch((error: { errorKey?: string }) => `refused: ${error.errorKey}`)
}

function listen(): void {
  const contacts = new ContactClient(shared)
  const note = (name: string) => async (event: { contactId: string; type: string }) =>
    void seen.events.push(`${name} ${event.type} ${event.contactId}`)
  contacts.onConnecting(note('connecting'))
  contacts.onConnected(note('connected'))
  contacts.onStartingAcw(note('acw'))
  contacts.onCleared(note('cleared'))
  contacts.onMissed(note('missed'))
  new AgentClient(shared).onStateChanged(async ({ state }) => void seen.events.push(`agent ${state}`))
  if (seen.scope?.type === 'contact') contacts.onStartingAcw(note('my acw'), seen.scope.contactId)
}

async function ask({ scope }: AppContext): Promise<void> {
  const [contacts, agent] = [new ContactClient(shared), new AgentClient(shared)]
  const questions: Record<string, () => Promise<unknown>> = {
    arn: () => agent.getARN(),
    name: () => agent.getName(),
    state: () => agent.getState(),
    forbidden: () => agent.getRoutingProfile(),
    stranger: () => contacts.getAttributes('somebody-elses', '*'),
  }
  if (scope?.type === 'contact') {
    const { contactId } = scope
    questions['all'] = () => contacts.getAttributes(contactId, '*')
    questions['one'] = () => contacts.getAttribute(contactId, 'region')
    questions['initial'] = () => contacts.getInitialContactId(contactId)
    questions['channel'] = () => contacts.getChannelType(contactId)
    questions['queue'] = () => contacts.getQueue(contactId)
  }
  for (const [name, question] of Object.entries(questions)) {
    seen.asked[name] = await question().catch((error: { errorKey?: string }) => `refused: ${error.errorKey}`)
  }
}
