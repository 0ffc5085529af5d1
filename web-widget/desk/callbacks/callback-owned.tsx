import { useState } from 'preact/hooks'
import type { CallbackNumber, DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import { resultsInOrder } from './callback-words.ts'
import type { Act } from './callback-act.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { useDesk, words } from '../state/desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useQuery } from '../client/use-query.ts'

const { callbacks } = words

/** For the worker who took up the entry, and nobody else: the number, the call, and the form for its result. */
export function CallbackOwned({ entry, act }: { entry: DeskCallback; act: Act }) {
  const { client } = useDesk()
  const [result, again] = useQuery(() => client.callbackNumber(entry.id), entry.id)
  return (
    <div class="owned">
      <p class="owner">{callbacks.mine}</p>
      {result.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {result.kind === 'failed' ? <FailureNote failure={result} again={again} /> : null}
      {result.kind === 'ok' ? <NumberPart entry={entry} result={result.body} /> : null}
      <div class="results" role="group" aria-labelledby={`result-${entry.id}`}>
        <p id={`result-${entry.id}`}>{callbacks.result}</p>
        {resultsInOrder.map((result) => (
          <button type="button" key={result} onClick={() => void act(entry, () => client.noteAttempt(entry.id, { result }))}>
            {callbacks.results[result]}
          </button>
        ))}
      </div>
      <button type="button" class="quiet" onClick={() => void act(entry, () => client.release(entry.id))}>
        {callbacks.release}
      </button>
    </div>
  )
}

function NumberPart({ entry, result }: { entry: DeskCallback; result: CallbackNumber }) {
  const { callsOut } = useDesk()
  if (result.kind !== 'number') return <p>{result.kind === 'erased' ? callbacks.numberErased : callbacks.said.notYours}</p>
  return (
    <>
      <p class="number">
        <span class="visually-hidden">{callbacks.number} </span>
        {result.written}
      </p>
      {callsOut.canDial() ? (
        <DialButton entry={entry} number={result.number} />
      ) : (
        <>
          <CopyButton text={result.number} label={callbacks.copy} />
          <p class="soft">{callbacks.outsideWorkspace}</p>
        </>
      )}
    </>
  )
}

function DialButton({ entry, number }: { entry: DeskCallback; number: string }) {
  const { callsOut, client, me } = useDesk()
  const [stage, setStage] = useState<'idle' | 'asking' | 'dialling' | 'not-dialled'>('idle')
  async function dial() {
    if (stage === 'asking') return
    setStage('asking')
    const dialling = await callsOut.dial({ entry, number, note: (contactId) => client.dialled(entry.id, { contactId }) })
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
