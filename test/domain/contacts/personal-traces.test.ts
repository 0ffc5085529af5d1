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
  ])('not by %s', (_title, text) => {
    expect(personalTraceIn(text)).toBeNull()
  })

  it('is told quickly of the longest message, whatever it holds', () => {
    const worst = ['0 ', '(', 'a', '@', '1.', '0()']
    // The fastest of 40 runs, so that other load on the machine does not change the result. A text four times as long may take 16 times as
    // long (quadratic), but not 64 times (cubic).
    const best = (length: number) => Math.min(...Array.from({ length: 40 }, () => costOf(worst.map((part) => filled(part, length)))))
    expect(best(1024) / best(256)).toBeLessThan(40)
  })
})
