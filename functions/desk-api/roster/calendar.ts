import { timingSafeEqual } from 'node:crypto'
import ical from 'ical-generator'
import type { DeskCalendar } from '../../../shared/contracts/roster/calendar.ts'
import { calendarFeedPath } from '../../../shared/contracts/routes/calendar-feed.ts'
import { filledPath } from '../../../shared/contracts/routes/route-path.ts'
import { addDays, dayOf, instantOf, zone } from '../../../shared/domain/time/brussels-time.ts'
import { RegionId, WorkerId } from '../../../shared/domain/ids.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { keyedHash } from '../../../shared/storage/table/referrer-key.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { deskRosterNl } from '../../../shared/words/nl/desk/roster.ts'
import { type AppContext, notFound } from '../../http-app.ts'
import { openTurnsOn } from './roster.ts'
import type { Desk, DeskDeps } from '../desk/deps.ts'

const daysBack = 7
const daysAhead = 90
const refreshSeconds = 3_600

// A calendar needs at least one component (RFC 5545, 3.6): with the time zone in it, one without turns is valid too. The rule is that of the
// European Union since 1996.
const timeZone = `BEGIN:VTIMEZONE
TZID:${zone}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
`.replaceAll('\n', '\r\n')

/** The address from which a calendar application reads the worker's turns. It carries the secret, because calendars cannot sign in. */
export async function calendarOf(desk: Desk): Promise<DeskCalendar> {
  return addressOf(desk, await desk.calendars.versionOf(desk.worker.id))
}

/** A new calendar address; the old one answers 404 from now on. */
export async function renewCalendar(desk: Desk): Promise<DeskCalendar> {
  return addressOf(desk, await desk.calendars.renew(desk.worker.id))
}

/**
 * The iCalendar feed (RFC 5545) of one worker's turns, from 7 days ago to 90 days ahead. It holds no name, because calendar applications
 * store and share it outside our control.
 */
export async function calendarFeed(deps: DeskDeps, context: AppContext): Promise<Response> {
  const worker = await readerOf(deps, context)
  const { region } = worker
  const [roster, hours] = await Promise.all([deps.rosters.rosterOf(region), deps.hours.hoursOf(region)])
  const now = deps.now()
  const { summaries } = deskRosterNl
  const calendar = ical({
    name: summaries.first,
    ttl: refreshSeconds,
    prodId: { company: 'permanence-line', product: 'roster', language: 'NL' },
  })
  for (let days = -daysBack; days <= daysAhead; days += 1) {
    const day = addDays(dayOf(now), days)
    for (const turn of openTurnsOn(roster, hours, day).filter((one) => one.worker === worker.id)) {
      const { from, to, role } = turn
      const id = `${keyedHash(deps.callerKey, `turn:${worker.id}:${day}:${from}:${role}`).toString('base64url')}@permanence-line`
      calendar.createEvent({ id, stamp: now, start: instantOf(day, from), end: instantOf(day, to), summary: summaries[role] })
    }
  }
  context.header('cache-control', 'private, no-cache')
  context.header('content-type', 'text/calendar; charset=utf-8')
  return context.body(withTimeZone(calendar.toString()))
}

// Before the first event, or before the end of a calendar without events.
function withTimeZone(feed: string): string {
  return feed.replace(/BEGIN:VEVENT|END:VCALENDAR/, (next) => timeZone + next)
}

// Every wrong address gets the same 404, so that nobody can find out who works here by trying addresses.
async function readerOf(deps: DeskDeps, context: AppContext): Promise<Worker> {
  const region = RegionId.safeParse(context.req.param('region'))
  const id = WorkerId.safeParse(context.req.param('worker'))
  const secret = /^([\w-]{43})\.ics$/.exec(context.req.param('file') ?? '')?.[1]
  if (!region.success || !id.success || secret === undefined || openRegion(region.data) === null) throw notFound()
  const version = await deps.calendars.versionOf(id.data)
  const isCurrentSecret = timingSafeEqual(Buffer.from(secret), Buffer.from(secretOf(deps.callerKey, id.data, version)))
  const worker = isCurrentSecret ? await deps.workers.workerOf(region.data, id.data) : null
  if (!worker) throw notFound()
  return worker
}

function addressOf({ worker, callerKey }: Desk, version: number): DeskCalendar {
  const file = `${secretOf(callerKey, worker.id, version)}.ics`
  return { path: filledPath(calendarFeedPath, { region: worker.region, worker: worker.id, file }) }
}

function secretOf(callerKey: string, worker: WorkerId, version: number): string {
  return keyedHash(callerKey, `calendar:${worker}:${version}`).toString('base64url')
}
