import {
  CreateHoursOfOperationOverrideCommand,
  DeleteHoursOfOperationOverrideCommand,
  DescribeHoursOfOperationCommand,
  GetEffectiveHoursOfOperationsCommand,
  ListHoursOfOperationOverridesCommand,
  UpdateHoursOfOperationCommand,
  UpdateHoursOfOperationOverrideCommand,
} from '@aws-sdk/client-connect'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type KeyValueStore, openKeyValueStore } from '../../../../infra/local/machine/key-value-store.ts'
import { type Line, openLine } from '../fixtures/line.ts'
import { arns, instanceId as InstanceId } from '../fixtures/small-plan.ts'

let line: Line
let keyValues: KeyValueStore
const HoursOfOperationId = arns.hours.slice(arns.hours.lastIndexOf('/') + 1)
const which = { InstanceId, HoursOfOperationId }

beforeEach(async () => {
  keyValues = openKeyValueStore(null)
  line = await openLine({ keyValues })
})
afterEach(() => {
  line.close()
  keyValues.close()
})

const day = { Name: 'brugdag', Config: [], EffectiveFrom: '2026-11-25', EffectiveTill: '2026-11-25', OverrideType: 'CLOSED' as const }
const create = (more: object = {}) => line.sdk.send(new CreateHoursOfOperationOverrideCommand({ ...which, ...day, ...more }))
const list = async () => (await line.sdk.send(new ListHoursOfOperationOverridesCommand(which))).HoursOfOperationOverrideList ?? []
const openOn = async (date: string) => {
  const asked = { ...which, FromDate: date, ToDate: date }
  const { EffectiveHoursOfOperationList = [] } = await line.sdk.send(new GetEffectiveHoursOfOperationsCommand(asked))
  return EffectiveHoursOfOperationList[0]?.OperationalHours?.length
}

describe('the hours', () => {
  it('take another week', async () => {
    const Config = [{ Day: 'SUNDAY' as const, StartTime: { Hours: 10, Minutes: 0 }, EndTime: { Hours: 12, Minutes: 30 } }]
    await line.sdk.send(new UpdateHoursOfOperationCommand({ ...which, Config }))
    const { HoursOfOperation } = await line.sdk.send(new DescribeHoursOfOperationCommand(which))
    expect(HoursOfOperation).toMatchObject({ Config, TimeZone: 'Europe/Brussels' })
    expect([await openOn('2026-11-22'), await openOn('2026-11-23')]).toEqual([1, 0])
  })

  it('keep to Brussels', async () => {
    await expect(line.sdk.send(new UpdateHoursOfOperationCommand({ ...which, TimeZone: 'UTC' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  })
})

describe('an override', () => {
  it('closes, moves, and goes', async () => {
    const { HoursOfOperationOverrideId } = await create()
    expect(await list()).toContainEqual(expect.objectContaining({ ...day, HoursOfOperationOverrideId, HoursOfOperationId }))
    expect(await openOn('2026-11-25')).toBe(0)
    const move = { ...which, HoursOfOperationOverrideId, EffectiveFrom: '2026-11-26', EffectiveTill: '2026-11-26' }
    await line.sdk.send(new UpdateHoursOfOperationOverrideCommand(move))
    expect([await openOn('2026-11-25'), await openOn('2026-11-26')]).toEqual([1, 0])
    await line.sdk.send(new DeleteHoursOfOperationOverrideCommand({ ...which, HoursOfOperationOverrideId }))
    expect(await openOn('2026-11-26')).toBe(1)
  })

  it('comes back every year', async () => {
    const RecurrencePattern = { Frequency: 'YEARLY' as const, Interval: 1, ByMonth: [7], ByMonthDay: [13] }
    await create({ EffectiveFrom: '2026-01-01', EffectiveTill: '2099-12-31', RecurrenceConfig: { RecurrencePattern } })
    expect([await openOn('2026-07-13'), await openOn('2026-07-14'), await openOn('2027-07-13')]).toEqual([0, 1, 0])
    expect(await list()).toContainEqual(expect.objectContaining({ Name: 'brugdag', RecurrenceConfig: { RecurrencePattern } }))
  })

  it('is still there after a restart', async () => {
    await create()
    line.close()
    line = await openLine({ keyValues })
    expect((await list()).map(({ Name }) => Name)).toContain('brugdag')
  })

  it.each([
    ['that ends before it begins', { EffectiveTill: '2026-11-24' }, 'InvalidParameterException'],
    ['on a day that does not exist', { EffectiveFrom: '2026-02-30' }, 'InvalidParameterException'],
    ['of a name that is taken', { Name: 'Kerstmis' }, 'DuplicateResourceException'],
    ['of unknown hours', { HoursOfOperationId: 'none' }, 'ResourceNotFoundException'],
  ])('%s is refused', async (_, more, name) => {
    const before = await list()
    await expect(create(more)).rejects.toMatchObject({ name })
    expect(await list()).toEqual(before)
  })

  it('that nobody knows cannot be changed or dropped', async () => {
    const unknown = { ...which, HoursOfOperationOverrideId: 'none' }
    for (const command of [new UpdateHoursOfOperationOverrideCommand(unknown), new DeleteHoursOfOperationOverrideCommand(unknown)]) {
      await expect(line.sdk.send(command)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      })
    }
  })

  it('is one of fifty at most', async () => {
    for (let count = (await list()).length; count < 50; count += 1) await create({ Name: `dag ${count}` })
    await expect(create()).rejects.toMatchObject({ name: 'LimitExceededException' })
  })
})
