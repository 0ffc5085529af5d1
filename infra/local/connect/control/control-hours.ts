import * as z from 'zod'
import { Day } from '../../../../shared/domain/time/day.ts'
import { addDays } from '../../../../shared/domain/time/brussels-time.ts'
import { type ControlCall, fine, type Operation, pageOf, refused, type Reply, withBody, withFound } from './control-call.ts'
import { type Hours, type Override, overridesOn, Pattern, recurrenceOf, Slot, windowOf, windowsOn } from '../model/hours.ts'
import { keepHours } from '../routing/stored-hours.ts'

const maxDays = 366
const maxOverrides = 50

type Slots = Hours['windows']

function slotsOf(windows: Slots): unknown[] {
  return windows.map(({ day, from, until }) => ({ Day: day, StartTime: timeOf(from), EndTime: timeOf(until) }))
}

function withHours(call: ControlCall, step: (hours: Hours) => Reply): Reply {
  return withFound(call.exchange.instance.hours, call.path['HoursOfOperationId'], step)
}

function timeOf(minutes: number): { Hours: number; Minutes: number } {
  return { Hours: Math.floor(minutes / 60) % 24, Minutes: minutes % 60 }
}

function describeHoursOfOperation(call: ControlCall): Reply {
  return withHours(call, (hours) =>
    fine({
      HoursOfOperation: {
        HoursOfOperationId: hours.id,
        HoursOfOperationArn: hours.arn,
        Name: hours.name,
        TimeZone: hours.timeZone,
        Config: slotsOf(hours.windows),
        Tags: {},
      },
    }),
  )
}

function getEffectiveHoursOfOperations(call: ControlCall): Reply {
  const { query } = call
  const asked = z.object({ from: Day, to: Day }).safeParse({ from: query.get('fromDate'), to: query.get('toDate') })
  if (!asked.success || asked.data.to < asked.data.from) {
    return refused('InvalidParameterException', 'fromDate and toDate must be days, in order.')
  }
  return withHours(call, (hours) => {
    const { from, to } = asked.data
    const days: Day[] = []
    for (let day: Day = from; day <= to && days.length < maxDays; day = addDays(day, 1)) days.push(day)
    return fine({
      EffectiveHoursOfOperationList: days.map((day) => ({
        Date: day,
        OperationalHours: windowsOn(hours, day).map((window) => ({ Start: timeOf(window.from), End: timeOf(window.until) })),
      })),
      EffectiveOverrideHoursList: days
        .filter((day) => overridesOn(hours, day).length > 0)
        .map((day) => ({
          Date: day,
          OverrideHours: overridesOn(hours, day).map(({ name }) => {
            const [window] = windowsOn(hours, day)
            const times = window ? { Start: timeOf(window.from), End: timeOf(window.until) } : {}
            return { OverrideName: name, OperationalStatus: window ? 'OPEN' : 'CLOSED', ...times }
          }),
        })),
      TimeZone: hours.timeZone,
    })
  })
}

const Week = z.object({
  Name: z.string().min(1).max(127).optional(),
  TimeZone: z.string().endsWith('/Brussels').optional(),
  Config: z.array(Slot).max(100).optional(),
})

/** UpdateHoursOfOperation: omitted fields stay. A time zone other than Europe/Brussels is refused, because the line has only that one. */
function updateHoursOfOperation(call: ControlCall): Reply {
  return withHours(call, (hours) =>
    withBody(call, Week, ({ Name, TimeZone, Config }) => {
      keepHours(call.exchange, {
        ...hours,
        name: Name ?? hours.name,
        timeZone: TimeZone ?? hours.timeZone,
        windows: Config?.map(windowOf) ?? hours.windows,
      })
      return fine()
    }),
  )
}

const Wanted = z.object({
  Name: z.string().min(1).max(127),
  Config: z.array(Slot).max(100),
  EffectiveFrom: Day,
  EffectiveTill: Day,
  OverrideType: z.enum(['STANDARD', 'OPEN', 'CLOSED']).default('STANDARD'),
  RecurrenceConfig: z.object({ RecurrencePattern: Pattern }).optional(),
})
type Wanted = z.infer<typeof Wanted>

function overrideFrom(id: string, wanted: Wanted): Override {
  return {
    id,
    name: wanted.Name,
    from: wanted.EffectiveFrom,
    till: wanted.EffectiveTill,
    type: wanted.OverrideType,
    windows: wanted.Config.map(windowOf),
    recurrence: wanted.RecurrenceConfig ? recurrenceOf(wanted.RecurrenceConfig.RecurrencePattern) : null,
  }
}

