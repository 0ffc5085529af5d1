import { invokeLater } from './async-invocation.ts'
import type { LineClock } from '../machine/clock.ts'
import type { Functions } from '../functions/functions.ts'
import type { CloudAssembly, AssemblyResource } from '../template/cloud-assembly.ts'

export type Schedules = {
  /** Runs every schedule once, now. */
  runAll(): Promise<void>
  stop(): void
}
export type SchedulesOptions = {
  assembly: CloudAssembly
  clock: LineClock
  invoke: Functions['invoke']
  newId(): string
  log(line: string): void
}

const unitMilliseconds: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/**
 * The rate(...) rules of the templates and those that run once a day, in line time: at the clock's pace, and once after each jump of the
 * clock. A daily rule runs a day after the start, not at its hour.
 */
export function openSchedules(options: SchedulesOptions): Schedules {
  const rules = options.assembly
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties['ScheduleExpression'] && properties['State'] !== 'DISABLED')
  const runs = rules.map((rule) => ({ run: () => runRule(options, rule), period: periodOf(rule) }))
  const stops = runs.map(({ run, period }) => options.clock.every(period, run))
  return {
    runAll: async () => {
      await Promise.all(runs.map(({ run }) => run()))
    },
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}

function periodOf({ logicalId, properties }: AssemblyResource): number {
  const expression = String(properties['ScheduleExpression'])
  if (/^cron\(\d+ \d+ \* \* \? \*\)$/.test(expression)) return unitMilliseconds['day'] ?? 0
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const milliseconds = Number(count) * (unitMilliseconds[unit] ?? 0)
  if (!milliseconds)
    throw new Error(`The local schedules know rate(...) and a daily cron(...) only, not ${expression} (rule ${logicalId}).`)
  return milliseconds
}

async function runRule(options: SchedulesOptions, rule: AssemblyResource): Promise<void> {
  const targets = Array.isArray(rule.properties['Targets']) ? rule.properties['Targets'] : []
  const event = {
    version: '0',
    id: options.newId(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '111122223333',
    time: options.clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z'),
    region: 'eu-central-1',
    resources: [rule.arn],
    detail: {},
  }
  await Promise.all(
    targets.map((target) => invokeLater(options, String(target.Arn), target.Input ? JSON.parse(String(target.Input)) : event)),
  )
}
