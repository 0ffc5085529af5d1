import { describe, expect, it } from 'vitest'
import { Day } from '../../shared/domain/time/day.ts'
import { wallMomentOf } from '../../shared/domain/time/brussels-time.ts'
import { Language, openRegions } from '../../shared/domain/regions/region.ts'
import { regions } from '../../shared/domain/regions/regions.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { nl } from '../../shared/words/nl/nl.ts'
import { deskHoursNl } from '../../shared/words/nl/desk/hours.ts'
import { deskRosterNl } from '../../shared/words/nl/desk/roster.ts'
import { deskNl } from '../../shared/words/nl/desk/desk.ts'
import { noticesNl } from '../../shared/words/nl/notices.ts'
import { whisperNl } from '../../shared/words/nl/whisper.ts'
import type { CallBackWords, ChatLineWords, PhoneWords, WidgetWords } from '../../shared/words/types/words.ts'
import { at } from '../support/time/at.ts'

const now = at('2026-11-24 10:30')
const thursday = wallMomentOf(at('2026-11-26 10:00'), now)
const friday = wallMomentOf(at('2026-11-27 09:30'), now)
const tomorrow = wallMomentOf(at('2026-11-25 09:00'), now)
const week = { days: ['mon', 'tue'], from: '10:00', to: '13:00' } as const

type Speaks = (...given: never[]) => string
type Calls<Words> = {
  [Key in keyof Words as Words[Key] extends Speaks ? Key : never]: Words[Key] extends Speaks ? Parameters<Words[Key]>[] : never
}

// Every text that takes arguments, called with several of them. A new text must be added here, otherwise this does not compile.
const phoneCalls: Calls<PhoneWords> = {
  welcome: [
    [{ brand: 'De Wilgen', region: 'regio Oost' }],
    [{ brand: 'De Linde', region: 'regio Oost' }],
    [{ brand: 'De Linde', region: 'Kempen' }],
  ],
  crisis: [['nul drie'], ['nul vier']],
  closed: [[thursday], [tomorrow], [null]],
  closedHours: [[[]], [[week]], [[week, { ...week, days: ['thu'] }]], [[{ ...week, to: '17:00' }]]],
  closingSoon: [[thursday], [friday]],
  place: [[0], [1], [2], [21]],
}
const chatLineCalls: Calls<ChatLineWords> = { closingSoon: [[thursday], [friday]], place: [[0], [1], [2]], endsSoon: [[5], [10]] }
const widgetCalls: Calls<WidgetWords> = {
  title: [['De Wilgen'], ['De Linde']],
  open: [[thursday], [friday]],
  closingSoon: [[thursday], [friday]],
  closed: [[thursday], [tomorrow], [null]],
  crisis: [['03'], ['04']],
  callInstead: [['03'], ['04']],
  goesOnIn: [['Nederlands'], ['Français']],
  municipalityHere: [['Genk'], ['Maasmechelen']],
  municipalityElsewhere: [
    [{ brand: 'A', name: 'b', phone: null }],
    [{ brand: 'A', name: 'c', phone: null }],
    [{ brand: 'A', name: 'b', phone: '03' }],
  ],
  municipalitiesFound: [[0], [1], [12]],
  charactersLeft: [[0], [1], [12]],
  joined: [['Noor'], ['Sam']],
  typing: [['Noor'], ['Sam']],
  personalHint: [['national-number'], ['telephone'], ['e-mail'], ['long-number']],
  tooLong: [[1024], [40]],
  failed: [['03'], ['04'], [null]],
  callBackTime: [[{ from: tomorrow, by: tomorrow }], [{ from: thursday, by: friday }], [{ from: null, by: friday }], [null]],
}
const callBackCalls: Calls<CallBackWords> = {
  form: [['morgen'], ['vandaag']],
  promised: [['morgen'], ['vandaag']],
  calledFrom: [['03'], ['04']],
  before: [[0], [1], [2], [12]],
}

/** Every text of these words, with its name. */
function everySentence(words: object, calls: Record<string, unknown[][]>): [name: string, text: string][] {
  return Object.entries(words).flatMap(([name, word]): [string, string][] => {
    if (typeof word !== 'function') return strings({ [name]: word })
    return (calls[name] ?? []).map((given): [string, string] => [name, String(word(...given))])
  })
}

