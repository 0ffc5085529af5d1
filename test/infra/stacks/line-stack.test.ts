import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import type { LineStack } from '../../../infra/stacks/line-stack.ts'
import { closingsForConnect } from '../../../infra/constructs/opening-hours.ts'
import { type Day, weekdays } from '../../../shared/domain/time/brussels-time.ts'
import { holidayOn } from '../../../shared/domain/time/holidays.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { functionsOf, madeApp, resourcesOf } from '../synthesised.ts'

const { lines, core, unopened } = madeApp()
const every = lines.map((line) => [line.forRegion.id, line] as const)
const lineOf = (id: string) => lines.find((line) => line.forRegion.id === id)!

type Slot = { Day: string; StartTime: Time; EndTime: Time }
type Time = { Hours: number; Minutes: number }
type Pattern = { Frequency: string; ByMonth: number[]; ByMonthDay: number[] }
type Override = {
  OverrideName: string
  OverrideType: string
  EffectiveFrom: Day
  RecurrenceConfig?: { RecurrencePattern: Pattern }
}
type Hours = { TimeZone: string; Config: Slot[]; HoursOfOperationOverrides: Override[] }

const hoursOf = (line: LineStack) => resourcesOf(line, 'AWS::Connect::HoursOfOperation')[0]?.Properties as Hours
const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const clock = ({ Hours, Minutes }: Time) => `${String(Hours).padStart(2, '0')}:${String(Minutes).padStart(2, '0')}`

