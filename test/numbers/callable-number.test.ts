import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalTraceIn } from '../../shared/domain/contacts/personal-traces.ts'
import { openRegions } from '../../shared/domain/regions/region.ts'
import { regions } from '../../shared/domain/regions/regions.ts'
import { readNumber, subscriberNumber, writtenNumber } from '../../shared/numbers/callable-number.ts'

// Made-up numbers in the forms that people type; +32 000 000 0xx is not assigned to anybody.
describe('is called:', () => {
  it.each([
    ['a mobile', '0470 00 00 01', '+32470000001', '0470 00 00 01'],
    ['a mobile with a slash and dots', '0470/00.00.01', '+32470000001', '0470 00 00 01'],
    ['a mobile in one', '0470000001', '+32470000001', '0470 00 00 01'],
    ['a mobile with its country', '+32 470 00 00 01', '+32470000001', '0470 00 00 01'],
    ['a mobile with its country keyed in', '0032470000001', '+32470000001', '0470 00 00 01'],
    ['a mobile with its country and the nought', '+32 (0)470 00 00 01', '+32470000001', '0470 00 00 01'],
    ['a mobile in Arabic figures', '٠٤٧٠٠٠٠٠٠١', '+32470000001', '0470 00 00 01'],
    ['a mobile between spaces', '  0470000001  ', '+32470000001', '0470 00 00 01'],
    ['a line in Genk', '089 30 00 01', '+3289300001', '089 30 00 01'],
    ['a line in Brussels', '02 555 00 01', '+3225550001', '02 555 00 01'],
    ['a Dutch mobile', '+31 6 12345678', '+31612345678', '+31 6 12345678'],
    ['a Dutch mobile keyed in', '0031612345678', '+31612345678', '+31 6 12345678'],
    ['a Dutch number over the internet', '+31 85 123 4567', '+31851234567', '+31 85 123 4567'],
    ['a line in Luxembourg', '+352 27 12 34 56', '+35227123456', '+352 27 12 34 56'],
    ['a French mobile', '+33 6 12 34 56 78', '+33612345678', '+33 6 12 34 56 78'],
    ['a German mobile', '+49 1511 2345678', '+4915112345678', '+49 1511 2345678'],
    ['3.1: one between marks of direction', '\u202A+32 470 12 34 56\u202C', '+32470123456', '0470 12 34 56'],
    ['3.1: one with its country between brackets', '(+32) 470 12 34 56', '+32470123456', '0470 12 34 56'],
    ['3.1: one of a link', 'tel:+32470123456', '+32470123456', '0470 12 34 56'],
    ['one of a link with its context', 'tel:0470-12-34-56;phone-context=+32', '+32470123456', '0470 12 34 56'],
    ['one with en dashes', '0470–12–34–56', '+32470123456', '0470 12 34 56'],
    ['one with minus signs and narrow spaces', '0470\u221212\u202F34\u205F56', '+32470123456', '0470 12 34 56'],
    ['one in full-width digits', '＋３２ ４７０ １２ ３４ ５６', '+32470123456', '0470 12 34 56'],
    ['one with its country and its nought between brackets', '(+32)(0)470/12.34.56', '+32470123456', '0470 12 34 56'],
    ['one with zero-width spaces and a soft hyphen', '0470\u200B12\u00AD34\uFEFF56', '+32470123456', '0470 12 34 56'],
    ['one as keycaps', '0\uFE0F\u20E3470123456', '+32470123456', '0470 12 34 56'],
    ['one after what it is', 'Tel. 0470 12 34 56', '+32470123456', '0470 12 34 56'],
    ['one between quotation marks, with a full stop', '"0470 12 34 56".', '+32470123456', '0470 12 34 56'],
    ['the number of the telephone on one machine', '+32000000099', '+32000000099', '+32 000 000 099'],
    ['the same keyed in', '0032000000099', '+32000000099', '+32 000 000 099'],
  ])('%s', (_title, typed, e164, written) => {
    expect(readNumber(typed)).toEqual({ kind: 'callable', e164, written })
  })
})

describe('is refused, with the reason:', () => {
  it.each([
    ['112', 'emergency'],
    ['101', 'emergency'],
    ['1 1 2', 'emergency'],
    ['+32112', 'emergency'],
    ['0032101', 'emergency'],
    ['911', 'emergency'],
    ['1712', 'short-number'],
    ['1813', 'short-number'],
    ['106', 'short-number'],
    ['116000', 'short-number'],
    ['0112', 'short-number'],
    ['+32000000', 'short-number'],
    ['0902 12345', 'premium'],
    ['+31 900 123456', 'premium'],
    ['+352 900 12345', 'premium'],
    ['+33 899 12 34 56', 'premium'],
    ['0800 12345', 'toll-free'],
    ['+800 1234 5678', 'toll-free'],
    ['078 15 15 15', 'other-kind'],
    ['+44 7911 123456', 'foreign'],
    ['+1 212 555 0100', 'foreign'],
    ['+376 312345', 'foreign'],
    ['+262 692 12 34 56', 'foreign'],
    ['0470 00 00 01 ext. 12', 'extension'],
    ['0470000001;ext=12', 'extension'],
    ['+32000000001', 'own-number'],
    ['0032000000001', 'own-number'],
    ['03 431 23 00', 'own-number'],
    ['+32 3 431 23 00', 'own-number'],
  ])('%s is %s', (typed, why) => {
    expect(readNumber(typed)).toEqual({ kind: 'not-called', why })
  })
})

