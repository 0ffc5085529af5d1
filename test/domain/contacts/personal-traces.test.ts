import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalTraceIn } from '../../../shared/domain/contacts/personal-traces.ts'

// Every number here is made up and cannot be dialled.
const filled = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length)

function costOf(texts: readonly string[]): number {
  const began = performance.now()
  for (const text of texts) personalTraceIn(text)
  return performance.now() - began
}

describe('a text points to a person', () => {
  it.each([
    ['a national number as it is written', 'haar nummer is 05.01.01-123.45', 'national-number'],
    ['a national number without marks', '85010112345', 'national-number'],
    ['a national number of a child, starting with a nought', '05010112345', 'national-number'],
    ['a national number with spaces', '85 01 01 123 45', 'national-number'],
    ['a mobile number', 'bel mij op 0400 00 00 01', 'telephone'],
    ['a mobile number with dots and a slash', '0400/00.00.01', 'telephone'],
    ['a mobile number in one piece', '0400000001', 'telephone'],
    ['a fixed line', '03 000 00 01', 'telephone'],
    ['a number from abroad', '+32 400 00 00 01', 'telephone'],
    ['a number from abroad in one piece', '+32400000001', 'telephone'],
    ['a number from abroad with its nought', '+32 (0)400 00 00 01', 'telephone'],
    ['a number with two noughts', '0032400000001', 'telephone'],
    ['an address of mail', 'schrijf naar juf.wilg@school.example', 'e-mail'],
    ['an address of mail before a number', 'juf@school.example of 0400 00 00 01', 'e-mail'],
    ['an account number', 'BE00 0000 0000 0000', 'long-number'],
    ['any long run of digits', 'dossier 1234567', 'long-number'],
    ['3.4: a number with en dashes', 'bel 0470–12–34–56 na school', 'telephone'],
    ['3.4: an address with its @ in letters', 'schrijf jan(at)example.be', 'e-mail'],
    ['an address with its marks in words', 'jan [apenstaartje] example (punt) be', 'e-mail'],
    ['an address with at between spaces', 'juf at school-genk.be', 'e-mail'],
    ['a number in full-width digits', 'bel ０４７０ １２ ３４ ５６', 'telephone'],
    ['a number in Arabic digits', '٠٤٧٠ ١٢ ٣٤ ٥٦', 'telephone'],
    ['a number with invisible marks', '04\u200B70\u202A12\u00AD34 5\u20606', 'telephone'],
    ['a number of a neighbouring country', 'of op +352 27 12 34', 'telephone'],
    ['a mobile number in pairs', '04 12 16 20 24', 'telephone'],
    ['a mobile number digit by digit', '0 4 7 0 1 2 3 4 5 6', 'telephone'],
    ['a number with underscores', '0470_12_34_56', 'telephone'],
    ['a number without its nought', '89 12 34 56', 'long-number'],
  ])('by %s', (_title, text, trace) => {
    expect(personalTraceIn(text)).toBe(trace)
  })

  it.each([
    ['an empty text', ''],
    ['words alone', 'Een kind komt al weken te laat en is stil geworden.'],
    ['a date', 'We spreken af op 24/11/2026 om 14.30 uur.'],
    ['a date that starts with a nought, and its hour', '01.12.2026 14.30'],
    ['a date as computers write it', 'voor 2026-11-24'],
    ['short numbers to call', 'Bel 112, 101 of 1712.'],
    ['an age and a year', 'Ze is 12, geboren in 2014, en heeft 3 broers.'],
    ['a postal code', '3600 Genk'],
    ['an @ without an address', 'we zien elkaar @ school'],
    ['hours', 'van 9.30 tot 17.00 uur'],
    ['3.4: a list of hours', 'medicatie om 8 12 16 20 24'],
    ['hours that begin with a nought', '08 12 16 20 24'],
    ['a list of times', '08.30 12.30 13.30 17.00'],
    ['spans of times', '08.30-12.00 13.00-16.30 18.00-20.00'],
    ['spans of hours', '9 - 12 13 - 17 18 - 20'],
    ['a list of days', '24/11 25/11 01/12 02/12'],
    ['a list of dates with short years', '24.11.26 25.11.26'],
    ['a list of years', '2014 2015 2016'],
    ['school years', '2024-2025 2025-2026'],
    ['a date with spaces', 'op 24 11 2026'],
    ['two postal codes', '3600 3500'],
    ['counting', '1 2 3 4 5 6 7 8 9 10'],
  ])('not by %s', (_title, text) => {
    expect(personalTraceIn(text)).toBeNull()
  })

  it('5.16: is told of 60,000 characters in a time that grows as they do, and not with their square', () => {
    const worst = ['0 ', '(', 'a', '@', '1.', '0()', 'a@', '.a', '@a.', 'a.', '٠', 'tel ', '4 ', '12.30 ']
    // The fastest of several runs, so that other load on the machine does not change the result. Four times the length may take up to twelve
    // times as long (linear, and some), but not sixteen (quadratic).
    const best = (length: number) => Math.min(...Array.from({ length: 4 }, () => costOf(worst.map((part) => filled(part, length)))))
    best(15_000)
    expect(best(60_000) / best(15_000)).toBeLessThan(12)
  })
})

describe('whatever is typed', () => {
  const hour = fc.integer({ min: 5, max: 24 })
  const time = fc.tuple(hour, fc.constantFrom('00', '15', '30', '45')).map(([h, m]) => `${h}.${m}`)
  const date = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 })).map(([d, m]) => `${d}/${m}`)
  const risingHours = fc.uniqueArray(hour, { minLength: 2, maxLength: 12 }).map((hours) => hours.toSorted((a, b) => a - b).map(String))
  const list = fc.oneof(risingHours, fc.array(time, { maxLength: 12 }), fc.array(date, { maxLength: 12 }))

  it('a list of hours, times or days is no trace', () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(personalTraceIn(`om ${items.join(' ')} thuis`)).toBeNull()
      }),
      { numRuns: 1000 },
    )
  })
})