function wireOf(hours: Hours, override: Override) {
  const { id, name, from, till, type, windows, recurrence } = override
  return {
    HoursOfOperationOverrideId: id,
    HoursOfOperationId: hours.id,
    HoursOfOperationArn: hours.arn,
    Name: name,
    Config: slotsOf(windows),
    EffectiveFrom: from,
    EffectiveTill: till,
    OverrideType: type,
    ...(recurrence && { RecurrenceConfig: { RecurrencePattern: patternOf(recurrence) } }),
  }
}

function patternOf({ frequency, interval, months, monthDays, occurrences }: NonNullable<Override['recurrence']>) {
  const lists = Object.entries({ ByMonth: months, ByMonthDay: monthDays, ByWeekdayOccurrence: occurrences })
  return { Frequency: frequency, Interval: interval, ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)) }
}

function listOverrides(call: ControlCall): Reply {
  return withHours(call, (hours) => {
    const { page, ...next } = pageOf(call, hours.overrides)
    return fine({ HoursOfOperationOverrideList: page.map((override) => wireOf(hours, override)), ...next })
  })
}

/** Stores an override among the others of its hours, or refuses as the service does. */
function placed(call: ControlCall, hours: Hours, override: Override): Reply {
  if (override.till < override.from) return refused('InvalidParameterException', 'EffectiveTill must not be before EffectiveFrom.')
  const others = hours.overrides.filter((one) => one.id !== override.id)
  if (others.some((one) => one.name === override.name)) return refused('DuplicateResourceException', 'An override of this name exists.')
  if (others.length >= maxOverrides) return refused('LimitExceededException', 'There are 50 overrides already.')
  keepHours(call.exchange, { ...hours, overrides: [...others, override] })
  return fine({ HoursOfOperationOverrideId: override.id })
}

function createOverride(call: ControlCall): Reply {
  return withHours(call, (hours) =>
    withBody(call, Wanted, (wanted) => placed(call, hours, overrideFrom(call.exchange.deps.newId(), wanted))),
  )
}

function withOverride(call: ControlCall, step: (hours: Hours, override: Override) => Reply): Reply {
  return withHours(call, (hours) => {
    const override = hours.overrides.find((one) => one.id === call.path['HoursOfOperationOverrideId'])
    return override ? step(hours, override) : refused('ResourceNotFoundException', 'The override was not found.')
  })
}

/** UpdateHoursOfOperationOverride: omitted fields stay. */
function updateOverride(call: ControlCall): Reply {
  return withOverride(call, (hours, override) =>
    withBody(call, z.looseObject({}), (given) => {
      const { HoursOfOperationOverrideId: id, ...now } = wireOf(hours, override)
      return withBody({ ...call, body: { ...now, ...given } }, Wanted, (wanted) => placed(call, hours, overrideFrom(id, wanted)))
    }),
  )
}

function deleteOverride(call: ControlCall): Reply {
  return withOverride(call, (hours, override) => {
    keepHours(call.exchange, { ...hours, overrides: hours.overrides.filter((one) => one !== override) })
    return fine()
  })
}

const hoursPath = '/hours-of-operations/{InstanceId}/{HoursOfOperationId}'
const overridePath = `${hoursPath}/overrides/{HoursOfOperationOverrideId}`

/** The operations of the control API on opening hours. */
export const hoursOperations: Operation[] = [
  { name: 'DescribeHoursOfOperation', method: 'GET', path: hoursPath, limited: true, run: describeHoursOfOperation },
  { name: 'UpdateHoursOfOperation', method: 'POST', path: hoursPath, limited: true, run: updateHoursOfOperation },
  {
    name: 'GetEffectiveHoursOfOperations',
    method: 'GET',
    path: '/effective-hours-of-operations/{InstanceId}/{HoursOfOperationId}',
    limited: true,
    run: getEffectiveHoursOfOperations,
  },
  { name: 'ListHoursOfOperationOverrides', method: 'GET', path: `${hoursPath}/overrides`, limited: true, run: listOverrides },
  { name: 'CreateHoursOfOperationOverride', method: 'PUT', path: `${hoursPath}/overrides`, limited: true, run: createOverride },
  { name: 'UpdateHoursOfOperationOverride', method: 'POST', path: overridePath, limited: true, run: updateOverride },
  { name: 'DeleteHoursOfOperationOverride', method: 'DELETE', path: overridePath, limited: true, run: deleteOverride },
]
