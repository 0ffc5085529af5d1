import { writtenClock, writtenDayOf, writtenMoment } from './speech.ts'
import type { BeforeWords } from '../types/words.ts'

/** The texts of the widget before a chat starts, in French. */
export const frWidget: BeforeWords = {
  launcher: 'Inquiet pour un enfant ou une famille ? Chattez',
  title: (brand) => `Chat avec ${brand}`,
  intro: 'Un enfant, un jeune ou une famille vous inquiète ? Nous cherchons avec vous ce qui est encore possible.',
  loading: 'Un instant.',
  open: (closes) => `Nous sommes là. Aujourd’hui jusqu’à ${writtenClock(closes.clock)}.`,
  closingSoon: (closes) => `Nous fermons bientôt, à ${writtenClock(closes.clock)}. Vous pouvez encore commencer.`,
  closed: (opens) =>
    opens ? `Fermé. De retour ${writtenMoment(opens)}.` : 'Fermé. Nous ne savons pas encore quand nous serons de retour.',
  nobodyOnDuty: 'Personne n’est disponible pour le moment. C’est notre faute.',
  busy: 'Nous sommes là, mais tout le monde est occupé. Attendez ou laissez votre numéro.',
  callBackTime: (at) =>
    at === null
      ? 'dès que possible'
      : at.from
        ? `${writtenDayOf(at.from)} entre ${writtenClock(at.from.clock)} et ${writtenClock(at.by.clock)}`
        : `aujourd’hui avant ${writtenClock(at.by.clock)}`,
  emergency: 'Danger immédiat ? 112 (ambulance, pompiers) ou 101 (police). Ce chat n’est pas un service d’urgence.',
  crisis: (number) => `Une crise avec un enfant ou un jeune ? Appelez le point de crise : ${number}.`,
  callInstead: (phone) => `Vous préférez appeler ? Appelez le ${phone}.`,
  goesOnIn: (language) => `Cette région répond dans une autre langue : ${language}.`,
  required: '(obligatoire)',
  role: 'Qui êtes-vous ?',
  rolePlaceholder: 'Choisissez ce qui vous convient',
  municipality: 'Dans quelle commune habite la famille ?',
  municipalityHelp: 'La commune de la famille, pas la vôtre. Vous ne savez pas ? Choisissez : je ne sais pas.',
  municipalityPlaceholder: 'Tapez le nom de la commune',
  municipalityNotKnown: 'Je ne sais pas',
  municipalityHere: (team) => `Notre équipe pour cette commune : ${team}.`,
  municipalityElsewhere: ({ brand, name, phone }) =>
    [
      `Cette commune dépend de ${brand}, ${name}.`,
      ...(phone ? [`Leur numéro est le ${phone}.`] : []),
      'Vous pouvez aussi commencer ici.',
    ].join(' '),
  municipalityNotServed: 'Nous ne savons pas avec certitude quelle équipe suit cette commune. Vous pouvez commencer ici.',
  municipalitiesFound: (count) => {
    if (count === 0) return 'Aucune commune trouvée. Vérifiez le nom ou choisissez : je ne sais pas.'
    return count === 1 ? 'Une commune trouvée.' : `${count} communes trouvées.`
  },
  alias: 'Comment pouvons-nous vous appeler ?',
  aliasHelp: 'Un pseudo suffit.',
  code: 'Avez-vous un code d’un entretien précédent ?',
  codeHelp: 'Nous voyons alors que vous nous avez déjà contactés. Ce n’est pas obligatoire.',
  noNames: 'N’écrivez pas de noms, d’adresses ou de dates de naissance.',
  missing: {
    referrerType: 'Choisissez qui vous êtes.',
    municipality: 'Choisissez une commune dans la liste, ou : je ne sais pas.',
    alias: 'Indiquez comment nous pouvons vous appeler. Un pseudonyme suffit.',
  },
  privacy:
    'Nos collaborateurs sont tenus au secret professionnel. Nous effaçons le chat dans les deux jours. Nous ne conservons pas d’adresse IP.',
  start: 'Commencer',
  starting: 'La conversation commence.',
  tryAgain: 'Réessayer',
  failed: (phone) => (phone ? `Cela ne fonctionne pas. Appelez-nous au ${phone}.` : 'Cela ne fonctionne pas. Réessayez plus tard.'),
  quickExit: 'Sortie rapide',
  closeWindow: 'Fermer la fenêtre de chat',
  language: 'Langue',
}
