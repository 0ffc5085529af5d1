import { workspaceWords as words } from '../../../machine/local-words.ts'
import { statusWord } from './contact-words.ts'
import type { Ask, Snapshot } from './workspace-link.ts'

/** The agent's status, and the button to become available after a missed contact. */
export function AgentStatus({ snapshot, ask, refuse }: { snapshot: Snapshot; ask: Ask; refuse(): void }) {
  const { agent, statuses } = snapshot
  const choose = async (status: string): Promise<void> => {
    if ((await ask({ kind: 'status', status })).kind === 'refused') refuse()
  }
  const routable = statuses.find((status) => status.routable)
  const known = statuses.some(({ name }) => name === agent.status)
  return (
    <div class="status">
      <label>
        <span class={`light ${agent.status === routable?.name ? 'on' : agent.status.toLowerCase()}`} />
        {words.status}
        <select value={agent.status} onChange={({ currentTarget }) => void choose(currentTarget.value)}>
          {!known && (
            <option value={agent.status} disabled>
              {statusWord(agent.status)}
            </option>
          )}
          {statuses.map(({ name }) => (
            <option key={name} value={name}>
              {statusWord(name)}
            </option>
          ))}
        </select>
      </label>
      {!known && routable && (
        <div class="missed-help" role="alert">
          <p>{words.missedHelp}</p>
          <button type="button" onClick={() => void choose(routable.name)}>
            {words.becomeAvailable}
          </button>
        </div>
      )}
    </div>
  )
}
