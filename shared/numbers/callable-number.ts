import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'
import type { NotCalledBecause } from '../domain/callbacks/callback.ts'
import { normaliseTyped } from '../domain/contacts/typed-text.ts'
import { openRegions } from '../domain/regions/region.ts'
import { regions } from '../domain/regions/regions.ts'

/** A telephone number as typed or as sent by the network, read: whether we call it, in E.164 and as people write it. */
export type ReadNumber =
  | { kind: 'callable'; e164: string; written: string }
  | { kind: 'not-a-number' }
  | { kind: 'not-called'; why: NotCalledBecause }

// Belgium and its neighbours. A number further away more likely comes from toll fraud than from a referrer.
const calledCountries: readonly string[] = ['BE', 'NL', 'LU', 'FR', 'DE']
const calledKinds: readonly string[] = ['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP']
const whyOfKind: Readonly<Record<string, NotCalledBecause>> = { PREMIUM_RATE: 'premium', SHARED_COST: 'premium', TOLL_FREE: 'toll-free' }

const emergencyNumbers = ['100', '101', '110', '112', '911', '999']
// Helplines and services such as 1712, 1813 and 116 000. No subscriber number in these countries is so short.
const maxDigitsOfShort = 6

// The numbers of the local line: no telephone network reaches them, so in AWS a call to one simply fails. All noughts is a withheld number.
const demoNumber = /^\+32000000(?!000)\d{3}$/

// Networks deliver a withheld number as a word, or as the digits that spell the word on a keypad: +266696687 is ANONYMOUS.
const wordsOfWithheld = ['anonymous', 'blocked', 'private', 'restricted', 'unavailable', 'unknown', 'withheld']
const keypad = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz']
const spelled = new Set(wordsOfWithheld.map((word) => [...word].map((letter) => keypad.findIndex((key) => key.includes(letter))).join('')))

/**
 * Reads a number as people type it or as the network delivers it. Callable is a number that can be dialled, has an ordinary price and is not
 * our own.
 * @example readNumber('0470 12 34 56') // { kind: 'callable', e164: '+32470123456', written: '0470 12 34 56' }
 */
export function readNumber(typed: string): ReadNumber {
  return readSubscriber(typed).read
}

/**
 * The E.164 form of a number that belongs to one subscriber, called by us or too far away, or null: a withheld number in whatever form, a
 * service, one of our own lines or a word identifies nobody.
 */
export function subscriberNumber(given: string): string | null {
  const { read, number } = readSubscriber(given)
  if (read.kind === 'callable') return read.e164
  return number !== null && read.kind === 'not-called' && read.why === 'foreign' ? number.number : null
}

function readSubscriber(typed: string): { read: ReadNumber; number: PhoneNumber | null } {
  const plain = normaliseTyped(typed)
  const bare = bareDigits(plain)
  const digits = bare.replace(/^\+/, '')
  if (spelled.has(digits)) return { read: { kind: 'not-a-number' }, number: null }
  if (demoNumber.test(bare)) {
    return { read: ownNumbers().has(bare) ? notCalled('own-number') : callable(bare, spaced(bare)), number: null }
  }
  const short = bare.replace(/^\+32/, '')
  if (/^\d+$/.test(short) && short.length <= maxDigitsOfShort) return { read: shortNumber(short), number: null }
  // Without `extract: false` the library finds a number inside any text. What is more than digits may hold an extension, which it reads.
  const asDialled = /^\d+$/.test(digits) ? bare : plain
  const number = parsePhoneNumberFromString(asDialled, { defaultCountry: 'BE', extract: false })
  return number?.isValid() === true ? { read: weighed(number), number } : { read: { kind: 'not-a-number' }, number: null }
}

/** Writes a callable E.164 number as people in Belgium do; another text is returned unchanged. */
export function writtenNumber(e164: string): string {
  const read = readNumber(e164)
  return read.kind === 'callable' ? read.written : e164
}

function weighed(number: PhoneNumber): ReadNumber {
  if (number.ext !== undefined) return notCalled('extension')
  if (ownNumbers().has(number.number)) return notCalled('own-number')
  const kind = number.getType() ?? ''
  if (!calledKinds.includes(kind)) return notCalled(whyOfKind[kind] ?? 'other-kind')
  if (!calledCountries.includes(number.country ?? '')) return notCalled('foreign')
  return callable(number.number, number.country === 'BE' ? number.formatNational() : number.formatInternational())
}

function shortNumber(digits: string): ReadNumber {
  if (emergencyNumbers.includes(digits)) return notCalled('emergency')
  return digits.length < 3 ? { kind: 'not-a-number' } : notCalled('short-number')
}

// Calling the line's own number would ring at the line itself.
let known: ReadonlySet<string> | null = null
function ownNumbers(): ReadonlySet<string> {
  known ??= new Set(
    openRegions(regions).flatMap(({ publicPhone, demoPhone }) => {
      const published = publicPhone === null ? undefined : parsePhoneNumberFromString(publicPhone, { defaultCountry: 'BE', extract: false })
      return [demoPhone, ...(published ? [published.number] : [])]
    }),
  )
  return known
}

// "+32 (0)470" keeps the nought of the national form, which nobody dials after the country code.
function bareDigits(plain: string): string {
  return plain
    .replaceAll(/[\s"'<>{}]|[.,;:]+$/g, '')
    .replace(/^((?:\+|00)\(?\d{1,3}\)?)\(0\)/, '$1')
    .replaceAll(/[./()[\]-]/g, '')
    .replace(/^00/, '+')
}

function spaced(demo: string): string {
  return demo.replace(/^(\+32)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')
}

function callable(e164: string, written: string): ReadNumber {
  return { kind: 'callable', e164, written }
}

function notCalled(why: NotCalledBecause): ReadNumber {
  return { kind: 'not-called', why }
}
