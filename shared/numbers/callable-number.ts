import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'
import type { NotCalledBecause } from '../domain/callbacks/callback.ts'
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

// The numbers of the local line: no telephone network reaches them, so in AWS a call to one simply fails.
const demoNumber = /^\+32000000\d{3}$/

/**
 * Reads a number as people type it. Callable is a number that can be dialled, has an ordinary price and is not our own.
 * @example readNumber('0470 12 34 56') // { kind: 'callable', e164: '+32470123456', written: '0470 12 34 56' }
 */
export function readNumber(typed: string): ReadNumber {
  const bare = bareDigits(typed)
  if (demoNumber.test(bare)) return ownNumbers().has(bare) ? notCalled('own-number') : callable(bare, spaced(bare))
  const short = bare.replace(/^\+32/, '')
  if (/^\d+$/.test(short) && short.length <= maxDigitsOfShort) return shortNumber(short)
  // Without `extract: false` the library finds a number inside any text.
  const number = parsePhoneNumberFromString(typed.trim(), { defaultCountry: 'BE', extract: false })
  return number?.isValid() === true ? weighed(number) : { kind: 'not-a-number' }
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

function bareDigits(typed: string): string {
  return typed.replaceAll(/[\s./()-]/g, '').replace(/^00/, '+')
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
