import { onMoment, writtenClock, writtenDayOf, writtenMoment } from './speech.ts'
import type { BeforeWords } from '../types/words.ts'

/** The texts of the widget before a chat starts, in Dutch. */
export const nlWidget: BeforeWords = {
  launcher: 'Bezorgd om een kind of gezin? Chat met ons',
  title: (brand) => `Chat met ${brand}`,
  intro: 'Maak je je zorgen over een kind, een jongere of een gezin? We denken samen met jou na over wat nog mogelijk is.',
  loading: 'Even geduld.',
  open: (closes) => `We zijn er. Vandaag tot ${writtenClock(closes.clock)}.`,
  closingSoon: (closes) => `We sluiten bijna, om ${writtenClock(closes.clock)}. Je mag nog een gesprek beginnen.`,
  closed: (opens) =>
    opens ? `Nu gesloten. We zijn er weer ${onMoment(opens, writtenMoment)}.` : 'Nu gesloten. We weten nog niet wanneer we weer open zijn.',
  nobodyOnDuty: 'Er is nu niemand van dienst. Dat ligt aan ons.',
  busy: 'We zijn er, maar iedereen is in gesprek. Je mag wachten of je nummer geven.',
  callBackTime: (at) =>
    at === null
      ? 'zodra het kan'
      : at.from
        ? `${onMoment(at.from, writtenDayOf)} tussen ${writtenClock(at.from.clock).replace(' uur', '')} en ${writtenClock(at.by.clock)}`
        : `vandaag voor ${writtenClock(at.by.clock)}`,
  emergency: 'Nu gevaar? Bel 112 (ziekenwagen, brandweer) of 101 (politie). Deze chat is geen noodlijn.',
  crisis: (number) => `Crisis met een kind of jongere? Bel het crisismeldpunt: ${number}.`,
  callInstead: (phone) => `Wil je liever bellen? Bel ${phone}.`,
  goesOnIn: (language) => `Deze regio antwoordt in een andere taal: ${language}.`,
  required: '(moet je invullen)',
  role: 'Wie ben je?',
  rolePlaceholder: 'Kies wat bij jou past',
  municipality: 'In welke gemeente woont het gezin?',
  municipalityHelp: 'Niet waar jij werkt of woont, wel waar het gezin woont. Weet je het niet? Kies: weet ik niet.',
  municipalityPlaceholder: 'Typ de naam van de gemeente',
  municipalityNotKnown: 'Weet ik niet',
  municipalityHere: (team) => `Ons team voor deze gemeente: ${team}.`,
  municipalityElsewhere: ({ brand, name, phone }) =>
    [`Deze gemeente hoort bij ${brand}, ${name}.`, ...(phone ? [`Hun nummer is ${phone}.`] : []), 'Je mag ook hier starten.'].join(' '),
  municipalityNotServed: 'We weten niet zeker welk team bij deze gemeente hoort. Je mag hier gerust starten.',
  municipalitiesFound: (count) => {
    if (count === 0) return 'Geen gemeente gevonden. Kijk de naam na of kies: weet ik niet.'
    return count === 1 ? 'Eén gemeente gevonden.' : `${count} gemeenten gevonden.`
  },
  alias: 'Hoe mogen we je noemen?',
  aliasHelp: 'Je mag een schuilnaam kiezen.',
  code: 'Heb je een code van een vorig gesprek?',
  codeHelp: 'Dan zien we dat je al contact had met ons. Het hoeft niet.',
  noNames: 'Schrijf geen namen, adressen of geboortedatums van het gezin.',
  missing: {
    referrerType: 'Kies wie je bent.',
    municipality: 'Kies een gemeente uit de lijst, of kies: weet ik niet.',
    alias: 'Vul in hoe we je mogen noemen. Een schuilnaam is goed.',
  },
  privacy: 'Onze medewerkers hebben beroepsgeheim. We wissen de chat binnen twee dagen. We bewaren geen IP-adres.',
  start: 'Start het gesprek',
  starting: 'We starten het gesprek.',
  tryAgain: 'Probeer opnieuw',
  failed: (phone) => (phone ? `Het lukt nu niet. Bel ons op ${phone}.` : 'Het lukt nu niet. Probeer het later nog eens.'),
  quickExit: 'Snel weg',
  closeWindow: 'Chatvenster sluiten',
  language: 'Taal',
}
