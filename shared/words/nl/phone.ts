import { numberInWords, onMoment, spokenClock, spokenHours, spokenMoment } from './speech.ts'
import type { PhoneWords } from '../types/words.ts'

/** What a caller hears, in Dutch. */
export const nlPhone: PhoneWords = {
  welcome: ({ brand, region }) => `Welkom bij ${brand}. Je belt met de permanentie voor ${region}.`,
  emergency: 'Is er nu iemand in gevaar? Hang op. Bel één één twee voor een ziekenwagen, of honderd en één voor de politie.',
  // Without "dag en nacht": the only number with a source is not answered on working days from 12:30 to 13:00.
  crisis: (number) => `Is er een crisis met een kind of een jongere, en kan het niet wachten? Bel dan het crisismeldpunt: ${number}.`,
  privacy: 'We nemen dit gesprek niet op. Je mag anoniem blijven. Noem nog geen namen van het gezin.',
  who: ['Bel je vanuit je werk? Druk één.', 'Voor jezelf of je gezin? Druk twee.', 'Over iemand die je kent? Druk drie.'].join(' '),
  chooseLanguage: 'Voor Nederlands, druk zeven.',
  connecting: 'Een ogenblik. We verbinden je door.',
  waitingBusy: 'Onze medewerker is in gesprek. Je mag wachten. Word je liever teruggebeld? Druk één.',
  waitingRepeat: 'Bedankt om te wachten. Een gesprek duurt soms lang, want we luisteren graag goed.',
  waitingChoice: 'Word je liever teruggebeld? Druk één.',
  place: (before) => {
    if (before === 0) return 'Jij bent de eerste in de rij.'
    return before === 1 ? 'Er wacht nog één persoon voor jou.' : `Er wachten nog ${numberInWords(before)} mensen voor jou.`
  },
  closed: (opens) =>
    opens
      ? `We zijn nu gesloten. We zijn er weer ${onMoment(opens, spokenMoment)}.`
      : 'We zijn nu gesloten. We weten nog niet wanneer we weer open zijn.',
  closedHours: (week) => ['We zijn nu gesloten.', ...week.map((row) => `Je kan ons bellen ${spokenHours(row)}.`)].join(' '),
  helplines: [
    'Wil je nu met iemand praten? Bel Tele-Onthaal op honderd en zes.',
    'Ben je een kind of een jongere? Bel Awel op honderd en twee.',
    'Denk je aan zelfdoding? Bel achttien dertien.',
    'Gaat het over geweld? Bel zeventien twaalf.',
  ].join(' '),
  closingSoon: (closes) =>
    `We sluiten bijna. Je mag wachten tot ${spokenClock(closes.clock)}. Is je gesprek dan al bezig? Dan praten we gewoon verder. Liever teruggebeld? Druk één.`,
  closedWhileWaiting: 'We sluiten nu. Het spijt ons dat je voor niets hebt gewacht.',
  nobodyOnDuty: 'Er is nu niemand van dienst. Dat ligt aan ons.',
  nobodyWhileWaiting: 'Er is nu niemand van dienst. Dat ligt aan ons. Je mag wachten. Word je liever teruggebeld? Druk één.',
  queueFull: 'Er wachten nu te veel mensen. Het spijt ons.',
  waitedTooLong: 'Je wacht al lang, en er komt nu niemand vrij. Het spijt ons.',
  workerLeft: 'Het gesprek met onze medewerker is afgelopen. Was je nog niet klaar? Bel ons gerust opnieuw.',
  error: 'Er loopt iets fout bij ons. Het spijt ons.',
  bye: 'Bedankt om te bellen. Tot de volgende keer.',
  offer: {
    question: 'Zullen we je terugbellen? Druk één. Of blijf aan de lijn voor andere nummers.',
    othersMayAnswer: 'Mag iemand anders opnemen, en mogen we een bericht inspreken? Druk één. Liever alleen jij? Druk twee.',
    ownNumber: 'We bellen je terug op het nummer waarmee je nu belt. Is dat goed? Druk één. Wil je een ander nummer geven? Druk twee.',
    enterNumber: 'Tik je telefoonnummer in. Druk daarna op het hekje.',
    readBack: (number) => `Je tikte ${number}. Klopt dat? Druk één. Wil je het opnieuw intikken? Druk twee.`,
    withheld: 'We zien je nummer niet. Tik het in en druk daarna op het hekje.',
    tooManyTries: 'Het lukt niet met dit nummer.',
    notNoted: 'We konden je nummer niet noteren. Dat ligt aan ons.',
    declined: 'Dan bellen we je niet terug. Je mag ons altijd opnieuw bellen.',
    stillWaiting: 'Je blijft in de rij.',
  },
}
