import { onMoment, spokenClock, spokenDayOf } from './speech.ts'
import type { PromiseWords } from '../types/promise-words.ts'

const another = 'Please give an ordinary number, a landline or a mobile.'

/** What a caller hears after leaving a number, in English. */
export const enPromise: PromiseWords = {
  done: (promise) => {
    if (promise === null) return 'Done. We will call you back as soon as somebody is on duty. We erase your number after the call.'
    const by = spokenClock(promise.by.clock)
    const erased = 'We erase your number after the call.'
    if (promise.by.away === 'today') return `Done. We will call you back today, before ${by}. ${erased}`
    const day = onMoment(promise.by, spokenDayOf)
    return `Done. We will call you back ${day}, between ${spokenClock(promise.from.clock)} and ${by}. ${erased}`
  },
  invalid: 'That number does not look right. Please try again.',
  refused: {
    emergency: 'That is an emergency number. Please give a number on which we can call you.',
    'short-number': `That number is too short. ${another}`,
    premium: `That is a premium number, and we do not call those. ${another}`,
    'toll-free': `That is a free number, and we do not call those. ${another}`,
    'other-kind': `We do not call numbers of that kind. ${another}`,
    foreign: 'We only call Belgium and the countries next to it. Please give another number.',
    'own-number': 'That is our own number. Please give a number on which we can call you.',
    extension: 'We cannot call an extension. Please give a direct number.',
  },
  failed: 'We could not note your number. That is our fault.',
}
