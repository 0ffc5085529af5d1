import type { DeskCallbackWords, DeskFigureWords } from '../../types/desk-callback-words.ts'
import { writtenClock, writtenDay, writtenDayOf, writtenMoment } from '../speech.ts'
import type { WallMoment } from '../../../domain/time/brussels-time.ts'

const lossReasonsNl: DeskCallbackWords['lost'] = {
  'never-called': 'We beloofden te bellen, maar het nummer is gewist voor iemand belde.',
  'not-reached': 'We belden, maar spraken de aanmelder niet.',
  'given-up': 'Afgesloten zonder gesprek.',
}

const settlesNl: DeskCallbackWords['settles'] = {
  'spoken-otherwise': 'We spraken de aanmelder op een andere manier',
  'no-longer-needed': 'De aanmelder liet weten dat het niet meer nodig is',
  'may-not-be-called': 'We mogen niet meer bellen',
  'cannot-be-reached': 'De aanmelder is niet te bereiken',
}

const results: DeskCallbackWords['results'] = {
  reached: 'bereikt',
  'no-answer': 'geen antwoord',
  busy: 'bezet',
  'wrong-number': 'verkeerd nummer',
  'no-longer-needed': 'niet meer nodig',
}

/** The call-back ledger of the desk, in Dutch. */
export const nlDeskCallbacks: DeskCallbackWords = {
  heading: 'Terug te bellen',
  help: 'Wie ons niet bereikte, staat hier. Kies „Ik bel terug” voor je belt. Zo belt niemand twee keer.',
  none: 'Er is niemand terug te bellen.',
  tab: (open) => `Terug te bellen (${open})`,
  alarm: (count) => `${count} te laat of verloren`,
  openHeading: 'Beloofd',
  withoutConsent: 'Liet geen nummer achter',
  withoutConsentHelp: 'Deze mensen gingen weg zonder een nummer te laten. Je kan hen niet bellen. Na drie werkdagen valt dit vanzelf weg.',
  closedHeading: 'Afgesloten in de laatste 30 dagen',
  closedNone: 'Hier is nog niets afgesloten.',
  andMore: (count) => `En nog ${count}.`,
  showOlder: 'Toon oudere',
  somebody: 'Iemand zonder naam',
  from: (municipality) => `(gezin in ${municipality})`,
  promised: ({ from, by }) => {
    if (from.away !== 'today') return `Bel ${between(from, by)}`
    return by.away === 'today' ? `Bel vandaag voor ${writtenClock(by.clock)}` : `Bel voor ${until(by)}`
  },
  late: ({ by }) => `Te laat: we beloofden te bellen voor ${until(by)}`,
  soon: 'Bel nu, de tijd is bijna om.',
  noTimePromised: 'Zo snel mogelijk: we beloofden geen uur',
  lost: lossReasonsNl,
  lostAt: (at) => `Verloren ${writtenMoment(at)}`,
  assignTo: 'Wie belt terug?',
  assignChoose: 'Kies een collega',
  assign: 'Geef door',
  settleWhy: 'Waarom sluit je dit af?',
  settles: settlesNl,
  settle: 'Sluit af',
  settledBy: ({ by, why }) => `Afgesloten door ${by}: ${settlesNl[why].toLowerCase()}`,
  asked: 'Zocht ons',
  why: 'Waarom',
  reasons: {
    closed: 'kwam toen we gesloten waren',
    'nobody-on-duty': 'er had niemand dienst',
    'nobody-signed-in': 'er was niemand aangemeld',
    closing: 'kwam vlak voor sluitingstijd',
    busy: 'iedereen was in gesprek',
    'waited-too-long': 'wachtte te lang',
    'queue-full': 'de wachtrij zat vol',
    failed: 'er liep iets mis bij ons',
    'left-in-flow': 'hing op voor de wachtrij',
    'left-in-queue': 'hing op in de wachtrij',
    'left-chat': 'ging weg uit de chat',
    'promised-in-talk': 'beloofd op het einde van een gesprek',
  },
  channel: 'Via',
  channels: { phone: 'telefoon', chat: 'chat', form: 'formulier op de website' },
  language: 'Taal',
  languages: { nl: 'Nederlands', fr: 'Frans', en: 'Engels' },
  othersMayAnswer: 'Iemand anders mag opnemen.',
  othersMayNot: 'Vraag of je spreekt met wie ons gezocht heeft. Neemt iemand anders op? Zeg dan niet waarvoor je belt.',
  messageAllowed: 'Je mag een bericht achterlaten. Zeg alleen dit:',
  messageNotAllowed: 'Laat geen bericht achter.',
  message: ({ name, phone }) =>
    `„Dag, dit is een bericht van ${name}. Je mag ons terugbellen${phone === null ? '' : ` op ${phone}`}. Tot dan.”`,
  attempts: 'Pogingen',
  noAttempts: 'Nog niet gebeld.',
  attempt: ({ at, worker, result, undone }) =>
    `${writtenMoment(at)}, ${worker} belde: ${results[result]}${undone ? ' (ongedaan gemaakt)' : ''}`,
  next: {
    'was-busy': (from) => `De lijn was bezet. Bel opnieuw vanaf ${writtenMoment(from)}.`,
    'just-tried': (from) => `Nog niet bereikt. Bel opnieuw vanaf ${writtenMoment(from)}.`,
    'other-opening': (from) => `Nog niet bereikt. Probeer het op een ander moment: vanaf ${writtenMoment(from)}.`,
  },
  undo: 'Maak de laatste poging ongedaan',
  undoOf: (who) => `Maak de laatste poging ongedaan: ${who}`,
  claim: 'Ik bel terug',
  claimOf: (who) => `Ik bel terug: ${who}`,
  release: 'Teruggeven',
  releaseOf: (who) => `Teruggeven: ${who}`,
  mine: 'Jij belt terug.',
  nobodyYet: 'Nog niemand belt terug.',
  ownedBy: (worker) => `${worker} belt terug.`,
  leftBy: (worker) => `${worker} zou terugbellen. Je kan het overnemen.`,
  takeOver: 'Overnemen',
  takeOverOf: (who) => `Overnemen: ${who}`,
  number: 'Nummer',
  numberErased: 'Het nummer is gewist. Bellen kan niet meer.',
  call: 'Bel nu',
  showsNumberOf: (region) => `De aanmelder ziet het nummer van ${region}.`,
  copy: 'Kopieer het nummer',
  outsideWorkspace: 'Vanaf dit scherm kan je niet bellen. Open de dienstpost in de werkplek, of bel met een toestel van de dienst.',
  dialling: 'Volg de oproep in je softphone. Neemt er iemand op, dan zie je het gesprek bij „Nu”.',
  notDialled: 'Bellen lukte niet. Rond eerst af wat er in je softphone open staat, en probeer dan opnieuw.',
  result: 'Na de oproep: hoe liep het?',
  results,
  seen: 'Gezien',
  seenOf: (who) => `Gezien: ${who}`,
  states: { done: 'Gedaan', 'not-reached': 'Niet bereikt', 'came-back': 'Bereikte ons zelf', seen: 'Gezien', lost: 'Verloren' },
  closedAt: (at) => `afgesloten ${writtenMoment(at)}`,
  said: {
    more: (open) => (open === 1 ? 'Er kwam iemand bij: er staat nu 1 naam open.' : `Er kwam iemand bij: er staan nu ${open} namen open.`),
    claimed: (who) => `Jij belt terug: ${who}.`,
    claimedByOther: (worker) => `${worker} was je voor en belt terug.`,
    released: (who) => `Teruggegeven: ${who}. Een collega kan nu bellen.`,
    noted: (counted) =>
      counted === 0 ? 'Genoteerd. Een bezette lijn telt niet als poging.' : `Genoteerd. Er tellen nu ${counted} van de 3 pogingen.`,
    done: 'Genoteerd en afgesloten. Over tien minuten wissen we het nummer; zo lang kan je dit ongedaan maken.',
    notReached: 'Drie keer niet bereikt, op verschillende momenten. Dit staat nu bij Afgesloten. Over tien minuten wissen we het nummer.',
    notYours: 'Dit is niet meer van jou. We tonen hoe het nu staat.',
    closed: 'Dit is intussen afgesloten.',
    seen: 'Genoteerd als gezien.',
    promised: 'Hier beloofden we te bellen. Dat kan je niet zo wegleggen.',
    assigned: (who, worker) => `${worker} belt terug: ${who}. We sturen een bericht.`,
    settled: 'Afgesloten. Het nummer is gewist.',
    undone: 'De poging is ongedaan gemaakt. Dit staat weer open, op jouw naam.',
    tooLate: 'Een poging kan je maar tien minuten ongedaan maken.',
    nothingPromised: 'Hier is geen oproep beloofd.',
  },
  nowHeading: 'Je belt terug',
  nowHelp: 'Noteer na het gesprek bij „Terug te bellen” hoe het liep.',
  back: 'Naar Terug te bellen',
}

