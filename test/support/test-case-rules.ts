import type { Observation, TestContent } from '../../infra/scenarios/test-case.ts'
import { Language } from '../../shared/domain/regions/region.ts'
import { wordsIn } from '../../shared/words/languages.ts'

// No page of the service gives a limit; a text of this size is far below that of a flow.
const mostCharacters = 100_000

/** What Connect would refuse in a test case, or what would make it ring a worker; none when it is good. Written apart from what makes them. */
export function caseProblems(content: TestContent): string[] {
  const { Observations } = content
  const names = Observations.map(({ Identifier }) => Identifier)
  const led = new Set([names[0], ...Observations.flatMap(({ Transitions }) => Transitions.NextObservations)])
  const version: string = content.Version
  return [
    ...(version === '2019-10-30' ? [] : [`version ${version}`]),
    ...(JSON.stringify(content).length > mostCharacters ? ['too long'] : []),
    ...(new Set(names).size === names.length ? [] : ['two observations have one name']),
    ...[...led].filter((name) => name !== undefined && !names.includes(name)).map((name) => `${name} is not there`),
    ...names.filter((name) => !led.has(name)).map((name) => `${name} is never reached`),
    ...(Observations[0]?.Event.Type === 'TestInitiated' ? [] : ['it does not begin']),
    ...(endsTheTest(Observations.at(-1)) ? [] : ['it does not end by itself']),
    ...Observations.flatMap(problemsIn),
  ]
}

function problemsIn({ Identifier, Event, Actions }: Observation): string[] {
  const { Text, MatchingCriteria } = Event.Properties
  const isHeard = Event.Type === 'MessageReceived'
  return [
    ...(isHeard && (typeof Text !== 'string' || Text === '') ? [`${Identifier} hears nothing`] : []),
    ...(isHeard && !['Similarity', 'Inclusion'].includes(Object(MatchingCriteria).Type) ? [`${Identifier} is compared in no way`] : []),
    ...(typeof Text === 'string' && queueTexts.has(Text) ? [`${Identifier} stands in the queue`] : []),
    ...Actions.flatMap(({ Type, Parameters, Identifier: name, Transitions }, place) => [
      ...(Parameters['ActionType'] === Type ? [] : [`${name} does not say again what it is`]),
      ...(Transitions.NextAction === Actions[place + 1]?.Identifier ? [] : [`${name} leads elsewhere`]),
      ...(answersAsText(Parameters) ? [] : [`${name} answers with something else than a text`]),
    ]),
  ]
}

function answersAsText(parameters: Record<string, unknown>): boolean {
  const { Strategy } = Object(Object(Object(parameters).Behavior).Properties)
  if (Object(Strategy).Type !== 'MockResponse') return true
  const { Value } = Object(Object(Object(Strategy).Response).ExecutionResult)
  return typeof Value === 'string' && Object.values(Object(JSON.parse(Value))).every((value) => typeof value === 'string')
}

function endsTheTest(observation: Observation | undefined): boolean {
  return Object(Object(observation?.Actions.at(-1)?.Parameters)['Command']).Type === 'EndTest'
}

const queueTexts = new Set(
  Language.options.flatMap((language) => {
    const { phone, widget } = wordsIn(language)
    return [phone.connecting, phone.waitingFirst, phone.waitingBusy, widget.waiting]
  }),
)
