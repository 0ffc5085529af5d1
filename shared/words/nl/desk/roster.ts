import type { Clock, Day } from '../../../domain/time/brussels-time.ts'
import type { DeskRosterWords } from '../../types/desk-roster-words.ts'
import { deskRosterMakingNl, weekdaysNl } from './roster-making.ts'
import { writtenClock, writtenDay, writtenMoment } from '../speech.ts'

/** "9.30 tot 13 uur". */
function span(from: Clock, to: Clock): string {
  return `${writtenClock(from).replace(/ uur$/, '')} tot ${writtenClock(to)}`
}

function dayAndMonth(day: Day): string {
  return writtenDay(day).replace(/ \d{4}$/, '')
}

function numbered(value: number): string {
  return value.toFixed(1).replace('.0', '').replace('.', ',')
}

/** The roster pages, in Dutch. */
export const deskRosterNl: DeskRosterWords = {
  heading: 'Rooster',
  weekdays: weekdaysNl,
  holidays: {
    'new-year': 'Nieuwjaar',
    'easter-monday': 'Paasmaandag',
    'labour-day': 'Dag van de Arbeid',
    ascension: 'Hemelvaart',
    'whit-monday': 'Pinkstermaandag',
    'national-day': 'Nationale feestdag',
    assumption: 'Tenhemelopneming',
    'all-saints': 'Allerheiligen',
    armistice: 'Wapenstilstand',
    christmas: 'Kerstmis',
    'flemish-feast': 'Vlaamse feestdag',
  },
  dayName: (day, weekday) => `${weekdaysNl[weekday]} ${dayAndMonth(day)}`,
  moment: (day, hours) => `${dayAndMonth(day)}, ${hours}`,
  weekOf: (day) => `Week van ${dayAndMonth(day)}`,
  span,
  roles: { first: 'Van dienst', backup: 'Achterwacht' },
  you: 'jij',
  summaries: { first: 'Permanentie', backup: 'Permanentie (achterwacht)' },
  now: {
    heading: 'Nu',
    nobody: 'Niemand',
    closed: 'De lijn is gesloten.',
    next: (at, names) => `Hierna van dienst: ${names}, ${at.away === 'later' ? 'vanaf ' : ''}${writtenMoment(at)}.`,
    noNext: 'Na nu staat er nog niemand in het rooster.',
  },
  weeks: {
    heading: 'De komende weken',
    earlier: 'Vorige weken',
    later: 'Volgende weken',
    today: 'Vandaag',
    loading: 'Het rooster wordt opgehaald.',
  },
  day: {
    notInWeek: 'Gesloten',
    closed: 'Gesloten:',
    nobody: 'Niemand van dienst',
    noBackup: 'Geen achterwacht',
    changed: { swap: 'geruild', 'take-over': 'overgenomen', replaced: 'vervangen', extra: 'extra', dropped: 'geschrapt' },
  },
  turn: {
    mine: (hours) => `Jouw beurt van ${hours}`,
    of: (name, hours) => `${name}, ${hours}`,
    close: 'Sluiten',
    askSwap: 'Ruil vragen',
    askWhom: 'Aan wie vraag je het?',
    everybody: 'Aan alle collega’s',
    wants: 'Welke beurt wil je in ruil?',
    nothingBack: 'Geen, of dat zien we dan',
    takeOver: 'Overnemen',
    takeOverHelp: 'De beurt is meteen van jou. Je collega krijgt een bericht.',
    replace: 'Vervangen',
    replaceBy: 'Wie komt er in de plaats?',
    drop: 'Schrappen',
    dropHelp: 'Er komt niemand in de plaats.',
    sureDrop: 'Toch schrappen',
    choose: 'Maak een keuze',
  },
  swaps: {
    heading: 'Ruilvragen',
    none: 'Er zijn geen open ruilvragen.',
    mineAsked: (turn, to) => `Jij vraagt ${to ?? 'alle collega’s'} om jouw beurt van ${turn} over te nemen.`,
    mineTaken: (turn, by) => `${by} wil jouw beurt van ${turn} overnemen. Ben je akkoord?`,
    forMe: (turn, asker) => `${asker} zoekt iemand voor de beurt van ${turn}.`,
    iTook: (turn, asker) => `Jij wil de beurt van ${asker} van ${turn} overnemen.`,
    other: (turn, asker) => `${asker} wil de beurt van ${turn} ruilen.`,
    take: 'Ik neem de beurt over',
    agree: 'Akkoord',
    refuse: 'Dat kan ik niet',
    refuseTaker: 'Liever niet',
    withdraw: 'Vraag intrekken',
    waits: 'We wachten op het akkoord.',
    inReturn: (turn) => `In ruil krijg je: ${turn}.`,
    wanted: (turn) => `In ruil wil je collega graag: ${turn}.`,
    giveBack: 'Welke beurt geef jij in ruil?',
    nothing: 'Geen beurt in ruil',
  },
  absences: {
    heading: 'Afwezig',
    none: 'Niemand is afwezig in deze weken.',
    away: 'afwezig',
    kinds: { leave: 'verlof of ziek', 'home-visit': 'huisbezoek' },
    said: ({ from, to, between }) => {
      const days = from === to ? dayAndMonth(from) : `${dayAndMonth(from)} tot en met ${dayAndMonth(to)}`
      return between === null ? days : `${days}, ${span(between.from, between.to)}`
    },
    add: 'Afwezigheid toevoegen',
    who: 'Wie is er afwezig?',
    kind: 'Waarom?',
    from: 'Eerste dag',
    to: 'Laatste dag',
    fromClock: 'Vanaf hoe laat?',
    toClock: 'Tot hoe laat?',
    save: 'Afwezigheid bewaren',
    remove: (what) => `Verwijder: ${what}`,
    removeShort: 'Verwijder',
    stillOnTurn: 'Een beurt op die dagen valt weg. Zoek dus iemand in de plaats. Je coördinator krijgt een bericht.',
  },
  calendar: {
    heading: 'Jouw beurten in je agenda',
    help: 'Zet dit adres in je agenda. Nieuwe beurten komen er vanzelf bij. Geef het aan niemand: wie het heeft, ziet jouw beurten.',
    show: 'Toon mijn adres',
    address: 'Adres van je agenda',
    copy: 'Kopieer het adres',
    copied: 'Het adres is gekopieerd.',
    copyByHand: 'Het adres is geselecteerd. Kopieer het met Ctrl+C.',
    renew: 'Maak een nieuw adres',
    renewHelp: 'Het oude adres werkt dan niet meer.',
    renewed: 'Je hebt een nieuw adres. Het oude werkt niet meer.',
  },
  quality: {
    heading: 'Hoe goed is dit rooster?',
    gapsHeading: 'Hier is niemand van dienst',
    noGaps: 'In deze weken is er altijd iemand van dienst.',
    gap: (day, hours) => `${day}, ${hours}`,
    noBackupCount: (hours) => `Zonder achterwacht: ${hours} uur.`,
    fairness: 'Wie doet hoeveel?',
    fairnessHelp: 'Verwacht: zoveel uren passen bij hoe voltijds iemand werkt. De streep in het balkje toont dat ook.',
    name: 'Wie',
    hours: 'Uren',
    fair: 'Verwacht',
    unpopular: 'Moeilijke momenten',
    unpopularHelp: 'Moeilijke momenten: woensdagnamiddag en vrijdagnamiddag.',
    number: numbered,
    closingDays: (year) => `De sluitingsdagen van ${year} staan er nog niet in.`,
    closingDaysHow: 'Vul ze aan bij Openingsuren.',
  },
  ...deskRosterMakingNl,
  missing: {
    choose: 'Maak een keuze.',
    day: 'Kies een dag.',
    clock: 'Vul een uur in.',
    after: 'Het einduur moet na het beginuur komen.',
    dayAfter: 'De laatste dag mag niet vóór de eerste vallen.',
  },
  said: {
    changed: 'Aangepast. De lijn volgt het rooster nu al.',
    changedLater: 'Aangepast. De lijn volgt binnen vijf minuten.',
    swapAsked: 'Je vraag is verstuurd.',
    swapTaken: 'Je collega krijgt een bericht. Na haar of zijn akkoord is de beurt van jou.',
    swapRefused: 'Dat is doorgegeven.',
    swapWithdrawn: 'Je vraag is ingetrokken.',
    shiftsStale:
      'Het rooster is intussen aangepast, misschien door jezelf in een ander venster. Hieronder zie je het nieuwe. Doe je wijziging opnieuw.',
  },
  notFound: 'Dit is er niet meer. Hieronder zie je het nieuwe rooster.',
}
