import { attribute, type PromiseAsked, task } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords, OfferWords } from '../../shared/words/types/words.ts'
import { type Row, typedNumber } from './rows.ts'

// Eight seconds is the longest that Connect waits for a function. Numbers have at most fifteen digits (E.164), after at most two zeros.
const promiseWithinSeconds = 8
const digitsAtMost = 17
const answerSeconds = 5
const typingSeconds = 10
const triesAtMost = 3

type AskedTwice = 'wantsCall' | 'others' | 'ownNumber' | 'typeNumber' | 'typeWithheld'

/**
 * The rows that `callbackOffer` writes. Other rows may lead to `offer`, which asks first, or to `others` if the caller already asked with a
 * key.
 */
export type OfferRow =
  | 'offer'
  | AskedTwice
  | `${AskedTwice}Again`
  | 'othersYes'
  | 'whichNumber'
  | 'unjudged'
  | 'typed'
  | 'typedAgain'
  | 'readBack'
  | 'readBackAgain'
  | 'promiseOwn'
  | 'promiseTyped'
  | 'promiseResult'
  | 'sayNoted'
  | 'sayRefused'
  | 'tries'
  | 'sayTooManyTries'
  | 'sayNotNoted'
  | 'leaveNumber'

/** Where an offer leads: after a number was recorded, without one, and in a chat, where the form below the chat takes the number. */
type OfferEnds<To extends string> = { noted: To; unnoted: To; inChat: To }

/** What `callbackOffer` needs; `before` is said in one breath with the first question, so that a key counts during it. */
export type OfferOptions<To extends string> = {
  region: OpenRegion
  promiseCallbackArn: string
  before: string | null
  ends: OfferEnds<To>
}

/**
 * The rows that offer a call-back, the same wherever a call ends without a person: whether the caller wants one, whether others may answer,
 * which number, then the answer of promise-callback. Each question is asked at most twice. A typed number is read back before it is
 * promised. The number is stored in no attribute, and only the result `noted` is confirmed to the caller.
 */
export function callbackOffer<To extends string>(words: CallerWords, options: OfferOptions<To>): Record<OfferRow, Row<OfferRow | To>> {
  const { offer } = words.phone
  const { before, ends } = options
  const numbers = numberRows(offer, ends.unnoted)
  return {
    offer: { kind: 'by-channel', arms: { voice: 'wantsCall', chat: 'leaveNumber' } },
    leaveNumber: { kind: 'say', text: words.chatLine.leaveNumber, arms: { next: ends.inChat, error: ends.inChat } },
    ...askedTwice<'wantsCall', OfferRow | To>('wantsCall', {
      first: before === null ? offer.question : `${before} ${offer.question}`,
      text: offer.question,
      keys: { 1: 'others' },
      otherwise: ends.unnoted,
    }),
    ...askedTwice<'others', OfferRow | To>('others', {
      text: offer.othersMayAnswer,
      keys: { 1: 'othersYes', 2: 'whichNumber' },
      otherwise: 'whichNumber',
    }),
    // Nobody else may answer unless this attribute says so; continuing after a failed write is therefore safe.
    othersYes: {
      kind: 'remember',
      attributes: { [attribute.mayOthersAnswer]: 'yes' },
      arms: { next: 'whichNumber', error: 'whichNumber' },
    },
    ...numbers,
    ...readBackRows(offer),
    ...promiseRows(words, options),
  }
}

type NumberRow =
  | 'whichNumber'
  | 'unjudged'
  | 'ownNumber'
  | 'ownNumberAgain'
  | 'typeNumber'
  | 'typeNumberAgain'
  | 'typeWithheld'
  | 'typeWithheldAgain'
  | 'typed'
  | 'typedAgain'

function numberRows<To extends string>(offer: OfferWords, unnoted: To): Record<NumberRow, Row<OfferRow | To>> {
  const typing = { kind: 'type-number', seconds: typingSeconds, digitsAtMost } as const
  const first = { next: 'typed', invalid: 'typeNumberAgain', error: 'typeNumberAgain' } as const
  const second = { next: 'typedAgain', invalid: unnoted, error: unnoted } as const
  const again = { ...typing, text: offer.enterNumber, arms: second }
  return {
    // A withheld number may arrive as digits, so route-contact judges it. Without its answer, a number is at least no word and no empty text.
    whichNumber: {
      kind: 'by-text',
      reference: `$.Attributes.${attribute.ownNumber}`,
      arms: { yes: 'ownNumber', no: 'typeWithheld' },
      otherwise: 'unjudged',
    },
    unjudged: {
      kind: 'by-beginning',
      reference: '$.CustomerEndpoint.Address',
      beginning: '+',
      arms: { begins: 'ownNumber', otherwise: 'typeWithheld' },
    },
    ...askedTwice<'ownNumber', OfferRow | To>('ownNumber', {
      text: offer.ownNumber,
      keys: { 1: 'promiseOwn', 2: 'typeNumber' },
      otherwise: unnoted,
    }),
    typeNumber: { ...typing, text: offer.enterNumber, arms: first },
    typeNumberAgain: again,
    typeWithheld: { ...typing, text: offer.withheld, arms: { ...first, invalid: 'typeWithheldAgain', error: 'typeWithheldAgain' } },
    typeWithheldAgain: again,
    typed: { kind: 'by-text', reference: typedNumber, arms: { Timeout: 'typeNumberAgain' }, otherwise: 'readBack' },
    typedAgain: { kind: 'by-text', reference: typedNumber, arms: { Timeout: unnoted }, otherwise: 'readBack' },
  }
}