describe.each(Language.options)('in %s', (language) => {
  const words = wordsIn(language)
  const phone = everySentence(words.phone, phoneCalls)
  const chatLine = everySentence(words.chatLine, chatLineCalls)
  const widget = everySentence(words.widget, widgetCalls)
  const callBack = everySentence(words.callBack, callBackCalls)

  it('the words know their own language', () => {
    expect(words.language).toBe(language)
    expect(words.locale.slice(0, 2)).toBe(language)
  })

  it('nothing is left empty, and nothing is undefined', () => {
    const all = [
      ...phone,
      ...chatLine,
      ...widget,
      ...callBack,
      ...Object.entries(words.referrers),
      ...Object.entries(words.refusals.fields),
    ]
    for (const [name, text] of all) expect(text.trim(), name).not.toBe('')
    expect(all.map(([, text]) => text).join('\n')).not.toMatch(/undefined|null|NaN|\[object|[{}]/)
  })

  it('whatever is given is heard: other things make other sentences', () => {
    for (const [kind, calls, said] of [
      ['phone', phoneCalls, phone],
      ['chatLine', chatLineCalls, chatLine],
      ['widget', widgetCalls, widget],
      ['callBack', callBackCalls, callBack],
    ] as const) {
      for (const [name, given] of Object.entries(calls)) {
        const sentences = said.filter(([one]) => one === name).map(([, text]) => text)
        expect(new Set(sentences).size, `${kind}.${name}`).toBe(given.length)
      }
    }
  })

  it('the telephone speaks no figures', () => {
    for (const [name, text] of phone) expect(text, name).not.toMatch(/\d/)
    for (const region of openRegions(regions)) {
      const welcome = words.phone.welcome({ brand: region.spokenBrand, region: region.spokenName })
      expect(`${welcome} ${words.phone.crisis(region.crisisPhone?.spoken ?? '')}`).not.toMatch(/\d/)
    }
  })

  it('whoever reaches nobody is offered a call, by key one or by the form', () => {
    const { offer, waitingBusy, nobodyWhileWaiting, waitingChoice, closingSoon } = words.phone
    const byKey = [offer.question, waitingBusy, nobodyWhileWaiting, waitingChoice, closingSoon(friday)]
    for (const text of byKey) expect(text).toMatch(/(druk één|tapez un|press one)/i)
    // The button is named as the chat shows it.
    for (const text of [words.chatLine.endsSoon(5), words.chatLine.closingSoon(friday)]) expect(text).toContain(words.callBack.rather)
    expect(words.chatLine.leaveNumber).toMatch(/hieronder je nummer|numéro ci-dessous|number below/)
  })

  it('nobody is sent away to call again later herself', () => {
    const { nobodyOnDuty, queueFull, waitedTooLong, closedWhileWaiting, error } = words.phone
    for (const text of [nobodyOnDuty, queueFull, waitedTooLong, closedWhileWaiting, error]) {
      expect(text).not.toMatch(/later|plus tard|opnieuw|again/i)
    }
  })

  it('each number that we do not call is refused in words of its own', () => {
    const said = [...Object.values(words.refusals.number), words.refusals.callBacksFull(null), words.refusals.callBacksFull('03')]
    expect(new Set(said).size).toBe(said.length)
    expect(words.refusals.callBacksFull('03')).toContain('03')
  })

  it('each refusal names the field it is about', () => {
    const { refusals } = words
    const tooLong = refusals.tooLong('gemeente', 40)
    const said = [refusals.required('gemeente'), tooLong, refusals.invalid('gemeente'), refusals.unknownField('gemeente')]
    for (const sentence of said) expect(sentence).toContain('gemeente')
    expect(tooLong).toContain('40')
  })
})

describe('in Dutch', () => {
  // Counts the words between two full stops, question marks, exclamation marks or colons, so that a long list of short sentences passes.
  const long = (texts: [string, string][]) =>
    texts.flatMap(([name, text]) =>
      text
        .split(/[.?!:](?:\s|$)/)
        .filter((sentence) => sentence.trim().split(/\s+/).length > 15)
        .map((sentence) => `${name}: ${sentence.trim()}`),
    )

  it('no sentence is longer than fifteen words', () => {
    expect(
      long([
        ...everySentence(nl.phone, phoneCalls),
        ...everySentence(nl.chatLine, chatLineCalls),
        ...everySentence(nl.widget, widgetCalls),
        ...everySentence(nl.callBack, callBackCalls),
        ...strings(nl.refusals.number),
      ]),
    ).toEqual([])
    expect(long([...strings(deskNl), ...strings(deskRosterNl), ...strings(deskHoursNl)])).toEqual([])
  })

  it('people are said je to', () => {
    const all = [
      ...everySentence(nl.phone, phoneCalls),
      ...everySentence(nl.widget, widgetCalls),
      ...strings(deskNl),
      ...strings(deskRosterNl),
      ...strings(deskHoursNl),
    ]
    for (const [name, text] of all) expect(text, name).not.toMatch(/\b(u|uw|gij|ge)\b/i)
  })

  it('a worker hears for whom, who and how long', () => {
    const { call, groups, waited } = whisperNl
    const said = `${call({ region: 'regio Oost', language: 'nl' })} ${groups.professional} ${waited(3)}`
    expect(said).toBe('Oproep voor regio Oost. Iemand belt vanuit het werk. Wacht al drie minuten.')
    expect(call({ region: 'regio Oost', language: 'fr' })).toBe('Oproep voor regio Oost. In het Frans.')
    const waits = [waited(0), waited(1), waited(60), waited(61)]
    expect(waits).toEqual(['Wacht nog maar net.', 'Wacht al één minuut.', 'Wacht al zestig minuten.', 'Wacht al meer dan een uur.'])
  })

  it('a notice holds no more than that there is something', () => {
    expect(noticesNl.caseTakenOn).toBe('Er is een nieuwe vraag voor jou. Open de desk.')
  })

  it('the desk counts and dates as people do', () => {
    expect(deskNl.families.perspectiveDue(Day.parse('2026-12-24'))).toBe('Perspectiefbiedend gesprek ten laatste op 24 december 2026')
    expect([deskNl.takeOn.places(1, 10), deskNl.takeOn.places(0, 5)]).toEqual(['1 van 10 plaatsen vrij', '0 van 5 plaatsen vrij'])
    expect([deskNl.form.charactersLeft(1), deskNl.form.charactersLeft(20)]).toEqual(['Nog 1 teken', 'Nog 20 tekens'])
  })
})

/** The fixed texts of these words, at any depth. */
function strings(words: object): [string, string][] {
  return Object.entries(words).flatMap(([name, word]): [string, string][] => {
    if (typeof word === 'string') return [[name, word]]
    return typeof word === 'object' ? strings(word) : []
  })
}
