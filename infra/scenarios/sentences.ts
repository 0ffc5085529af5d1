import { Clock, Day } from '../../shared/domain/time/day.ts'
import { instantOf, wallMomentOf, type WallMoment } from '../../shared/domain/time/brussels-time.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { weekInWords } from '../../shared/words/week-in-words.ts'
import { emergencyOf, greetingOf, otherLanguagesOf, welcomedTo } from '../flows/welcome.ts'
import type { Argument, OneSentence, Scenario, Sentence } from './scenario.ts'

/** Where and when a sentence is said; region and moment determine parts of the text. */
export type Spoken = Pick<Scenario, 'channel' | 'at'> & { region: OpenRegion }

/** The instant of a Brussels wall time `2026-11-24 10:30`. */
export function instantAt(wall: string): Date {
  const [day, clock] = wall.split(' ')
  return instantOf(Day.parse(day), Clock.parse(clock))
}

/** The texts of a sentence or group, in the order in which the flow says them. */
export function textsOf(sentence: Sentence, spoken: Spoken): string[] {
  if (typeof sentence === 'string' && isGroup(sentence)) return groupTexts[sentence](spoken)
  if (typeof sentence === 'object' && 'together' in sentence) return [sentence.together.map((one) => textOf(one, spoken)).join(' ')]
  return [textOf(sentence, spoken)]
}

function textOf(sentence: OneSentence, spoken: Spoken): string {
  const key = typeof sentence === 'string' ? sentence : sentence.say
  const word = wordAt(key, spoken)
  if (typeof sentence === 'string') {
    if (typeof word !== 'string') throw new Error(`${key} is no sentence by itself: say with what`)
    return word
  }
  if (typeof word !== 'function') throw new Error(`${key} takes nothing to be said with`)
  return String(word(...sentence.with.map((argument) => valueOf(argument, spoken))))
}

function wordAt(key: string, { region }: Spoken): unknown {
  let found: unknown = wordsIn(region.languages[0] ?? 'nl')
  for (const part of key.split('.')) found = found !== null && typeof found === 'object' ? Reflect.get(found, part) : undefined
  if (found === undefined) throw new Error(`${key} stands nowhere in shared/words`)
  return found
}

function valueOf(argument: Argument, spoken: Spoken): unknown {
  if (typeof argument === 'number') return argument
  if (argument === 'line') return welcomedTo(spoken.region)
  if (argument === 'week') return weekInWords(spoken.region.hours.week)
  if (argument === 'public-phone') return spoken.region.publicPhone
  if ('moment' in argument) return argument.moment === null ? null : momentOf(argument.moment, spoken)
  if ('typed' in argument) return argument.typed
  if (argument.promise === null) return null
  const [from, by] = argument.promise
  return { from: momentOf(from, spoken), by: momentOf(by, spoken) }
}

function momentOf(wall: string, { at }: Spoken): WallMoment {
  return wallMomentOf(instantAt(wall), instantAt(at))
}

type Group = 'welcome' | 'who' | 'safety' | 'offer' | 'goodbye'

function isGroup(sentence: string): sentence is Group {
  return sentence in groupTexts
}

// One text for each block of the flow; none for a chat, where the widget has shown them before.
const groupTexts: Readonly<Record<Group, (spoken: Spoken) => string[]>> = {
  welcome: inACall((region, words) => [greetingOf(region, words, otherLanguagesOf(region))]),
  who: inACall(({ asksWho }, { phone }) => (asksWho ? [phone.who] : [])),
  safety: inACall((region, words) => [`${emergencyOf(region, words)} ${words.phone.privacy}`]),
  offer: inACall((region, words) => [`${emergencyOf(region, words)} ${words.phone.offer.question}`]),
  goodbye: goodbyeOf,
}

function inACall(texts: (region: OpenRegion, words: CallerWords) => string[]): (spoken: Spoken) => string[] {
  return ({ region, channel }) => (channel === 'chat' ? [] : texts(region, wordsIn(region.languages[0] ?? 'nl')))
}

function goodbyeOf({ region, channel }: Spoken): string[] {
  const { phone, widget } = wordsIn(region.languages[0] ?? 'nl')
  if (channel === 'phone') return [phone.helplines, phone.bye]
  const crisis = region.crisisPhone ? [widget.crisis(region.crisisPhone.written)] : []
  const call = region.publicPhone ? [widget.callInstead(region.publicPhone)] : []
  return [[widget.emergency, ...crisis, ...call].join(' '), widget.ended]
}
