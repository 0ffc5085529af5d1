import { numberInWords, onMoment, spokenClock, spokenHours, spokenMoment } from './nl-speech.ts'
import type { PhoneWords } from './words.ts'

// Call-backs do not exist yet: no text here may offer one.
export const nlPhone: PhoneWords = {
  welcome: ({ brand, region }) => `Welkom bij ${brand}. Je belt met de permanentie voor ${region}.`,
  emergency: 'Is er nu iemand in gevaar? Hang op. Bel één één twee voor een ziekenwagen, of één nul één voor de politie.',
  // Without "dag en nacht": the one number with a source is not answered on working days from 12:30 to 13:00.
  crisis: (number) => `Is er een crisis met een kind of een jongere, en kan het niet wachten? Bel dan het crisismeldpunt: ${number}.`,
  privacy: 'We nemen dit gesprek niet op. Je mag anoniem blijven. Noem nog geen namen van het gezin.',
  connecting: 'Een ogenblik. We verbinden je door.',
  waitingFirst: 'Je mag even wachten. We nemen op zodra het kan.',
  waitingRepeat: 'Dank je om te wachten. Een gesprek duurt bij ons soms lang, want we willen goed luisteren.',
  closed: (opens) =>
    opens
      ? `We zijn nu gesloten. We zijn er weer ${onMoment(opens, spokenMoment)}.`
      : 'We zijn nu gesloten. We weten nog niet wanneer we weer open zijn.',
  closedHours: (week) => ['We zijn nu gesloten.', ...week.map((row) => `Je kan ons bellen ${spokenHours(row)}.`)].join(' '),
  helplines: [
    'Wil je nu met iemand praten? Bel Tele-Onthaal op één nul zes.',
    'Ben je een kind of een jongere? Bel Awel op één nul twee.',
    'Denk je aan zelfdoding? Bel achttien dertien.',
    'Gaat het over geweld? Bel zeventien twaalf.',
  ].join(' '),
  closingSoon: (closes) =>
    `We sluiten bijna, om ${spokenClock(closes.clock)}. Je mag nog wachten. Begint je gesprek voor we sluiten? Dan maken we het rustig af.`,
  closedWhileWaiting: 'We sluiten nu. Het spijt ons dat je voor niets gewacht hebt. Bel ons gerust opnieuw als we open zijn.',
  nobodyOnDuty: 'Er is nu geen medewerker aangemeld. Dat ligt aan ons. Bel later nog eens.',
  queueFull: 'Er wachten nu te veel mensen. Het spijt ons. Bel later nog eens.',
  waitedTooLong: 'Je wacht al lang, en er komt nu niemand vrij. Het spijt ons. Bel later nog eens.',
  workerLeft: 'Het gesprek met onze medewerker is gedaan. Was je nog niet klaar? Bel ons gerust opnieuw.',
  error: 'Er loopt iets fout bij ons. Bel later nog eens. Is het dringend? Luister naar de volgende nummers.',
  bye: 'Bedankt om te bellen. Tot de volgende keer.',
  whisper: ({ region, referrer, minutes }) =>
    [`Oproep voor ${region}.`, ...(referrer ? [`${referrer}.`] : []), ...(minutes === null ? [] : [waited(minutes)])].join(' '),
}

function waited(minutes: number): string {
  if (minutes < 1) return 'Wacht nog maar net.'
  if (minutes > 60) return 'Wacht al meer dan een uur.'
  return minutes === 1 ? 'Wacht al één minuut.' : `Wacht al ${numberInWords(minutes)} minuten.`
}