/** The coordinator's figures, in Dutch. */
export const nlDeskFigures: DeskFigureWords = {
  heading: 'Cijfers',
  lost: (count) => `Verloren: ${count}`,
  lostMeans: ({ from, to }) =>
    `Van ${writtenDay(from)} tot en met ${writtenDay(to)}. Verloren: wie ons zocht, niemand sprak en niets meer van ons hoort. Dit moet nul zijn.`,
  lossesHeading: 'Verloren beloften',
  loss: ({ on, why }) => `${writtenDay(on)}: ${lossReasonsNl[why]}`,
  became: 'Wat er met hen gebeurde',
  count: 'Aantal',
  rows: {
    reached: 'Spraken iemand',
    promised: 'Kregen de belofte dat we terugbellen',
    heardClosing: 'Hoorden of lazen wanneer het wel kan',
    leftByThemselves: 'Gingen zelf weg',
    stillThere: 'Zijn er nu nog',
    unrecorded: 'Verloren: staan nergens genoteerd',
    cameIn: 'Kwamen binnen',
  },
  promisedHeading: 'Beloften om terug te bellen',
  promisedRows: {
    open: 'Nog te bellen',
    done: 'Gedaan',
    cameBack: 'Bereikten ons zelf',
    neverCalled: 'Verloren: nummer gewist voor iemand belde',
    notReached: 'Verloren: gebeld en niet bereikt',
    givenUp: 'Verloren: afgesloten zonder gesprek',
    all: 'Samen',
  },
  refused: ({ tooBusy, unproven }) =>
    `Chats die niet konden starten omdat het te druk was: ${tooBusy}. Wie dat was, kreeg ons nummer en kon vragen om teruggebeld te worden. Pogingen zonder geldig bewijs, zoals van een programma: ${unproven}.`,
  addsUp: 'De rijen samen geven het totaal.',
  doesNotAddUp: ({ sum, of }) => `Dit klopt niet: de rijen samen geven ${sum}, en het totaal is ${of}. Meld dit.`,
}

function between(from: WallMoment, by: WallMoment): string {
  if (from.day === by.day) return `${writtenDayOf(from)} tussen ${writtenClock(from.clock)} en ${writtenClock(by.clock)}`
  return `vanaf ${writtenMoment(from)}, voor ${until(by)}`
}

/** The end of a period: "vandaag 17 uur", "donderdag 26 november 17 uur". */
function until(by: WallMoment): string {
  return `${writtenDayOf(by)} ${writtenClock(by.clock)}`
}
