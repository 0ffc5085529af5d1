import { onMoment, spokenClock, spokenDayOf } from './speech.ts'
import type { PromiseWords } from '../types/promise-words.ts'

const another = 'Geef een gewoon nummer, van een vaste lijn of een gsm.'

/** What a caller hears after leaving a number, in Dutch. */
export const nlPromise: PromiseWords = {
  done: (promise) => {
    if (promise === null) return 'Genoteerd. We bellen je terug zodra er iemand van dienst is. We wissen je nummer na het gesprek.'
    const by = spokenClock(promise.by.clock)
    const erased = 'We wissen je nummer na het gesprek.'
    if (promise.by.away === 'today') return `Genoteerd. We bellen je vandaag nog terug, voor ${by}. ${erased} Tot straks.`
    const day = onMoment(promise.by, spokenDayOf)
    return `Genoteerd. We bellen je terug ${day}, tussen ${spokenClock(promise.from.clock)} en ${by}. ${erased} Tot dan.`
  },
  invalid: 'Dat nummer klopt niet. Probeer het nog eens.',
  refused: {
    emergency: 'Dat is een noodnummer. Geef een nummer waarop we jou kunnen bellen.',
    'short-number': `Dat nummer is te kort. ${another}`,
    premium: `Dat is een betaalnummer, en daar bellen we niet naar. ${another}`,
    'toll-free': `Dat is een gratis nummer, en daar bellen we niet naar. ${another}`,
    'other-kind': `Naar zo’n nummer bellen we niet. ${another}`,
    foreign: 'We bellen alleen naar België en de buurlanden. Geef een ander nummer.',
    'own-number': 'Dat is ons eigen nummer. Geef een nummer waarop we jou kunnen bellen.',
    extension: 'Een toestel achter een nummer kunnen we niet bellen. Geef een rechtstreeks nummer.',
  },
  failed: 'We konden je nummer niet noteren. Dat ligt aan ons.',
}
