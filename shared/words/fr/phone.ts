import { numberInWords, spokenClock, spokenHours, spokenMoment } from './speech.ts'
import type { PhoneWords } from '../types/words.ts'

/** What a caller hears, in French. */
export const frPhone: PhoneWords = {
  welcome: ({ brand, region }) => `Bienvenue chez ${brand}. Vous appelez la permanence pour ${region}.`,
  emergency: 'Quelqu’un est en danger maintenant ? Raccrochez. Appelez le cent douze pour une ambulance, ou le cent un pour la police.',
  crisis: (number) => `Il y a une crise avec un enfant ou un jeune, et cela ne peut pas attendre ? Appelez le point de crise : ${number}.`,
  privacy: 'Nous n’enregistrons pas cet appel. Vous pouvez rester anonyme. Ne donnez pas encore de noms de la famille.',
  who: [
    'Vous appelez pour votre travail ? Tapez un.',
    'Pour vous ou votre famille ? Tapez deux.',
    'Pour quelqu’un que vous connaissez ? Tapez trois.',
  ].join(' '),
  chooseLanguage: 'Pour le français, tapez huit.',
  connecting: 'Un instant, nous vous mettons en communication.',
  waitingBusy: 'Notre collaborateur est en ligne. Vous pouvez patienter. Vous préférez être rappelé ? Tapez un.',
  waitingRepeat: 'Merci de patienter. Un appel dure parfois longtemps, car nous prenons le temps d’écouter.',
  waitingChoice: 'Vous préférez être rappelé ? Tapez un.',
  place: (before) => {
    if (before === 0) return 'Vous êtes au début de la file.'
    return before === 1 ? 'Une personne attend avant vous.' : `Il y a ${numberInWords(before).replace(/un$/, 'une')} personnes avant vous.`
  },
  closed: (opens) =>
    opens
      ? `Nous sommes fermés. Nous sommes de retour ${spokenMoment(opens)}.`
      : 'Nous sommes fermés. Nous ne savons pas encore quand nous serons de retour.',
  closedHours: (week) => ['Nous sommes fermés.', ...week.map((row) => `Vous pouvez nous appeler ${spokenHours(row)}.`)].join(' '),
  helplines: 'Envie de parler maintenant ? Télé-Accueil au cent sept, en français. Tele-Onthaal au cent six, en néerlandais.',
  closingSoon: (closes) =>
    `Nous fermons bientôt. Vous pouvez patienter jusqu’à ${spokenClock(closes.clock)}. L’entretien a déjà commencé ? Alors il continue. Vous préférez être rappelé ? Tapez un.`,
  closedWhileWaiting: 'Nous fermons maintenant. Désolés pour cette attente.',
  nobodyOnDuty: 'Personne n’est disponible pour le moment. C’est notre faute.',
  nobodyWhileWaiting:
    'Personne n’est disponible pour le moment. C’est notre faute. Vous pouvez patienter. Vous préférez être rappelé ? Tapez un.',
  queueFull: 'Trop de personnes attendent pour le moment. Nous en sommes désolés.',
  waitedTooLong: 'Vous attendez depuis longtemps et personne ne se libère. Nous en sommes désolés.',
  workerLeft: 'L’entretien avec notre collaborateur est terminé. Vous n’aviez pas fini ? N’hésitez pas à rappeler.',
  error: 'Un problème technique est survenu. Nous en sommes désolés.',
  bye: 'Merci de votre appel.',
  offer: {
    question: 'Voulez-vous que nous vous rappelions ? Tapez un. Ou restez en ligne pour d’autres numéros.',
    othersMayAnswer: 'Une autre personne peut-elle répondre, et pouvons-nous laisser un message ? Tapez un. Vous seulement ? Tapez deux.',
    ownNumber: 'Nous vous rappelons au numéro avec lequel vous appelez. D’accord ? Tapez un. Un autre numéro ? Tapez deux.',
    enterNumber: 'Composez votre numéro, puis appuyez sur dièse.',
    readBack: (number) => `Vous avez tapé ${number}. C’est correct ? Tapez un. Pour recommencer, tapez deux.`,
    withheld: 'Nous ne voyons pas votre numéro. Composez-le, puis appuyez sur dièse.',
    tooManyTries: 'Cela ne marche pas avec ce numéro.',
    notNoted: 'Nous n’avons pas pu noter votre numéro. C’est notre faute.',
    declined: 'Nous ne vous rappelons pas. N’hésitez pas à rappeler.',
    stillWaiting: 'Vous restez dans la file.',
  },
}
