import type { DeskLineWords, SoftphoneWords } from '../../types/desk-line-words.ts'
import { onMoment, writtenClock, writtenMoment } from '../speech.ts'

/** The state of the line, in Dutch. */
export const deskLineNl: DeskLineWords = {
  there: 'Nu aangemeld',
  nobodyThere: 'Niemand is aangemeld.',
  nobodyOnDuty: 'Er is nu niemand van dienst. Wie belt of chat, kan alleen een nummer achterlaten. Zet meteen iemand in het rooster.',
  notThere: (names) => `Nog niet aangemeld: ${names}. Bel even, of neem de beurt over in het rooster.`,
  states: { available: 'vrij', 'in-conversation': 'in gesprek', away: 'even niet beschikbaar', missed: 'nam een oproep niet op' },
  waiting: (count) => (count === 0 ? 'Er wacht niemand.' : count === 1 ? 'Er wacht iemand.' : `Er wachten ${count} mensen.`),
  waitingHeading: 'Er wacht iemand',
  waitingFor: ({ channel, who, minutes }) =>
    [channel, who, minutes === 0 ? 'nog geen minuut' : minutes === 1 ? 'al 1 minuut' : `al ${minutes} minuten`].filter(Boolean).join(' · '),
  notKnown: 'We weten het nu niet: Amazon Connect antwoordt niet.',
  opening: 'Laatste opening',
  noOpening: 'De laatste week is er geen opening nagekeken.',
  allGood: 'Alles was in orde.',
  checked: (opens, checked) => `Opening ${onMoment(opens, writtenMoment)}, nagekeken om ${writtenClock(checked.clock)}.`,
  parts: {
    'on-duty': 'Iemand staat in het rooster',
    'signed-in': 'Iemand is aangemeld',
    softphone: 'De softphone is nagekeken',
    hours: 'De telefoon kent de juiste openingsuren',
    contact: 'Een proefcontact komt door',
  },
  verdicts: { good: 'in orde', 'not-good': 'niet in orde', 'not-yet': 'nog niet bekend' },
  remedies: {
    'on-duty': 'Zet iemand in het rooster.',
    'signed-in': 'Wie dienst heeft, meldt zich aan op de werkplek.',
    softphone: 'Wie dienst heeft, kijkt de softphone na op het scherm “Nu”.',
    hours: 'Bewaar de openingsuren opnieuw. Helpt dat niet, bel dan je technische hulp.',
    contact: 'Bel zelf naar de lijn. Hoor je niets, bel dan je technische hulp.',
  },
}

/** The softphone check, in Dutch. */
export const softphoneNl: SoftphoneWords = {
  heading: 'Kijk je softphone na',
  why: 'Je hebt vandaag dienst. Met drie korte vragen weet je zeker dat je iemand hoort, en dat iemand jou hoort.',
  failedBefore: 'Daarnet werkte nog niet alles. Kijk je softphone opnieuw na.',
  microphone: 'Werkt je microfoon?',
  tryMicrophone: 'Probeer de microfoon',
  microphoneWorks: 'Je microfoon werkt.',
  microphoneRefused: 'Je browser geeft de microfoon niet. Klik op het slotje naast het adres en sta de microfoon toe. Probeer dan opnieuw.',
  microphoneAbsent: 'Er is geen microfoon gevonden. Steek je headset in en probeer opnieuw.',
  microphoneBusy: 'Je microfoon antwoordt niet. Sluit andere programma’s die bellen, en probeer opnieuw.',
  inWorkspace: 'Ik heb het zelf geprobeerd: in de softphone van de werkplek werkt mijn microfoon.',
  sound: 'Hoor je iets?',
  playTone: 'Speel de toon',
  heardTone: 'Hoorde je de toon?',
  heard: 'Ja',
  notHeard: 'Nee',
  notHeardHelp: 'Zet het volume hoger en kijk of je headset gekozen is. Speel de toon dan opnieuw.',
  notifications: 'Mag er een melding op je scherm komen?',
  notificationsAllowed: 'Ja, meldingen staan aan.',
  notificationsRefused: 'Nee, meldingen staan uit. Laat de werkplek open staan, dan zie je een oproep.',
  allowNotifications: 'Zet meldingen aan',
  save: 'Klaar',
  tryFirst: 'Probeer eerst de microfoon en de toon.',
  works: 'Je softphone is klaar voor vandaag.',
  fails: 'Bewaard. Nog niet alles werkt, dus je achterwacht krijgt een bericht voor de lijn opengaat.',
}
