import type { CallBackWords } from '../types/words.ts'

/** The call-back form and the queue position, in French. */
export const frCallBack: CallBackWords = {
  offer: 'Faites-vous rappeler',
  form: (when) => `Laissez votre numéro. Nous vous appelons ${when}. Nous effaçons votre numéro après l’appel.`,
  number: 'Votre numéro de téléphone',
  numberHelp: 'Un numéro fixe ou un gsm, en Belgique ou dans un pays voisin.',
  othersMayAnswer: 'Une autre personne peut-elle répondre ou entendre un message ?',
  no: 'Non',
  noMeans: 'Nous ne disons qu’à vous qui nous sommes, et nous ne laissons pas de message.',
  yes: 'Oui',
  yesMeans: 'Nous pouvons laisser un message.',
  optional: 'Cela nous aide, mais ce n’est pas obligatoire',
  send: 'Appelez-moi',
  sending: 'Nous notons votre numéro.',
  missingNumber: 'Indiquez le numéro où nous pouvons vous appeler.',
  notSent: 'Cela n’a pas marché : pas de connexion. Ce que vous avez rempli est encore là. Réessayez.',
  done: 'C’est noté',
  promised: (when) => `Nous vous appelons ${when}.`,
  calledFrom: (phone) => `Vous verrez le numéro ${phone}.`,
  erased: 'Votre numéro n’est plus sur cet écran. Après l’appel, nous l’effaçons aussi chez nous.',
  closedWhileWaiting: 'Personne n’a pu vous rejoindre à temps. Nous le regrettons.',
  rather: 'Vous préférez être rappelé ?',
  waitsNoMore: 'Vous ne devez plus attendre.',
  back: 'Attendre quand même',
  before: (count) =>
    count === 0
      ? 'Personne n’attend avant vous dans le chat.'
      : count === 1
        ? 'Il y a 1 personne devant vous.'
        : `Il y a ${count} personnes devant vous.`,
  unknownRegion: 'Ce chat ne fonctionne pas : la page nomme une région inconnue. Vous gérez ce site ? Vérifiez « data-region ».',
  helplines: 'Envie de parler maintenant ? Télé-Accueil : 107. En néerlandais : Tele-Onthaal, 106.',
}
