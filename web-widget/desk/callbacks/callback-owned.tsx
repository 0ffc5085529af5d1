import { useState } from 'preact/hooks'
import type { CallbackNumber, DeskCallback } from '../../../shared/contracts/callbacks.ts'
import { resultsInOrder } from './callback-words.ts'
import type { Act } from './callback-act.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { useRoom, words } from '../state/desk-context.ts'
import { TroubleNote } from '../parts/failure-note.tsx'
import { useGot } from '../client/use-query.ts'

const { callbacks } = words

/** What only the one who took an entry up has: the number, the call, and the result to note. */
export function CallbackOwned({ entry, act }: { entry: DeskCallback; act: Act }) {
  const { doors } = useRoom()
  const [got, again] = useGot(() => doors.callbackNumber(entry.id), entry.id)
  return (
    <div class="owned">
      <p class="owner">{callbacks.mine}</p>
      {got.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {got.kind === 'trouble' ? <TroubleNote trouble={got} again={again} /> : null}
      {got.kind === 'got' ? <NumberPart entry={entry} got={got.body} /> : null}
      <div class="results" role="group" aria-labelledby={`result-${entry.id}`}>
        <p id={`result-${entry.id}`}>{callbacks.result}</p>
        {resultsInOrder.map((result) => (
          <button type="button" key={result} onClick={() => void act(entry, () => doors.noteAttempt(entry.id, { result }))}>
            {callbacks.results[result]}
          </button>
        ))}
      </div>
      <button type="button" class="quiet" onClick={() => void act(entry, () => doors.release(entry.id))}>
        {callbacks.release}
      </button>
    </div>
  )
}

function NumberPart({ entry, got }: { entry: DeskCallback; got: CallbackNumber }) {
  const { callsOut } = useRoom()
  if (got.kind !== 'number') return <p>{got.kind === 'erased' ? callbacks.numberErased : callbacks.said.notYours}</p>
  return (
    <>
      <p class="number">
        <span class="visually-hidden">{callbacks.number} </span>
        {got.written}
      </p>
      {callsOut.canDial() ? (
        <DialButton entry={entry} number={got.number} />
      ) : (
        <>
          <CopyButton text={got.number} label={callbacks.copy} />
          <p class="soft">{callbacks.outsideWorkspace}</p>
        </>
      )}
    </>
  )
}

function DialButton({ entry, number }: { entry: DeskCallback; number: string }) {
  const { callsOut, doors, me } = useRoom()
  const [stage, setStage] = useState<'idle' | 'asking' | 'dialling' | 'not-dialled'>('idle')
  async function dial() {
    if (stage === 'asking') return
    setStage('asking')
    const dialling = await callsOut.dial({ entry, number, note: (contactId) => doors.dialled(entry.id, { contactId }) })
    setStage(dialling.kind)
  }
  return (
    <>
      <button type="button" class="main" aria-disabled={stage === 'asking'} onClick={() => void dial()}>
        {callbacks.call}
      </button>
      <p class="soft">{callbacks.showsNumberOf(me.region.name)}</p>
      <p role="status">{stage === 'dialling' ? callbacks.dialling : ''}</p>
      {stage === 'not-dialled' ? (
        <p class="advice" role="alert">
          {callbacks.notDialled}
        </p>
      ) : null}
    </>
  )
}
