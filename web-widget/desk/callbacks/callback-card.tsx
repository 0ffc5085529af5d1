import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import { Coordinate } from './callback-coordinate.tsx'
import { UndoButton } from './callback-undo.tsx'
import { CallbackOwned } from './callback-owned.tsx'
import { promiseSaid, whoIn } from './callback-words.ts'
import type { Act, CallbackCardProps } from './callback-act.ts'
import { referrers, useDesk, words } from '../state/desk-context.ts'

const { callbacks } = words

/** One entry of the ledger: who asked, why, the time promised, what the consent allows, and which worker will call. */
export function CallbackCard({ entry, workers, act }: CallbackCardProps) {
  const { me } = useDesk()
  const { consent } = entry
  return (
    <li class={`callback ${entry.late || entry.soon || entry.loss !== null ? 'late' : ''}`}>
      <h3 id={`callback-${entry.id}`} tabIndex={-1}>
        {whoIn(entry, me)}
      </h3>
      {consent.mayCall ? <p class="due">{promiseSaid(entry)}</p> : null}
      <Facts entry={entry} />
      {consent.mayCall && entry.hasNumber ? (
        <>
          <Allowed entry={entry} />
          <Attempts attempts={entry.attempts} />
          {entry.next === null ? null : <p class="next">{callbacks.next[entry.next.why](entry.next.from)}</p>}
          <UndoButton entry={entry} act={act} />
          <Owner entry={entry} act={act} />
          {me.worker.role === 'coordinator' ? <Coordinate entry={entry} workers={workers} act={act} /> : null}
        </>
      ) : entry.owner !== null && entry.owner.id !== me.worker.id ? (
        <Owner entry={entry} act={act} />
      ) : (
        <Seen entry={entry} act={act} />
      )}
    </li>
  )
}

function Facts({ entry }: { entry: DeskCallback }) {
  const { alias, referrerType, language } = entry
  const facts: [string, string][] = [
    [callbacks.asked, words.moment(entry.asked)],
    [callbacks.why, callbacks.reasons[entry.reason]],
    [callbacks.channel, callbacks.channels[entry.channel]],
    ...(alias !== null && referrerType !== null ? [[words.now.referrer, referrers[referrerType]] satisfies [string, string]] : []),
    ...(language === 'nl' ? [] : [[callbacks.language, callbacks.languages[language]] satisfies [string, string]]),
  ]
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Allowed({ entry }: { entry: DeskCallback }) {
  const { me } = useDesk()
  const { othersMayAnswer, mayLeaveMessage } = entry.consent
  const name = me.worker.name.split(' ')[0] ?? me.worker.name
  return (
    <div class="allowed">
      <p>{othersMayAnswer ? callbacks.othersMayAnswer : callbacks.othersMayNot}</p>
      <p>{mayLeaveMessage ? callbacks.messageAllowed : callbacks.messageNotAllowed}</p>
      {mayLeaveMessage ? <blockquote>{callbacks.message({ name, phone: me.region.phone })}</blockquote> : null}
    </div>
  )
}

function Attempts({ attempts }: Pick<DeskCallback, 'attempts'>) {
  if (attempts.length === 0) return <p class="soft">{callbacks.noAttempts}</p>
  return (
    <>
      <p class="soft">{callbacks.attempts}</p>
      <ol class="attempts">
        {attempts.map((attempt, index) => (
          <li key={index}>{callbacks.attempt(attempt)}</li>
        ))}
      </ol>
    </>
  )
}

function Owner({ entry, act }: { entry: DeskCallback; act: Act }) {
  const { client, me } = useDesk()
  const { owner } = entry
  const who = whoIn(entry, me)
  // A coordinator only oversees the ledger; calling back is for duty workers.
  if (owner === null && me.worker.role === 'coordinator') return <p class="owner">{callbacks.nobodyYet}</p>
  if (owner?.id === me.worker.id) return <CallbackOwned key={entry.attempts.length} entry={entry} act={act} />
  if (owner !== null) return <OfColleague entry={entry} owner={owner.name} act={act} />
  return (
    <button type="button" class="main" aria-label={callbacks.claimOf(who)} onClick={() => void act(entry, () => client.claim(entry.id))}>
      {callbacks.claim}
    </button>
  )
}

/** An entry that a colleague took up. After too long a worker may take it over; a coordinator can release any entry. */
function OfColleague({ entry, owner, act }: { entry: DeskCallback; owner: string; act: Act }) {
  const { client, me } = useDesk()
  const who = whoIn(entry, me)
  const isCoordinator = me.worker.role === 'coordinator'
  const takesOver = entry.mayTakeOver && !isCoordinator
  return (
    <>
      <p class="owner">{takesOver ? callbacks.leftBy(owner) : callbacks.ownedBy(owner)}</p>
      {takesOver ? (
        <button
          type="button"
          class="main"
          aria-label={callbacks.takeOverOf(who)}
          onClick={() => void act(entry, () => client.claim(entry.id))}
        >
          {callbacks.takeOver}
        </button>
      ) : null}
      {isCoordinator ? (
        <button type="button" aria-label={callbacks.releaseOf(who)} onClick={() => void act(entry, () => client.release(entry.id))}>
          {callbacks.release}
        </button>
      ) : null}
    </>
  )
}

function Seen({ entry, act }: { entry: DeskCallback; act: Act }) {
  const { client, me } = useDesk()
  if (me.worker.role === 'coordinator') return null
  return (
    <button type="button" aria-label={callbacks.seenOf(whoIn(entry, me))} onClick={() => void act(entry, () => client.markSeen(entry.id))}>
      {callbacks.seen}
    </button>
  )
}
