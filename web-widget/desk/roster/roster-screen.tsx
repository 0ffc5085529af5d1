import { useMemo, useState } from 'preact/hooks'
import type { DeskRoster, RosterChanged } from '../../../shared/contracts/roster.ts'
import type { Day } from '../../../shared/domain/time/brussels-time.ts'
import type { Got } from '../client/api-result.ts'
import { useRoom } from '../state/desk-context.ts'
import { RosterAbsences } from './roster-absences.tsx'
import { RosterCalendar } from './roster-calendar.tsx'
import { RosterNow } from './roster-now.tsx'
import { RosterPlot } from './roster-plot.tsx'
import { RosterQuality } from './roster-quality.tsx'
import { RosterContext, rosterWords, saidOf } from './roster-context.ts'
import { RosterShifts } from './roster-shifts.tsx'
import { RosterSwaps } from './roster-swaps.tsx'
import { TroubleNote } from '../parts/failure-note.tsx'
import { useGot } from '../client/use-query.ts'
import { leadTo } from '../parts/when-fields.tsx'

/** "Roster": who has the line now and in the coming weeks, swapping and taking over; for the coordinator the whole of it. */
export function RosterScreen() {
  const { doors } = useRoom()
  const [from, show] = useState<Day | null>(null)
  const [got, again] = useGot(() => doors.roster(from), from ?? '')
  return (
    <section aria-labelledby="roster">
      <h1 id="roster">{rosterWords.heading}</h1>
      {got.kind === 'asking' ? <p role="status">{rosterWords.weeks.loading}</p> : null}
      {got.kind === 'trouble' ? <TroubleNote trouble={got} again={again} /> : null}
      {got.kind === 'got' ? <Shown roster={got.body} again={again} show={show} /> : null}
    </section>
  )
}

const wentWell: readonly RosterChanged['kind'][] = ['changed', 'swap-asked', 'swap-taken', 'swap-refused', 'swap-withdrawn']

type ShownProps = { roster: DeskRoster; again(): void; show(from: Day | null): void }

function Shown({ roster, again, show }: ShownProps) {
  const { me } = useRoom()
  const [said, setSaid] = useState<{ sentence: string; isWrong: boolean } | null>(null)
  const isCoordinator = me.worker.role === 'coordinator'
  const room = useMemo(() => {
    async function act(asked: Promise<Got<RosterChanged>>, backTo: string) {
      const outcome = await asked
      const changed = outcome.kind === 'got' ? outcome.body : null
      const isDone = changed !== null && wentWell.includes(changed.kind)
      setSaid({ sentence: outcome.kind === 'got' ? saidOf(outcome.body) : troubleSaid(outcome), isWrong: !isDone })
      again()
      leadTo(backTo)
      return changed
    }
    return {
      roster,
      isCoordinator,
      act,
      say: (sentence: string | null) => setSaid(sentence === null ? null : { sentence, isWrong: false }),
    }
  }, [roster, isCoordinator])
  return (
    <RosterContext.Provider value={room}>
      <p class={said === null ? 'said' : said.isWrong ? 'said filled wrong' : 'said filled'} role="status">
        {said?.sentence}
      </p>
      <RosterNow />
      <RosterSwaps />
      <div class="roster-columns">
        <RosterPlot show={show} />
        <div class="roster-beside">
          <RosterAbsences />
          {isCoordinator ? null : <RosterCalendar />}
          <RosterQuality />
        </div>
      </div>
      {isCoordinator ? <RosterShifts /> : null}
    </RosterContext.Provider>
  )
}

function troubleSaid({ why, sentence }: { why: string; sentence: string | null }): string {
  return why === 'not-found' ? rosterWords.notFound : (sentence ?? rosterWords.refusals['try-again'])
}
