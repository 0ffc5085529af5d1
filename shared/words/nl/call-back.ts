import type { CallBackWords } from '../types/words.ts'

/** The call-back form and the queue position, in Dutch. */
export const nlCallBack: CallBackWords = {
  offer: 'Laat je terugbellen',
  form: (when) => `Laat je nummer achter. We bellen je ${when}. We wissen je nummer na het gesprek.`,
  number: 'Je telefoonnummer',
  numberHelp: 'Een vast nummer of een gsm, in België of een buurland.',
  othersMayAnswer: 'Mag iemand anders de telefoon opnemen of een bericht horen?',
  no: 'Nee',
  noMeans: 'We zeggen alleen tegen jou wie we zijn. We laten geen bericht achter.',
  yes: 'Ja',
  yesMeans: 'We mogen een bericht achterlaten.',
  optional: 'Dit helpt ons, maar het hoeft niet',
  send: 'Bel me terug',
  sending: 'We noteren je nummer.',
  missingNumber: 'Vul het nummer in waarop we je kunnen bellen.',
  notSent: 'Het is niet gelukt: er is geen verbinding. Wat je invulde, staat er nog. Probeer het nog eens.',
  done: 'Genoteerd',
  promised: (when) => `We bellen je ${when}.`,
  calledFrom: (phone) => `Je ziet dan het nummer ${phone}.`,
  erased: 'Je nummer staat niet meer op dit scherm. Na het gesprek wissen we het ook bij ons.',
  closedWhileWaiting: 'Niemand kon op tijd bij je zijn. Dat spijt ons.',
  rather: 'Liever teruggebeld?',
  waitsNoMore: 'Je hoeft niet meer te wachten.',
  back: 'Toch wachten',
  before: (count) =>
    count === 0
      ? 'Jij bent de eerste in de chat.'
      : count === 1
        ? 'Er wacht nog 1 persoon voor jou.'
        : `Er wachten nog ${count} mensen voor jou.`,
  unknownRegion: 'Deze chat werkt niet: de pagina noemt een regio die we niet kennen. Beheer je deze site? Kijk dan „data-region” na.',
  helplines: 'Wil je nu met iemand praten? Bel Tele-Onthaal: 106. Kind of jongere? Awel: 102. Denk je aan zelfdoding? 1813. Geweld? 1712.',
}
