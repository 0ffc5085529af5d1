import {
  CreateHoursOfOperationOverrideCommand,
  DeleteHoursOfOperationOverrideCommand,
  DescribeHoursOfOperationCommand,
  type HoursOfOperationOverride,
  paginateListHoursOfOperationOverrides,
  UpdateHoursOfOperationCommand,
  UpdateHoursOfOperationOverrideCommand,
} from '@aws-sdk/client-connect'
import { Clock, Day } from '../domain/time/day.ts'
import { zone } from '../domain/time/brussels-time.ts'
import type { ConnectInstance } from './client.ts'
import type { Closing, WeekSlot } from '../contracts/connect/connect-hours.ts'

/** An override in Connect; `closing` is null when it is not a closing of whole days of the kind that we create. */
export type StandingOverride = { id: string; name: string; closing: Closing | null }

/** The hours of operation of one line in Connect. */
export type HoursObject = { connect: ConnectInstance; hoursId: string }

/** The weekly hours in Connect, sorted; null when they hold something that we never write, such as another time zone. */
export async function weekInConnect({ connect, hoursId }: HoursObject): Promise<WeekSlot[] | null> {
  const asked = { InstanceId: connect.instanceId, HoursOfOperationId: hoursId }
  const { HoursOfOperation } = await connect.client.send(new DescribeHoursOfOperationCommand(asked))
  if (HoursOfOperation?.TimeZone !== zone) return null
  const slots = (HoursOfOperation.Config ?? []).map(({ Day: day, StartTime, EndTime }) => {
    const [from, to] = [clockFrom(StartTime), clockFrom(EndTime)]
    return day && from && to ? { day, from, to } : null
  })
  return slots.includes(null) ? null : inOrder(slots.filter((slot) => slot !== null))
}

/** Replaces the weekly hours in Connect. */
export async function setWeek({ connect, hoursId }: HoursObject, week: readonly WeekSlot[]): Promise<void> {
  const Config = week.map(({ day, from, to }) => ({ Day: day, StartTime: timeOf(from), EndTime: timeOf(to) }))
  const request = { InstanceId: connect.instanceId, HoursOfOperationId: hoursId, TimeZone: zone, Config }
  await connect.client.send(new UpdateHoursOfOperationCommand(request))
}

/** All overrides of the hours, whoever made them. */
export async function overridesInConnect({ connect, hoursId }: HoursObject): Promise<StandingOverride[]> {
  const asked = { InstanceId: connect.instanceId, HoursOfOperationId: hoursId, MaxResults: 100 }
  const standing: StandingOverride[] = []
  for await (const page of paginateListHoursOfOperationOverrides({ client: connect.client }, asked)) {
    for (const override of page.HoursOfOperationOverrideList ?? []) {
      const { HoursOfOperationOverrideId: id, Name: name } = override
      if (id && name) standing.push({ id, name, closing: closingFrom(name, override) })
    }
  }
  return standing
}

/** Creates a closing. */
export async function addClosing({ connect, hoursId }: HoursObject, closing: Closing): Promise<void> {
  const { client, instanceId } = connect
  await client.send(new CreateHoursOfOperationOverrideCommand({ InstanceId: instanceId, HoursOfOperationId: hoursId, ...wired(closing) }))
}

/** Replaces an existing override by this closing. */
export async function setClosing({ connect, hoursId }: HoursObject, id: string, closing: Closing): Promise<void> {
  const which = { InstanceId: connect.instanceId, HoursOfOperationId: hoursId, HoursOfOperationOverrideId: id }
  await connect.client.send(new UpdateHoursOfOperationOverrideCommand({ ...which, ...wired(closing) }))
}

/** Deletes an override. */
export async function dropOverride({ connect, hoursId }: HoursObject, id: string): Promise<void> {
  const which = { InstanceId: connect.instanceId, HoursOfOperationId: hoursId, HoursOfOperationOverrideId: id }
  await connect.client.send(new DeleteHoursOfOperationOverrideCommand(which))
}

function wired({ name, from, to, yearly }: Closing) {
  const days = { Name: name, Config: [], EffectiveFrom: from, EffectiveTill: to, OverrideType: 'CLOSED' as const }
  if (yearly === null) return days
  const RecurrencePattern = { Frequency: 'YEARLY' as const, Interval: 1, ByMonth: [yearly.month], ByMonthDay: [yearly.date] }
  return { ...days, RecurrenceConfig: { RecurrencePattern } }
}

function closingFrom(name: string, override: HoursOfOperationOverride): Closing | null {
  const { OverrideType, Config = [], EffectiveFrom, EffectiveTill, RecurrenceConfig } = override
  const [from, to] = [Day.safeParse(EffectiveFrom).data, Day.safeParse(EffectiveTill).data]
  if (OverrideType !== 'CLOSED' || Config.length > 0 || !from || !to) return null
  const pattern = RecurrenceConfig?.RecurrencePattern
  if (!pattern) return { name, from, to, yearly: null }
  const { Frequency, Interval, ByMonth = [], ByMonthDay = [], ByWeekdayOccurrence = [] } = pattern
  const [[month, ...months], [date, ...dates]] = [ByMonth, ByMonthDay]
  const isYearly = Frequency === 'YEARLY' && Interval === 1 && ByWeekdayOccurrence.length + months.length + dates.length === 0
  return isYearly && month !== undefined && date !== undefined ? { name, from, to, yearly: { month, date } } : null
}

function clockFrom(time: { Hours?: number | undefined; Minutes?: number | undefined } | undefined): Clock | null {
  const text = [time?.Hours, time?.Minutes].map((part) => String(part ?? '').padStart(2, '0')).join(':')
  return Clock.safeParse(text).data ?? null
}

function timeOf(clock: Clock): { Hours: number; Minutes: number } {
  const [Hours = 0, Minutes = 0] = clock.split(':').map(Number)
  return { Hours, Minutes }
}

const daysInOrder = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

function inOrder(slots: WeekSlot[]): WeekSlot[] {
  return slots.sort((one, other) => daysInOrder.indexOf(one.day) - daysInOrder.indexOf(other.day) || one.from.localeCompare(other.from))
}
