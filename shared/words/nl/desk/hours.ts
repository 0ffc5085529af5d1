import type { DeskHoursWords } from '../../types/desk-hours-words.ts'
import { writtenDay } from '../speech.ts'

/** The page of the opening hours, in Dutch. */
export const deskHoursNl: DeskHoursWords = {
  heading: 'Openingsuren',
  help: 'Telefoon, chat en rooster volgen deze uren.',
  week: 'De week',
  closedDay: 'Gesloten',
  spanFrom: (place) => `Van${place === 0 ? '' : ` (${place + 1})`}`,
  spanTo: (place) => `Tot${place === 0 ? '' : ` (${place + 1})`}`,
  to: 'tot',
  addSpan: (weekday) => `Uren toevoegen op ${weekday}`,
  addSpanShort: 'Uren toevoegen',
  remove: 'Verwijder',
  removeSpan: (weekday, span) => `Verwijder op ${weekday}: ${span}`,
  feast: 'Gesloten op 11 juli, de Vlaamse feestdag',
  closings: 'Sluitingsdagen',
  closingsNone: 'Er zijn nog geen sluitingsdagen.',
  closingFrom: 'Eerste dag',
  closingTo: 'Laatste dag',
  reason: 'Reden',
  addClosing: 'Sluitingsdag toevoegen',
  removeClosing: (reason) => `Verwijder: ${reason}`,
  closing: (from, to) => (from === to ? writtenDay(from) : `${writtenDay(from)} tot en met ${writtenDay(to)}`),
  suggestions: 'Voorstellen',
  suggestionsHelp: 'Brugdagen en de week tussen Kerst en Nieuwjaar. Jij kiest.',
  accept: (what) => `Neem over: ${what}`,
  noSuggestions: 'Er zijn geen voorstellen meer.',
  reasons: { 'bridging-day': 'Brugdag', christmas: 'Kerstsluiting' },
  holidays: 'Feestdagen',
  holidaysHelp: 'Op deze dagen zijn we altijd gesloten. Je hoeft ze niet in te vullen.',
  follows: 'Als je bewaart, volgen de telefoon en de chat meteen. Wie nu aan het praten is, praat gewoon verder.',
  save: 'Openingsuren bewaren',
  undo: 'Wijzigingen weggooien',
  notSaved: 'Je wijzigingen zijn nog niet bewaard.',
  saved: 'Bewaard. De telefoon en de chat volgen deze uren nu al.',
  savedLater: 'Bewaard. De telefoon en de chat volgen binnen vijf minuten.',
  inNewClosings: ({ turns, callbacks }) => {
    const parts = [
      ...(turns === 0
        ? []
        : [turns === 1 ? 'Op de nieuwe sluitingsdagen valt 1 beurt weg.' : `Op de nieuwe sluitingsdagen vallen ${turns} beurten weg.`]),
      ...(callbacks === 0
        ? []
        : [`Let op: op die dagen beloofden we ${callbacks === 1 ? 'iemand' : `${callbacks} mensen`} te bellen. Doe dat vroeger.`]),
    ]
    return parts.join(' ')
  },
  stale:
    'De uren zijn intussen aangepast, misschien door jezelf in een ander venster. Hieronder zie je de nieuwe. Doe je wijziging opnieuw.',
  contradicts: (count) =>
    count === 1
      ? 'Niet bewaard: er klopt één ding niet. Je ziet het hieronder bij het veld.'
      : `Niet bewaard: er kloppen ${count} dingen niet. Je ziet ze hieronder bij de velden.`,
  wrong: {
    'not-a-time': 'Vul een uur in, zoals 09:00.',
    'span-ends-before-it-begins': 'Het einduur moet na het beginuur komen.',
    'spans-not-apart': 'Deze uren raken of overlappen andere uren van die dag. Laat er tijd tussen, of maak er één geheel van.',
    'week-never-opens': 'Zo is de lijn nooit open. Vul minstens één dag in.',
    'not-a-day': 'Kies een dag.',
    'no-reason': 'Schrijf waarom jullie gesloten zijn.',
    'reason-too-long': 'Hou de reden korter dan 200 tekens.',
    'closure-ends-before-it-begins': 'De laatste dag mag niet vóór de eerste vallen.',
    'closure-too-long': 'Zo lang achter elkaar sluiten kan niet. Kijk de dagen na.',
    'closures-overlap': 'Deze dagen overlappen met een andere sluiting.',
  },
  tooManyClosings: (max) => `Er zijn te veel sluitingen. Er passen er ${max}.`,
}
