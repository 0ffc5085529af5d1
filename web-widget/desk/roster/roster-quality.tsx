import type { DeskFairness } from '../../../shared/contracts/roster/roster.ts'
import { GapList } from './gaps-note.tsx'
import { rosterWords, useRoster } from './roster-context.ts'

/** The quality of the roster in these weeks: opening hours without a worker, and how the turns are shared. */
export function RosterQuality() {
  const { roster, isCoordinator } = useRoster()
  const { quality } = rosterWords
  const { gaps, fairness, closingDaysMissing } = roster.quality
  const nobody = gaps.filter((gap) => gap.what === 'nobody')
  const hoursWithout = gaps.filter((gap) => gap.what === 'no-backup').reduce((sum, { from, to }) => sum + hoursOf(to) - hoursOf(from), 0)
  const most = Math.max(1, ...fairness.flatMap((one) => [one.hours, one.fairHours]))
  return (
    <section class="roster-quality" aria-labelledby="quality">
      <h2 id="quality">{quality.heading}</h2>
      {closingDaysMissing === null ? null : (
        <p class="advice">
          {quality.closingDays(closingDaysMissing)} {isCoordinator ? quality.closingDaysHow : null}
        </p>
      )}
      {nobody.length === 0 ? <p>{quality.noGaps}</p> : <h3>{quality.gapsHeading}</h3>}
      <GapList gaps={nobody} />
      {hoursWithout === 0 ? null : <p>{quality.noBackupCount(quality.number(hoursWithout))}</p>}
      <h3>{quality.fairness}</h3>
      <p>{quality.fairnessHelp}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{quality.name}</th>
            <th scope="col">{quality.hours}</th>
            <th scope="col">{quality.fair}</th>
            <th scope="col">{quality.unpopular}</th>
          </tr>
        </thead>
        <tbody>
          {fairness.map((one) => (
            <Share key={one.worker.id} one={one} most={most} />
          ))}
        </tbody>
      </table>
      <p class="small">{quality.unpopularHelp}</p>
    </section>
  )
}

function Share({ one, most }: { one: DeskFairness; most: number }) {
  const { quality } = rosterWords
  return (
    <tr>
      <th scope="row">
        {one.worker.name}
        <svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width={(100 * one.hours) / most} height="10" />
          <line x1={(100 * one.fairHours) / most} x2={(100 * one.fairHours) / most} y1="0" y2="10" />
        </svg>
      </th>
      <td>{quality.number(one.hours)}</td>
      <td>{quality.number(one.fairHours)}</td>
      <td>{quality.number(one.unpopular)}</td>
    </tr>
  )
}

function hoursOf(clock: string): number {
  return Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60
}
