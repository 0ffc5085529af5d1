import { dayOf } from '../../../shared/domain/time/brussels-time.ts'
import { type CoachingNotes, emptyNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { ContactFact } from '../../../shared/domain/contacts/contact.ts'
import { type Absence, type DutyChange, type DutyRoster, type DutyShift, emptyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import type { OpenRegion } from '../../../shared/domain/regions/region.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { at } from '../time/at.ts'
import { lies, noor, sam } from './people.ts'

/** The two open regions, with the settings that are deployed. */
export const oost = shipped('limburg-oost')
export const kempen = shipped('voor-en-noorderkempen')

function shipped(id: string): OpenRegion {
  const region = openRegion(id)
  if (!region) throw new Error(`${id} is not among the open regions`)
  return region
}

/** A turn of the roster; by default Noor is first on Tuesdays, the whole day. */
export function makeShift(given: Partial<DutyShift> = {}): DutyShift {
  const { worker = noor, on = 'tue', role = 'first' } = given
  const id: DutyShift['id'] = `shift_${role}-${on}-${worker.slice('worker_'.length)}`
  const weekly = { everyWeeks: 1, startsOn: '2026-01-05', until: null } as const
  return { id, worker, role, team: null, on, ...weekly, from: '00:00', to: '23:59', ...given }
}

/** A roster of these turns, without changes or absences. */
export function makeRoster(...shifts: DutyShift[]): DutyRoster {
  return { ...emptyRoster, shifts }
}

/** A change of the roster; by default the coordinator replaces Noor by Sam, on a Tuesday from nine to five. */
export function makeChange(given: Partial<DutyChange> = {}): DutyChange {
  const whole = { day: '2026-11-24', from: '09:00', to: '17:00', role: 'first', team: null } as const
  return { id: 'change_one', ...whole, leaves: noor, takes: sam, why: 'replaced', by: lies, ...given }
}

/** An absence; by default Noor is on leave on a Tuesday. */
export function makeAbsence(given: Partial<Absence> = {}): Absence {
  return { id: 'absence_one', worker: noor, kind: 'leave', from: '2026-11-24', to: '2026-11-24', between: null, ...given }
}

/** A roster in which Noor is first and Sam is the backup, at every hour of every day. */
export function fullRoster(): DutyRoster {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  return makeRoster(...days.flatMap((on) => [makeShift({ on }), makeShift({ on, worker: sam, role: 'backup' })]))
}

/** A contact that arrives by chat on a Tuesday morning. */
export function makeArrival(given: Partial<Extract<ContactFact, { kind: 'contact-arrived' }>> = {}): ContactFact {
  return {
    kind: 'contact-arrived',
    at: at('2026-11-24 10:30'),
    channel: 'chat',
    region: 'limburg-oost',
    municipality: '71016',
    referrerType: 'school',
    alias: 'Juf Wilg',
    ...given,
  }
}

/** Notes that are complete enough to be logged with the outcome `advice`. */
export function makeNotes(given: Partial<CoachingNotes> = {}): CoachingNotes {
  return {
    ...emptyNotes({ referrerType: 'school', municipality: '71016' }),
    danger: 'none',
    concern: 'Een kind komt al weken te laat en is stil geworden.',
    stillPossible: 'De zorgcoördinator praat eerst met de ouders.',
    outcome: 'advice',
    ...given,
  }
}

/** The family's consent, given on this day. */
export function yesOn(day: string): CoachingNotes['consent'] {
  return { kind: 'yes', by: 'parent', on: dayOf(at(`${day} 12:00`)), how: 'spoken' }
}