describe.each(every)('the line of %s', (_id, line) => {
  it('has the week of its row in Connect, by the wall clock of Brussels', () => {
    const { TimeZone, Config } = hoursOf(line)
    const inConnect = Config.map(({ Day, StartTime, EndTime }) => [Day, clock(StartTime), clock(EndTime)])
    const inRow = weekdays.flatMap((day, place) => (line.forRegion.hours.week[day] ?? []).map(({ from, to }) => [days[place], from, to]))
    expect([TimeZone, inConnect]).toEqual(['Europe/Brussels', inRow])
  })

  it('closes on the ten legal holidays, and leaves every other closing to the desk', () => {
    const overrides = hoursOf(line).HoursOfOperationOverrides
    const fixed = overrides.filter((one) => one.RecurrenceConfig).map((one) => one.RecurrenceConfig?.RecurrencePattern)
    const dates = ['1-1', '5-1', '7-21', '8-15', '11-1', '11-11', '12-25']
    expect(fixed.map((pattern) => [pattern?.Frequency, `${pattern?.ByMonth}-${pattern?.ByMonthDay}`])).toEqual(
      dates.map((date) => ['YEARLY', date]),
    )
    const moveable = overrides.filter((one) => !one.RecurrenceConfig).map((one) => one.EffectiveFrom)
    expect(moveable).toHaveLength(15)
    expect(moveable.every((day) => holidayOn(day, false) !== null)).toBe(true)
    expect(overrides.every((one) => one.OverrideType === 'CLOSED' && one.OverrideName.startsWith('legal '))).toBe(true)
  })

  it('has four flows, each of its own kind', () => {
    const kinds = resourcesOf(line, 'AWS::Connect::ContactFlow').map((flow) => flow.Properties['Type'])
    expect(kinds.sort()).toEqual(['AGENT_WHISPER', 'CONTACT_FLOW', 'CONTACT_FLOW', 'CUSTOMER_QUEUE'])
  })

  it('has a queue for the region and one for each team', () => {
    expect(resourcesOf(line, 'AWS::Connect::Queue')).toHaveLength(1 + line.forRegion.teams.length)
  })

  it('records nowhere', () => {
    expect(JSON.stringify(Template.fromStack(line).toJSON())).not.toMatch(/CALL_RECORDINGS|\\"RecordedParticipants\\":\[\\"|MediaStreaming/)
  })

  it('makes the things in Connect one after another', () => {
    const resources = Object.values(Template.fromStack(line).toJSON().Resources as Record<string, { Type: string; DependsOn?: string[] }>)
    const waiting = resources.filter(({ Type, DependsOn }) => Type.startsWith('AWS::Connect::') && DependsOn?.length === 1)
    const standalone = ['AWS::Connect::PhoneNumber', 'AWS::Connect::HoursOfOperation']
    const inConnect = resources.filter(({ Type }) => Type.startsWith('AWS::Connect::') && !standalone.includes(Type))
    expect(waiting).toHaveLength(inConnect.length)
  })

  it('brings its number to its flow, and never gives it back', () => {
    const template = Template.fromStack(line)
    template.hasResource('AWS::Connect::PhoneNumber', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Condition: 'ClaimsPhoneNumber',
    })
    template.hasResourceProperties('Custom::PhoneNumberFlow', { LocalNumber: line.forRegion.demoPhone })
    expect(functionsOf(core).has('infra/number-flow/handler.ts')).toBe(true)
  })
})

describe('a routing profile', () => {
  type Served = { Delay: number; Priority: number; QueueReference: { Channel: string; QueueArn: { 'Fn::GetAtt': [string, string] } } }
  const servedBy = (name: string) => {
    const profile = resourcesOf(lineOf('limburg-oost'), 'AWS::Connect::RoutingProfile').find(
      (one) => one.Properties['Name'] === `limburg-oost ${name}`,
    )
    const configs = (profile?.Properties['QueueConfigs'] ?? []) as Served[]
    return configs.map(({ Delay, QueueReference }) => [QueueReference.QueueArn['Fn::GetAtt'][0], QueueReference.Channel, Delay])
  }

  it.each([
    ['hears its own team at once and the other later', 'on-duty-genk', [0, 0, 0, 45]],
    ['hears the other team at once and its own later', 'on-duty-maasmechelen', [0, 0, 45, 0]],
    ['hears everything later as a backup', 'backup', [45, 45, 45, 45]],
    ['hears nothing off duty', 'off-duty', []],
  ])('%s', (_title, name, delays) => {
    const queues = [
      ['Queue', 'VOICE'],
      ['Queue', 'CHAT'],
      ['QueueGenk', 'CHAT'],
      ['QueueMaasmechelen', 'CHAT'],
    ]
    expect(servedBy(name)).toEqual(delays.map((delay, place) => [...queues[place]!, delay]))
  })

  it('takes one call, or two chats and no call', () => {
    for (const profile of resourcesOf(lineOf('limburg-oost'), 'AWS::Connect::RoutingProfile')) {
      expect(profile.Properties['MediaConcurrencies']).toEqual([
        { Channel: 'VOICE', Concurrency: 1, CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } },
        { Channel: 'CHAT', Concurrency: 2, CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } },
      ])
    }
  })
})

describe('a region that is not confirmed', () => {
  it('opens nothing', () => {
    expect(unopened.map((region) => region.id)).toEqual(['oost-brabant'])
    expect(lines.map((line) => line.forRegion.id)).not.toContain('oost-brabant')
  })

  it('leaves an app without lines when it is alone', () => {
    const alone = madeApp(regions.filter((region) => region.status === 'unconfirmed'))
    expect(alone.lines).toEqual([])
  })
})

describe('closings', () => {
  it('are refused for more years than leave room for those of the desk', () => {
    expect(() => closingsForConnect([2026, 2027, 2028, 2029, 2030, 2031])).toThrow('Connect has room for 5 years of holidays')
  })

  it('follow the years that the deployment names', () => {
    const [line] = madeApp(regions, { 'permanence:holidayYears': [2031] }).lines
    const overrides = hoursOf(line!).HoursOfOperationOverrides
    expect(overrides).toHaveLength(10)
    expect(overrides.every((one) => one.EffectiveFrom.startsWith('2031'))).toBe(true)
  })
})
