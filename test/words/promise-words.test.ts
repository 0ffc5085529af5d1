import { describe, expect, it } from 'vitest'
import { wallMomentOf } from '../../shared/domain/time/brussels-time.ts'
import { Language } from '../../shared/domain/regions/region.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { at } from '../support/time/at.ts'

const asked = at('2026-11-24 10:30')
const between = (from: string, by: string) => ({ from: wallMomentOf(at(from), asked), by: wallMomentOf(at(by), asked) })
const today = between('2026-11-24 10:30', '2026-11-24 17:00')
const tomorrow = between('2026-11-25 09:00', '2026-11-25 17:00')
const thursday = between('2026-11-26 10:00', '2026-11-26 12:30')

describe('the promise is said:', () => {
  it.each([
    ['nl', today, 'Genoteerd. We bellen je vandaag nog terug, voor zeventien uur. We wissen je nummer na het gesprek. Tot straks.'],
    [
      'nl',
      tomorrow,
      'Genoteerd. We bellen je terug morgen, tussen negen uur en zeventien uur. We wissen je nummer na het gesprek. Tot dan.',
    ],
    [
      'nl',
      thursday,
      'Genoteerd. We bellen je terug op donderdag zesentwintig november, tussen tien uur en twaalf uur dertig. We wissen je nummer na het gesprek. Tot dan.',
    ],
    ['nl', null, 'Genoteerd. We bellen je terug zodra er iemand van dienst is. We wissen je nummer na het gesprek.'],
    [
      'fr',
      thursday,
      'C’est noté. Nous vous rappelons jeudi vingt-six novembre, entre dix heures et douze heures trente. Nous effaçons votre numéro après l’appel.',
    ],
    [
      'en',
      thursday,
      'Done. We will call you back on Thursday the twenty-sixth of November, between ten o’clock in the morning and twelve thirty in the afternoon. We erase your number after the call.',
    ],
  ] as const)('in %s', (language, promise, said) => {
    expect(wordsIn(language).promise.done(promise)).toBe(said)
  })

  it('the number that cannot be read asks for another try, in the agreed words', () => {
    expect(wordsIn('nl').promise.invalid).toBe('Dat nummer klopt niet. Probeer het nog eens.')
    expect(wordsIn('fr').promise.invalid).toBe('Ce numéro ne semble pas correct. Essayez encore.')
    expect(wordsIn('en').promise.invalid).toBe('That number does not look right. Please try again.')
  })
})

describe.each(Language.options)('in %s', (language) => {
  const { done, invalid, refused, failed } = wordsIn(language).promise
  const reasons = Object.values(refused)
  const all = [...[today, tomorrow, thursday, null].map(done), invalid, failed, ...reasons]

  it('no figure is spoken, and nothing is left empty', () => {
    for (const said of all) expect(said).toMatch(/^\p{Lu}[^\d]{20,}\.$/u)
    expect(all.join()).not.toMatch(/undefined|null|NaN|[{}]/)
  })

  it('each promise and each refusal sounds different', () => {
    expect(new Set(all).size).toBe(all.length)
  })

  it('only what can be kept is promised: without a moment no moment is said', () => {
    expect(done(null)).not.toMatch(/uur\b|heures?\b|o’clock|straks/)
  })
})
