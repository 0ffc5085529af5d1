import type { TalkWords } from '../types/words.ts'

const traces = {
  'national-number': 'un numéro de registre national',
  telephone: 'un numéro de téléphone',
  'e-mail': 'une adresse e-mail',
  'long-number': 'un long numéro',
}

/** The texts of the widget in a chat, in French. */
export const frTalk: TalkWords = {
  waiting: 'Quelqu’un vous rejoint dès que possible.',
  inQueue: 'Vous êtes dans la file d’attente.',
  joined: (alias) => `${alias} est là. Qu’est-ce qui vous inquiète ?`,
  typing: (alias) => `${alias} écrit`,
  messages: 'Messages',
  input: 'Écrivez votre message',
  send: 'Envoyer',
  you: 'Vous',
  system: 'Message automatique',
  personalHint: (trace) => `Cela ressemble à ${traces[trace]}. Voulez-vous l’enlever ?`,
  sendAnyway: 'Envoyer quand même',
  changeIt: 'Modifier le message',
  tooLong: (limit) => `Votre message est trop long. Il peut compter ${limit} caractères au maximum.`,
  charactersLeft: (count) => (count === 1 ? 'Encore 1 caractère.' : `Encore ${count} caractères.`),
  empty: 'Écrivez d’abord un message.',
  sending: 'Envoi en cours',
  notSent: 'Non envoyé',
  unsent: 'Vous n’avez pas envoyé ceci. Vous pouvez le copier ici.',
  cannotShow: 'Ce chat ne peut pas montrer ceci, un fichier par exemple.',
  sendAgain: 'Envoyer de nouveau',
  reconnecting: 'Connexion perdue. Nous réessayons.',
  workerLeft: 'Notre collaborateur a terminé la conversation.',
  ended: 'La conversation est terminée. Merci.',
  end: 'Terminer la conversation',
  endConfirm: 'Voulez-vous vraiment terminer la conversation ?',
  goOn: 'Continuer le chat',
  leaveNoTrace: 'Effacer la conversation de mon écran',
}
