import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import type { LineStack } from '../../infra/line-stack.ts'
import { closingsForConnect, holidaysOf } from '../../infra/opening-hours.ts'
import { addDays, type Day } from '../../shared/domain/brussels-time.ts'
import { spansOn } from '../../shared/domain/opening-hours.ts'
import type { OpeningHours } from '../../shared/domain/region.ts'
import { regions } from '../../shared/domain/regions.ts'
import { functionsOf, madeApp, resourcesOf } from './made.ts'

const { lines, core, unopened } = madeApp()
const every = lines.map((line) => [line.forRegion.id, line] as const)
const lineOf = (id: string) => lines.find((line) => line.forRegion.id === id)!

type Slot = { Day: string; StartTime: Time; EndTime: Time }
type Time = { Hours: number; Minutes: number }
type Override = { EffectiveFrom: string; EffectiveTill: string; OverrideType: string; OverrideConfig: Slot[] }
type Hours = { TimeZone: string; Config: Slot[]; HoursOfOperationOverrides: Override[] }

const hoursOf = (line: LineStack) => resourcesOf(line, 'AWS::Connect::HoursOfOperation')[0]?.Properties as Hours
const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']
const clock = ({ Hours, Minutes }: Time) => `${String(Hours).padStart(2, '0')}:${String(Minutes).padStart(2, '0')}`

describe.each(every)('the line of %s', (_id, line) => {
  it('keeps in Connect the hours of its row, day by day for three years', () => {
    const hours = hoursOf(line)
    expect(hours.TimeZone).toBe('Europe/Brussels')
    for (let day: Day = '2026-01-01'; day <= '2028-12-31'; day = addDays(day, 1)) {
      const weekday = days[new Date(`${day}T00:00:00Z`).getUTCDay()]
      const closed = hours.HoursOfOperationOverrides.some((one) => one.EffectiveFrom <= day && day <= one.EffectiveTill)
      const spans = closed ? [] : hours.Config.filter((slot) => slot.Day === weekday)
      const inConnect = spans.map(({ StartTime, EndTime }) => ({ from: clock(StartTime), to: clock(EndTime) }))
      expect([day, inConnect]).toEqual([day, spansOn(line.forRegion.hours, day)])
    }
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
  const hours: OpeningHours = { week: {}, flemishFeast: true, closures: [{ from: '2026-12-24', to: '2027-01-03', reason: 'winter' }] }

  it('of the region itself take the place of holidays in them', () => {
    const names = closingsForConnect(hours, [2026, 2027]).map((one) => ('overrideName' in one ? one.overrideName : ''))
    expect(names).toContain('2026-12-24 winter')
    expect(names).not.toContain('2026-12-25 christmas')
    expect(names).not.toContain('2027-01-01 new-year')
    expect(names).toContain('2027-12-25 christmas')
  })

  it('are refused when they are more than Connect holds', () => {
    expect(() => closingsForConnect(hours, [2026, 2027, 2028, 2029, 2030])).toThrow('Connect holds 50 closings for a line, and these are')
  })

  it('count ten holidays a year, and the Flemish feast where it is kept', () => {
    expect(holidaysOf(2026, false)).toHaveLength(10)
    expect(holidaysOf(2026, true)).toHaveLength(11)
  })

  it('follow the years that the deployment names', () => {
    const [line] = madeApp(regions, { 'permanence:holidayYears': [2031] }).lines
    expect(hoursOf(line!).HoursOfOperationOverrides.every((one) => one.EffectiveFrom.startsWith('2031'))).toBe(true)
  })
})
