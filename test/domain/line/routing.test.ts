import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import type { OpenRegion } from '../../../shared/domain/regions/region.ts'
import { lookUpMunicipality } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { decideRoute, type LineNow } from '../../../shared/domain/line/routing.ts'
import { at } from '../../support/time/at.ts'
import { fullRoster, kempen, makeRoster, makeShift, oost } from '../../support/people/make.ts'
import { noor, sam } from '../../support/people/people.ts'

const line = (region: OpenRegion, given: Partial<LineNow> = {}): LineNow => ({
  hours: region.hours,
  roster: fullRoster(),
  municipality: null,
  ...given,
})
const livesIn = (nis: string, region = oost) => ({ municipality: lookUpMunicipality(nis, region, regions) })
const offer = { kind: 'offer', team: null, first: [noor], backup: [sam] }

describe('a contact is', () => {
  it.each([
    ['offered on a Tuesday morning', line(oost), '2026-11-24 10:30', offer],
    ['offered in the Kempen on a Tuesday morning', line(kempen), '2026-11-24 10:30', offer],
    ['offered to the team of the family’s municipality', line(oost, livesIn('71016')), '2026-11-24 10:30', { ...offer, team: 'genk' }],
    ['offered to all where no team is known', line(oost, livesIn('72021')), '2026-11-24 10:30', offer],
    ['offered all the same when the family lives elsewhere', line(oost, livesIn('11023')), '2026-11-24 10:30', offer],
    ['offered all the same when the place is not known', line(oost, livesIn('71002')), '2026-11-24 10:30', offer],
    [
      'offered to the backup when nobody is first',
      line(oost, { roster: makeRoster(makeShift({ worker: sam, role: 'backup' })) }),
      '2026-11-24 10:30',
      { ...offer, first: [] },
    ],
    [
      'offered to the first when there is no backup',
      line(oost, { roster: makeRoster(makeShift()) }),
      '2026-11-24 10:30',
      { ...offer, backup: [] },
    ],
    ['offered on the Monday after the clock goes forward', line(oost), '2026-03-30 09:00', offer],
    ['offered on the Monday after the clock goes back', line(oost), '2026-10-26 09:00', offer],
    ['offered a moment before the last quarter', line(oost), '2026-11-24 16:44', offer],
    ['told in the last quarter that we close', line(oost), '2026-11-24 16:45', soon('2026-11-24 17:00')],
    ['told in the last minutes that we close', line(oost), '2026-11-24 16:58', soon('2026-11-24 17:00')],
    [
      'kept for its team in the last quarter',
      line(kempen, livesIn('11023', kempen)),
      '2026-11-24 12:50',
      { ...soon('2026-11-24 13:00'), team: 'noorderkempen' },
    ],
    ['told tomorrow, at closing time itself', line(oost), '2026-11-24 17:00', closed('2026-11-25 09:00')],
    ['told Thursday, on a Wednesday in the Kempen', line(kempen), '2026-11-25 10:30', closed('2026-11-26 10:00')],
    ['told Monday, on a Friday evening', line(oost), '2026-11-27 17:00', closed('2026-11-30 09:00')],
    ['told the right hour before the clock goes forward', line(oost), '2026-03-28 10:00', closed('2026-03-30 09:00')],
    ['told the right hour on the day the clock goes forward', line(kempen), '2026-03-29 10:00', closed('2026-03-30 10:00')],
    ['told the right hour before the clock goes back', line(oost), '2026-10-24 10:00', closed('2026-10-26 09:00')],
    ['told the right hour on the day the clock goes back', line(kempen), '2026-10-25 10:00', closed('2026-10-26 10:00')],
    [
      'told why on the first of January',
      line(oost),
      '2026-01-01 10:30',
      { ...closed('2026-01-02 09:00'), why: { kind: 'holiday', holiday: 'new-year' } },
    ],
    [
      'told that nobody is there when the roster is empty',
      line(oost, { roster: emptyRoster }),
      '2026-11-24 10:30',
      { kind: 'nobody-on-duty' },
    ],
    [
      'told that nobody is there, also in the last quarter',
      line(oost, { roster: emptyRoster }),
      '2026-11-24 16:58',
      { kind: 'nobody-on-duty' },
    ],
    [
      'told the hours rather than that nobody is there',
      line(oost, { roster: emptyRoster }),
      '2026-11-27 17:00',
      closed('2026-11-30 09:00'),
    ],
  ])('%s', (_title, now, moment, decision) => {
    expect(decideRoute(now, at(moment))).toEqual(decision)
  })

  it('given exactly one decision, whatever the moment', () => {
    const moments = fc.date({ min: at('2026-01-01 00:00'), max: at('2030-12-31 00:00'), noInvalidDate: true })
    const rosters = fc.constantFrom(fullRoster(), emptyRoster)
    fc.assert(
      fc.property(fc.constantFrom(oost, kempen), rosters, moments, (region, roster, moment) => {
        const decision = decideRoute(line(region, { roster }), moment)
        const asked = decision.kind === 'offer' ? decision.first.length + decision.backup.length : 0
        expect(['offer', 'closing-soon', 'closed', 'nobody-on-duty']).toContain(decision.kind)
        expect(asked > 0).toBe(decision.kind === 'offer')
        if (decision.kind === 'closing-soon') {
          const left = decision.closesAt.getTime() - moment.getTime()
          expect(left > 0 && left <= 15 * 60_000).toBe(true)
        }
      }),
    )
  })
})

function soon(closes: string) {
  return { kind: 'closing-soon', team: null, closesAt: at(closes) }
}

function closed(opens: string) {
  return { kind: 'closed', why: { kind: 'outside-hours' }, opensAt: at(opens) }
}
