import { numberInWords, spokenClock, spokenHours, spokenMoment } from './fr-speech.ts'
import type { PhoneWords } from './words.ts'

// Call-backs do not exist yet: no text here may offer one.
export const frPhone: PhoneWords = {
  welcome: ({ brand, region }) => `Bienvenue chez ${brand}. Vous appelez la permanence pour ${region}.`,
  emergency: 'Quelqu’un est en danger maintenant ? Raccrochez. Appelez le cent douze pour une ambulance, ou le cent un pour la police.',
  crisis: (number) => `Il y a une crise avec un enfant ou un jeune, et cela ne peut pas attendre ? Appelez le point de crise : ${number}.`,
  privacy: 'Nous n’enregistrons pas cet appel. Vous pouvez rester anonyme. Ne donnez pas encore de noms de la famille.',
  connecting: 'Un instant, nous vous mettons en communication.',
  waitingFirst: 'Vous pouvez patienter. Nous répondons dès que possible.',
  waitingRepeat: 'Merci de patienter. Nos appels sont parfois longs, car nous voulons bien écouter.',
  closed: (opens) =>
    opens
      ? `Nous sommes fermés. Nous sommes de retour ${spokenMoment(opens)}.`
      : 'Nous sommes fermés. Nous ne savons pas encore quand nous serons de retour.',
  closedHours: (week) => ['Nous sommes fermés.', ...week.map((row) => `Vous pouvez nous appeler ${spokenHours(row)}.`)].join(' '),
  helplines: 'Envie de parler maintenant ? Télé-Accueil au cent sept, en français. Tele-Onthaal au cent six, en néerlandais.',
  closingSoon: (closes) =>
    `Nous fermons bientôt, à ${spokenClock(closes.clock)}. Vous pouvez patienter. Un entretien commencé avant la fermeture va jusqu’au bout.`,
  closedWhileWaiting: 'Nous fermons maintenant. Désolés pour cette attente. Rappelez-nous pendant les heures d’ouverture.',
  nobodyOnDuty: 'Personne n’est disponible pour le moment. C’est notre faute. Rappelez plus tard.',
  queueFull: 'Trop de personnes attendent pour le moment. Nous en sommes désolés. Rappelez plus tard.',
  waitedTooLong: 'Vous attendez depuis longtemps et personne ne se libère. Nous en sommes désolés. Rappelez plus tard.',
  workerLeft: 'L’entretien avec notre collaborateur est terminé. Vous n’aviez pas fini ? N’hésitez pas à rappeler.',
  error: 'Un problème technique est survenu. Rappelez plus tard. C’est urgent ? Écoutez les numéros suivants.',
  bye: 'Merci de votre appel.',
  whisper: ({ region, referrer, minutes }) =>
    [`Appel pour ${region}.`, ...(referrer ? [`${referrer}.`] : []), ...(minutes === null ? [] : [waited(minutes)])].join(' '),
}

function waited(minutes: number): string {
  if (minutes < 1) return 'Vient d’arriver.'
  if (minutes > 60) return 'Attend depuis plus d’une heure.'
  return minutes === 1 ? 'Attend depuis une minute.' : `Attend depuis ${numberInWords(minutes).replace(/un$/, 'une')} minutes.`
}
