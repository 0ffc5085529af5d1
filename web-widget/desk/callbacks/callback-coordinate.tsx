import { useState } from 'preact/hooks'
import { SelectField } from '../../kit/fields.tsx'
import type { ClosingReason } from '../../../shared/domain/callbacks/callback.ts'
import type { CallbackCardProps } from './callback-act.ts'
import { useDesk, words } from '../state/desk-context.ts'

const { callbacks } = words

/** For a coordinator: giving a promise to a worker, and closing it with a reason. */
export function Coordinate({ entry, workers, act }: CallbackCardProps) {
  const { client } = useDesk()
  const [worker, chooseWorker] = useState('')
  const [why, chooseWhy] = useState<ClosingReason | null>(null)
  const chosen = workers.find(({ id }) => id === worker)
  return (
    <div class="coordinate">
      <SelectField
        id={`assign-${entry.id}`}
        label={callbacks.assignTo}
        empty={callbacks.assignChoose}
        options={workers.map(({ id, name }) => [id, name])}
        value={worker}
        change={chooseWorker}
      />
      <button
        type="button"
        aria-disabled={chosen === undefined}
        onClick={() => chosen && void act(entry, () => client.assignCallback(entry.id, { worker: chosen.id }))}
      >
        {callbacks.assign}
      </button>
      <SelectField
        id={`settle-${entry.id}`}
        label={callbacks.settleWhy}
        empty={words.form.choose}
        options={Object.entries(callbacks.settles)}
        value={why ?? ''}
        change={(value) => chooseWhy(isReason(value) ? value : null)}
      />
      <button
        type="button"
        aria-disabled={why === null}
        onClick={() => why !== null && void act(entry, () => client.settleCallback(entry.id, { why }))}
      >
        {callbacks.settle}
      </button>
    </div>
  )
}

function isReason(value: string): value is ClosingReason {
  return Object.hasOwn(callbacks.settles, value)
}