/**
 * Reads the typed number back, digit by digit. Key two types it anew; key one or silence leaves it as it is, because somebody who typed a
 * number wants to be called. The reading is the flow's own and not a function's answer, so that it cannot fail with a function.
 */
function readBackRows(offer: OfferWords): Record<'readBack' | 'readBackAgain', Row<OfferRow>> {
  const question = {
    kind: 'ask-key-in-ssml',
    ssml: offer.readBack(`<say-as interpret-as="digits">${typedNumber}</say-as>`),
    seconds: answerSeconds,
    keys: { 1: 'promiseTyped', 2: 'tries' },
  } as const
  return {
    readBack: { ...question, arms: { silence: 'readBackAgain', wrong: 'readBackAgain', error: 'readBackAgain' } },
    readBackAgain: { ...question, arms: { silence: 'promiseTyped', wrong: 'promiseTyped', error: 'promiseTyped' } },
  }
}

type PromiseRow = 'promiseOwn' | 'promiseTyped' | 'promiseResult' | 'sayNoted' | 'sayRefused' | 'tries' | 'sayTooManyTries' | 'sayNotNoted'

function promiseRows<To extends string>(words: CallerWords, options: OfferOptions<To>): Record<PromiseRow, Row<OfferRow | To>> {
  const { offer } = words.phone
  const { noted, unnoted } = options.ends
  const asked = (number: string) => ({
    kind: 'ask' as const,
    functionArn: options.promiseCallbackArn,
    limitSeconds: promiseWithinSeconds,
    parameters: {
      task: task.promiseCallback,
      region: options.region.id,
      language: words.language,
      number,
      reason: `$.Attributes.${attribute.callbackReason}`,
      mayOthersAnswer: `$.Attributes.${attribute.mayOthersAnswer}`,
    } satisfies Record<keyof PromiseAsked, string>,
    arms: { next: 'promiseResult' as const, error: 'sayNotNoted' as const },
  })
  return {
    promiseOwn: asked('$.CustomerEndpoint.Address'),
    promiseTyped: asked(typedNumber),
    promiseResult: {
      kind: 'by-text',
      reference: '$.External.result',
      arms: { noted: 'sayNoted', refused: 'sayRefused' },
      otherwise: 'sayNotNoted',
    },
    sayNoted: { kind: 'say', text: '$.External.sentence', arms: { next: noted, error: noted } },
    // The sentence gives the reason: a number that cannot be called, or one with a high rate.
    sayRefused: { kind: 'say', text: '$.External.sentence', arms: { next: 'tries', error: 'tries' } },
    tries: { kind: 'count', rounds: triesAtMost - 1, arms: { again: 'typeNumber', done: 'sayTooManyTries', error: 'sayTooManyTries' } },
    sayTooManyTries: { kind: 'say', text: offer.tooManyTries, arms: { next: unnoted, error: unnoted } },
    sayNotNoted: { kind: 'say', text: offer.notNoted, arms: { next: unnoted, error: unnoted } },
  }
}

type Question<To extends string> = { first?: string; text: string; keys: Readonly<Partial<Record<'1' | '2', To>>>; otherwise: To }

/** A question that is repeated once after silence or a wrong key. */
function askedTwice<Name extends AskedTwice, To extends string>(
  name: Name,
  { text, first = text, keys, otherwise }: Question<To>,
): Record<Name | `${Name}Again`, Row<To | `${Name}Again`>> {
  const question = { kind: 'ask-key', seconds: answerSeconds, keys } as const
  const again = `${name}Again` as const
  const rows = {
    [name]: { ...question, text: first, arms: { silence: again, wrong: again, error: again } },
    [again]: { ...question, text, arms: { silence: otherwise, wrong: otherwise, error: otherwise } },
  }
  return rows as Record<Name | `${Name}Again`, Row<To | `${Name}Again`>>
}
