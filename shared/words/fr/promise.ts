import { spokenClock, spokenDayOf } from './speech.ts'
import type { PromiseWords } from '../types/promise-words.ts'

const another = 'Donnez un numéro ordinaire, fixe ou mobile.'

/** What a caller hears after leaving a number, in French. */
export const frPromise: PromiseWords = {
  done: (promise) => {
    if (promise === null) return 'C’est noté. Nous vous rappelons dès que quelqu’un est de garde. Nous effaçons votre numéro après l’appel.'
    const by = spokenClock(promise.by.clock)
    const erased = 'Nous effaçons votre numéro après l’appel.'
    if (promise.by.away === 'today') return `C’est noté. Nous vous rappelons encore aujourd’hui, avant ${by}. ${erased}`
    return `C’est noté. Nous vous rappelons ${spokenDayOf(promise.by)}, entre ${spokenClock(promise.from.clock)} et ${by}. ${erased}`
  },
  invalid: 'Ce numéro ne semble pas correct. Essayez encore.',
  refused: {
    emergency: 'C’est un numéro d’urgence. Donnez un numéro où nous pouvons vous appeler.',
    'short-number': `Ce numéro est trop court. ${another}`,
    premium: `C’est un numéro payant, et nous ne l’appelons pas. ${another}`,
    'toll-free': `C’est un numéro gratuit, et nous ne l’appelons pas. ${another}`,
    'other-kind': `Nous n’appelons pas ce type de numéro. ${another}`,
    foreign: 'Nous appelons seulement en Belgique et dans les pays voisins. Donnez un autre numéro.',
    'own-number': 'C’est notre propre numéro. Donnez un numéro où nous pouvons vous appeler.',
    extension: 'Nous ne pouvons pas appeler un poste interne. Donnez un numéro direct.',
  },
  failed: 'Nous n’avons pas pu noter votre numéro. C’est notre faute.',
}
