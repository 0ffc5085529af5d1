import { useMemo, useState } from 'preact/hooks'
import type { RosterChanged } from '../../../shared/contracts/roster/roster-changes.ts'
import type { DeskRoster } from '../../../shared/contracts/roster/roster.ts'
import type { Day } from '../../../shared/domain/time/brussels-time.ts'
import type { ApiResult } from '../client/api-result.ts'
import { useDesk } from '../state/desk-context.ts'
import { RosterAbsences } from './roster-absences.tsx'
import { RosterCalendar } from './roster-calendar.tsx'
import { RosterNow } from './roster-now.tsx'
import { RosterPlot } from './roster-plot.tsx'
import { RosterQuality } from './roster-quality.tsx'
import { RosterContext, rosterWords, saidOf } from './roster-context.ts'
import { RosterShifts } from './roster-shifts.tsx'
import { RosterSwaps } from './roster-swaps.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useQuery } from '../client/use-query.ts'
import { leadTo } from '../parts/when-fields.tsx'

/** The screen “Roster”: who is on duty now and in the coming weeks, swaps and takeovers; a coordinator can change all of it. */
export function RosterScreen() {
  const { client } = useDesk()
  const [from, show] = useState<Day | null>(null)
  const [result, again] = useQuery(() => client.roster(from), from ?? '')
  return (
    <section aria-labelledby="roster">
      <h1 id="roster">{rosterWords.heading}</h1>
      {result.kind === 'asking' ? <p role="status">{rosterWords.weeks.loading}</p> : null}
      {result.kind === 'failed' ? <FailureNote failure={result} again={again} /> : null}
      {result.kind === 'ok' ? <Shown roster={result.body} again={again} show={show} /> : null}
    </section>
  )
}

const wentWell: readonly RosterChanged['kind'][] = ['changed', 'swap-asked', 'swap-taken', 'swap-refused', 'swap-withdrawn']

type ShownProps = { roster: DeskRoster; again(): void; show(from: Day | null): void }

function Shown({ roster, again, show }: ShownProps) {
  const { me } = useDesk()
  const [said, setSaid] = useState<{ sentence: string; isWrong: boolean } | null>(null)
  const isCoordinator = me.worker.role === 'coordinator'
  const context = useMemo(() => {
    async function act(asked: Promise<ApiResult<RosterChanged>>, backTo: string) {
      const outcome = await asked
      const changed = outcome.kind === 'ok' ? outcome.body : null
      const isDone = changed !== null && wentWell.includes(changed.kind)
      setSaid({ sentence: outcome.kind === 'ok' ? saidOf(outcome.body) : failureInWords(outcome), isWrong: !isDone })
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
    <RosterContext.Provider value={context}>
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

function failureInWords({ why, sentence }: { why: string; sentence: string | null }): string {
  return why === 'not-found' ? rosterWords.notFound : (sentence ?? rosterWords.refusals['try-again'])
}