describe('is no number:', () => {
  it.each([
    '',
    ' ',
    '9',
    '99',
    '0470 00 00',
    '0470 00 00 00 11',
    '+3247000000',
    '+320000000990',
    '089123456; DROP',
    'bel 0470 00 00 01',
    '0470000001 of 0470000002',
    'anonymous',
    'Restricted',
    '++32470000001',
    '*0470000001',
    '0470000001#',
    '077 12 34 56',
    '+31112',
    '+33112',
    '+49112',
    '+49110',
    '+352112',
    '+883 5100 123456',
    '=HYPERLINK("x")',
    '1'.repeat(40),
  ])('“%s”', (typed) => {
    expect(readNumber(typed)).toEqual({ kind: 'not-a-number' })
  })
})

describe('belongs to nobody:', () => {
  it.each([
    ['1.3: anonymous, as digits', '+266696687'],
    ['restricted, as digits', '+7378742833'],
    ['blocked, as digits', '+2562533'],
    ['unknown, as digits', '+8656696'],
    ['unavailable, as digits', '+86282452253'],
    ['private, as digits', '7748483'],
    ['ten noughts', '+0000000000'],
    ['a one and noughts', '+1000000000'],
    ['noughts of Belgium', '+32000000000'],
    ['anonymous', 'anonymous'],
    ['an address of the internet', 'sip:anonymous@anonymous.invalid'],
    ['nothing', ''],
    ['a service', '+32 78 15 15 15'],
    ['a premium number', '+3290212345'],
    ['a helpline', '1712'],
    ['our own line', '+32000000001'],
  ])('%s', (_title, given) => {
    expect(subscriberNumber(given)).toBeNull()
    expect(readNumber(given).kind).not.toBe('callable')
  })

  it.each([
    ['a subscriber here', '+32470123456', '+32470123456'],
    ['one written another way', '0470 12 34 56', '+32470123456'],
    ['one too far away to be called', '+44 7911 123456', '+447911123456'],
    ['a caller of the local line', '+32000000099', '+32000000099'],
  ])('but not %s', (_title, given, number) => {
    expect(subscriberNumber(given)).toBe(number)
  })
})

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.stringMatching(/^[0-9+ ()./-]{0,20}$/),
    fc.constantFrom('+32', '0032', '0', '+31', '+49').chain((start) => fc.stringMatching(/^\d{3,11}$/).map((rest) => start + rest)),
  )

  it('what is callable is E.164 in a called country, and reads the same again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const read = readNumber(text)
        if (read.kind !== 'callable') return
        expect(read.e164).toMatch(/^\+(32|31|352|33|49)\d{4,13}$/)
        expect(readNumber(read.e164)).toEqual(read)
        expect(readNumber(read.written)).toEqual(read)
        expect(writtenNumber(read.e164)).toBe(read.written)
      }),
      { numRuns: 3000 },
    )
  })

  const numbers = fc.constantFrom('+32470123456', '+3289123456', '+3225550001', '+31612345678', '+33612345678', '+4915112345678')
  const mark = fc.constantFrom('', ' ', '.', '-', '/', '–', '−', '\u00A0', '\u202F', '\u200B', '\u2060', '\u00AD', '_', '·', ' - ')
  const around = fc.constantFrom('', ' ', '\u202A', '\u200F', '\uFEFF', '\u3000', '"')
  const scripts = fc.constantFrom(0x30, 0x660, 0x966, 0xff10)
  const decorated = fc
    .tuple(
      numbers,
      fc.array(mark, { minLength: 16, maxLength: 16 }),
      fc.record({ around, after: around, prefix: fc.constantFrom('', 'tel:') }),
    )
    .chain(([e164, marks, { around: before, after, prefix }]) => {
      const country = /^\+(?:3[123]|49)/.exec(e164)?.[0] ?? ''
      const own = e164.startsWith('+32') ? ['0'] : []
      const starts = [country, country.replace('+', '00'), `(${country})`, `${country} (0)`, ...own]
      return fc.tuple(fc.constantFrom(...starts), scripts).map(([start, zero]) => {
        const text = start + [...e164.slice(country.length)].map((digit, index) => digit + marks[index]).join('')
        const inScript = text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
        return { e164, text: `${before}${prefix}${inScript}${after}` }
      })
    })

  it('a number is read alike however it is decorated, and a hint sees it too', () => {
    fc.assert(
      fc.property(decorated, ({ e164, text }) => {
        expect(readNumber(text)).toMatchObject({ kind: 'callable', e164 })
        expect(subscriberNumber(text)).toBe(e164)
        expect(personalTraceIn(`bel ${text} na vier uur`)).not.toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('none of our own lines is ever called', () => {
    for (const { demoPhone, publicPhone } of openRegions(regions)) {
      for (const own of [demoPhone, publicPhone])
        if (own !== null) expect(readNumber(own)).toEqual({ kind: 'not-called', why: 'own-number' })
    }
  })

  it('a number that we do not call stays as it is', () => {
    expect(writtenNumber('+3290212345')).toBe('+3290212345')
  })
})
