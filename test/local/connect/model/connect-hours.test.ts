import { describe, expect, it } from 'vitest'
import { isOpen, readHours } from '../../../../infra/local/connect/model/hours.ts'

const slot = (Day: string, from: number, until: number) => ({
  Day,
  StartTime: { Hours: from, Minutes: 0 },
  EndTime: { Hours: until, Minutes: 0 },
})
const override = (OverrideName: string, [EffectiveFrom, EffectiveTill]: [string, string], more: object) => ({
  OverrideName,
  EffectiveFrom,
  EffectiveTill,
  OverrideConfig: [],
  ...more,
})
const yearly = (ByMonth: number, ByMonthDay: number) => ({
  RecurrenceConfig: { RecurrencePattern: { Frequency: 'YEARLY', Interval: 1, ByMonth: [ByMonth], ByMonthDay: [ByMonthDay] } },
})
const hours = readHours({
  stack: 'line',
  logicalId: 'Hours',
  type: 'AWS::Connect::HoursOfOperation',
  arn: 'arn',
  id: 'id',
  metadata: {},
  properties: {
    Name: 'Uren',
    TimeZone: 'Europe/Brussels',
    Config: [slot('MONDAY', 9, 12), slot('MONDAY', 13, 17), slot('SUNDAY', 0, 0)],
    HoursOfOperationOverrides: [
      override('verlof', ['2026-12-21', '2026-12-27'], {}),
      override('middag', ['2026-11-30', '2026-11-30'], { OverrideType: 'CLOSED', OverrideConfig: [slot('MONDAY', 11, 14)] }),
      override('avond', ['2026-11-30', '2026-11-30'], { OverrideType: 'OPEN', OverrideConfig: [slot('MONDAY', 19, 21)] }),
      override('brugdag', ['2026-11-09', '2026-11-09'], { OverrideType: 'CLOSED' }),
      override('feestdag', ['2026-01-01', '2036-12-31'], yearly(11, 1)),
    ],
  },
})

describe('the hours are', () => {
  it.each([
    ['open on a Monday morning', '2026-11-23T09:00:00+01:00', true],
    ['closed a minute before', '2026-11-23T08:59:59+01:00', false],
    ['closed at noon', '2026-11-23T12:00:00+01:00', false],
    ['open after noon', '2026-11-23T13:00:00+01:00', true],
    ['closed at five sharp', '2026-11-23T17:00:00+01:00', false],
    ['open all Sunday', '2026-11-22T23:59:00+01:00', true],
    ['open by the wall clock of summer', '2026-10-19T09:00:00+02:00', true],
    ['open by the wall clock of winter', '2026-10-26T09:00:00+01:00', true],
    ['closed in the holidays', '2026-12-21T10:00:00+01:00', false],
    ['closed longer on one day', '2026-11-30T11:30:00+01:00', false],
    ['open before that closing', '2026-11-30T10:30:00+01:00', true],
    ['open on one evening', '2026-11-30T20:00:00+01:00', true],
    ['closed on a whole day', '2026-11-09T10:00:00+01:00', false],
    ['closed every All Saints', '2027-11-01T10:00:00+01:00', false],
    ['open the Monday after', '2027-11-08T10:00:00+01:00', true],
  ])('%s', (_when, at, open) => {
    expect(isOpen(hours, new Date(at))).toBe(open)
  })
})
