import { useState } from 'preact/hooks'
import type { DeskSwap } from '../../../shared/contracts/roster/roster.ts'
import type { SwapTurn } from '../../../shared/domain/roster/swap.ts'
import { SelectField } from '../../kit/fields.tsx'
import { useDesk } from '../state/desk-context.ts'
import { chosenIn, comingTurnsOf, rosterWords, useRoster } from './roster-context.ts'

/** Swaps that colleagues asked of this worker, and those the worker asked, with their state. */
export function RosterSwaps() {
  const { roster } = useRoster()
  const { swaps } = rosterWords
  return (
    <section class="roster-swaps" aria-labelledby="swaps">
      <h2 id="swaps" tabIndex={-1}>
        {swaps.heading}
      </h2>
      {roster.swaps.length === 0 ? <p>{swaps.none}</p> : null}
      <ul class="cards">
        {roster.swaps.map((swap) => (
          <OneSwap key={swap.id} swap={swap} />
        ))}
      </ul>
    </section>
  )
}

function OneSwap({ swap }: { swap: DeskSwap }) {
  const { client } = useDesk()
  const { act } = useRoster()
  const { swaps } = rosterWords
  const step = (which: 'agree' | 'refuse' | 'withdraw') => void act(client.stepSwap(swap.id, which), 'swaps')
  return (
    <li class={swap.forMe || swap.toAgree ? 'asks' : ''}>
      <p>
        <b>{saidOf(swap)}</b>
      </p>
      {swap.returns !== null && swap.toAgree ? <p>{swaps.inReturn(turnSaid(swap.returns))}</p> : null}
      {swap.wants !== null && swap.forMe ? <p>{swaps.wanted(turnSaid(swap.wants))}</p> : null}
      {swap.tookIt ? <p>{swaps.waits}</p> : null}
      {swap.forMe ? <TakeForm swap={swap} refuse={swap.to === null ? null : () => step('refuse')} /> : null}
      <p class="buttons">
        {swap.toAgree ? (
          <>
            <button type="button" class="main" onClick={() => step('agree')}>
              {swaps.agree}
            </button>
            <button type="button" onClick={() => step('refuse')}>
              {swaps.refuseTaker}
            </button>
          </>
        ) : null}
        {swap.tookIt ? (
          <button type="button" onClick={() => step('refuse')}>
            {swaps.refuse}
          </button>
        ) : null}
        {swap.mine ? (
          <button type="button" class="quiet" onClick={() => step('withdraw')}>
            {swaps.withdraw}
          </button>
        ) : null}
      </p>
    </li>
  )
}

function TakeForm({ swap, refuse }: { swap: DeskSwap; refuse: (() => void) | null }) {
  const { client, me } = useDesk()
  const { roster, act } = useRoster()
  const { swaps } = rosterWords
  const mine = comingTurnsOf(roster, me.worker.id)
  const wanted = mine.find(({ turn }) => swap.wants !== null && turn.day === swap.wants.day && turn.from === swap.wants.from)
  const [given, setGiven] = useState(wanted?.key ?? '')
  function take(event: Event) {
    event.preventDefault()
    void act(client.takeSwap(swap.id, { returns: chosenIn(mine, given) }), 'swaps')
  }
  return (
    <form onSubmit={take}>
      {mine.length === 0 ? null : (
        <SelectField
          id={`give-${swap.id}`}
          label={swaps.giveBack}
          empty={swaps.nothing}
          options={mine.map(({ key, said }) => [key, said])}
          value={given}
          change={setGiven}
        />
      )}
      <p class="buttons">
        <button type="submit" class="main">
          {swaps.take}
        </button>
        {refuse === null ? null : (
          <button type="button" onClick={refuse}>
            {swaps.refuse}
          </button>
        )}
      </p>
    </form>
  )
}

function saidOf({ turn, asker, to, taker, mine, forMe, toAgree, tookIt }: DeskSwap): string {
  const { swaps } = rosterWords
  const moment = turnSaid(turn)
  if (toAgree && taker !== null) return swaps.mineTaken(moment, taker.name)
  if (mine) return swaps.mineAsked(moment, to?.name ?? null)
  if (tookIt) return swaps.iTook(moment, asker.name)
  return forMe ? swaps.forMe(moment, asker.name) : swaps.other(moment, asker.name)
}

function turnSaid({ day, from, to }: SwapTurn): string {
  return rosterWords.moment(day, rosterWords.span(from, to))
}
