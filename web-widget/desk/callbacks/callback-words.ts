import type {
  AttemptNoted,
  CallbackClaimed,
  CallbackCoordinated,
  CallbackSeen,
  CallbackUndone,
  DeskCallback,
  DeskCallbacks,
} from '../../../shared/contracts/callbacks/callbacks.ts'
import type { DeskMe } from '../../../shared/contracts/desk/desk-me.ts'
import type { AttemptResult } from '../../../shared/domain/callbacks/callback.ts'
import { referrers, words } from '../state/desk-context.ts'

const { callbacks } = words

/** The results of an attempt, the good one first. */
export const resultsInOrder: readonly AttemptResult[] = ['reached', 'no-answer', 'busy', 'wrong-number', 'no-longer-needed']

/** Who asked, as far as known: the alias, else the referrer type; then the municipality. */
export function whoIn({ alias, referrerType, municipality }: DeskCallback, me: DeskMe): string {
  const role = referrerType === null ? null : referrers[referrerType]
  const place = municipality === null ? null : (me.municipalities.find(([nis]) => nis === municipality)?.[1] ?? municipality)
  const who = alias ?? role ?? callbacks.somebody
  return place === null ? who : `${who} ${callbacks.from(place)}`
}

/** The time promised. That it has passed is said in words, since colour alone is not accessible. */
export function promiseSaid({ promise, soon, late, loss }: DeskCallback): string {
  if (loss !== null) return callbacks.lost[loss.why]
  if (promise === null) return callbacks.noTimePromised
  if (late) return callbacks.late(promise)
  return soon ? `${callbacks.promised(promise)}. ${callbacks.soon}` : callbacks.promised(promise)
}

/** How many promises are late, or were lost today: the number that turns the tab red. */
export function alarming({ open, closed }: DeskCallbacks): number {
  const isLostToday = ({ loss }: DeskCallback) => loss?.at.away === 'today'
  return open.filter((entry) => entry.loss !== null || (entry.late && entry.consent.mayCall)).length + closed.filter(isLostToday).length
}

/** The sentence for the outcome of a step on an entry. */
export function callbackSaid(
  body: CallbackClaimed | AttemptNoted | CallbackSeen | CallbackCoordinated | CallbackUndone,
  who: string,
): string {
  const { said } = callbacks
  switch (body.kind) {
    case 'claimed':
      return said.claimed(who)
    case 'released':
      return said.released(who)
    case 'claimed-by-other':
      return said.claimedByOther(body.worker)
    case 'noted':
      return notedSaid(body.callback)
    case 'seen':
      return said.seen
    case 'promised':
      return said.promised
    case 'assigned':
      return said.assigned(who, body.callback.owner?.name ?? '')
    case 'settled':
      return said.settled
    case 'undone':
      return said.undone
    case 'too-late':
      return said.tooLate
    case 'nothing-promised':
      return said.nothingPromised
    case 'not-yours':
      return said.notYours
    case 'closed':
      return said.closed
  }
}

function notedSaid({ state, counted }: DeskCallback): string {
  const { said } = callbacks
  if (state === 'not-reached') return said.notReached
  return state === 'open' ? said.noted(counted) : said.done
}
