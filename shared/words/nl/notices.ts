import type { NoticeWords } from '../types/words.ts'

/** The texts of notices, in Dutch: no content and no names, because others may see the telephone. */
export const noticesNl: NoticeWords = {
  caseTakenOn: 'Er is een nieuwe vraag voor jou. Open de desk.',
  nobodyOnDuty: (region) => `Permanentie ${region}: niemand heeft dienst. Kijk in het rooster.`,
  nobodySignedIn: (region) => `Permanentie ${region}: niemand is aangemeld. Kan jij opnemen?`,
  waitingLong: (region, minutes) =>
    minutes === null
      ? `Permanentie ${region}: er wacht iemand. Open de desk.`
      : `Permanentie ${region}: er wacht iemand sinds ${minutes} min. Open de desk.`,
  ringMissed: (region) => `Permanentie ${region}: een oproep is niet opgenomen. Open de desk.`,
  openingAtRisk: (region, minutes) =>
    minutes === null
      ? `Permanentie ${region}: de lijn gaat straks open en nog niet alles is klaar. Open de desk.`
      : `Permanentie ${region}: de lijn gaat over ${minutes} min. open en nog niet alles is klaar. Open de desk.`,
  contactLost: (region) => `Permanentie ${region}: van een oproep of chat weten we niet hoe ze eindigde. Kijk bij “Terug te bellen”.`,
  rosterDrift: (region) => `Permanentie ${region}: de telefoon stond anders dan het rooster zegt. Kijk in het rooster.`,
  swapAsked: (region) => `Permanentie ${region}: een collega wil een beurt ruilen. Kijk in het rooster.`,
  swapTaken: (region) => `Permanentie ${region}: een collega neemt je beurt over als jij het goed vindt. Kijk in het rooster.`,
  swapAgreed: (region) => `Permanentie ${region}: je ruil is rond. Kijk in het rooster.`,
  turnChanged: (region) => `Permanentie ${region}: je beurten zijn veranderd. Kijk in het rooster.`,
  promiseDue: (region, minutes) =>
    minutes === null
      ? `Permanentie ${region}: er is een oproep beloofd en nog niet gebeld. Open de desk.`
      : `Permanentie ${region}: er is een oproep beloofd, nog ${minutes} min. om te bellen. Open de desk.`,
  promiseLate: (region) => `Permanentie ${region}: een beloofde oproep is te laat. Bel nu. Open de desk.`,
  promiseLost: (region) => `Permanentie ${region}: een beloofde oproep is verloren, niemand sprak de aanmelder. Open de desk.`,
  promiseAssigned: (region) => `Permanentie ${region}: je kreeg een beloofde oproep. Open de desk.`,
  more: (count) => (count === 1 ? 'en nog 1 melding' : `en nog ${count} meldingen`),
}
