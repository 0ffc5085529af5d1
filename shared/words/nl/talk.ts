import type { TalkWords } from '../types/words.ts'

const traces = {
  'national-number': 'een rijksregisternummer',
  telephone: 'een telefoonnummer',
  'e-mail': 'een e-mailadres',
  'long-number': 'een lang nummer',
}

/** The texts of the widget in a chat, in Dutch. */
export const nlTalk: TalkWords = {
  waiting: 'Er komt iemand bij zodra het kan.',
  inQueue: 'Je staat in de wachtrij.',
  joined: (alias) => `${alias} is er nu. Wat maakt je ongerust?`,
  typing: (alias) => `${alias} is aan het typen`,
  messages: 'Berichten',
  input: 'Typ je bericht',
  send: 'Verstuur',
  you: 'Jij',
  system: 'Automatisch bericht',
  personalHint: (trace) => `Dit lijkt ${traces[trace]}. Wil je dat weglaten?`,
  sendAnyway: 'Toch versturen',
  changeIt: 'Bericht aanpassen',
  tooLong: (limit) => `Je bericht is te lang. Het mag hoogstens ${limit} tekens hebben.`,
  charactersLeft: (count) => (count === 1 ? 'Nog 1 teken.' : `Nog ${count} tekens.`),
  empty: 'Typ eerst een bericht.',
  sending: 'Wordt verstuurd',
  notSent: 'Niet verstuurd',
  unsent: 'Dit heb je niet meer verstuurd. Je kan het hier kopiëren.',
  cannotShow: 'Hier staat iets dat deze chat niet kan tonen, zoals een bestand.',
  sendAgain: 'Opnieuw versturen',
  reconnecting: 'De verbinding is weg. We proberen het opnieuw.',
  workerLeft: 'Onze medewerker heeft het gesprek afgesloten.',
  ended: 'Het gesprek is afgelopen. Bedankt.',
  end: 'Stop het gesprek',
  endConfirm: 'Wil je het gesprek echt stoppen?',
  goOn: 'Verder chatten',
  leaveNoTrace: 'Wis dit gesprek van mijn scherm',
}
