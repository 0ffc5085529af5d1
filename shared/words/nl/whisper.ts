import { numberInWords } from './speech.ts'
import type { WhisperWords } from '../types/words.ts'

const languages = { nl: '', fr: ' In het Frans.', en: ' In het Engels.' }

/** What only the worker hears on answering a call; separate from `nl`, so that a chat does not load the telephone texts. */
export const whisperNl: WhisperWords = {
  call: ({ region, language }) => `Oproep voor ${region}.${languages[language]}`,
  groups: {
    professional: 'Iemand belt vanuit het werk.',
    family: 'Iemand belt voor zichzelf of voor het eigen gezin.',
    network: 'Iemand belt over iemand anders.',
  },
  waited: (minutes) => {
    if (minutes < 1) return 'Wacht nog maar net.'
    if (minutes > 60) return 'Wacht al meer dan een uur.'
    return minutes === 1 ? 'Wacht al één minuut.' : `Wacht al ${numberInWords(minutes)} minuten.`
  },
}
