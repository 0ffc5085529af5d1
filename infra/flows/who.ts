import { attribute, task } from '../../shared/contracts/connect/flow-events.ts'
import type { ReferrerGroup } from '../../shared/domain/contacts/contact.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import type { Row } from './rows.ts'

/** The rows that store the referrer group of a pressed key. They exist twice: before the decision and after it. */
export type RememberRow<Prefix extends 'who' | 'asked'> = `${Prefix}-${ReferrerGroup}`
/** The rows that ask who calls. */
export type WhoRow = 'mayAskWho' | 'knowsWho' | 'askWho' | RememberRow<'asked'> | 'tellWho'

const answerSeconds = 4

/** The keys of the menu of referrer groups. */
export function whoKeys<Prefix extends 'who' | 'asked'>(prefix: Prefix): Record<'1' | '2' | '3', RememberRow<Prefix>> {
  return { 1: `${prefix}-professional`, 2: `${prefix}-family`, 3: `${prefix}-network` }
}

/** The rows that store which group a caller belongs to. */
export function rememberRows<Prefix extends 'who' | 'asked', To extends string>(
  prefix: Prefix,
  next: To,
): Record<RememberRow<Prefix>, Row<To>> {
  const row = (group: ReferrerGroup): Row<To> => ({
    kind: 'remember',
    attributes: { [attribute.referrerGroup]: group },
    arms: { next, error: next },
  })
  const rows = {
    [`${prefix}-professional`]: row('professional'),
    [`${prefix}-family`]: row('family'),
    [`${prefix}-network`]: row('network'),
  }
  return rows as Record<RememberRow<Prefix>, Row<To>>
}

/**
 * The rows that ask who calls, by one key; no key is accepted too. They are asked only of callers who are about to be put through: on a
 * closed line the answer has no use, and near closing time there is more urgent news.
 */
export function whoRows<To extends string>(
  region: OpenRegion,
  { phone }: CallerWords,
  { routeContactArn, next }: { routeContactArn: string; next: To },
): Record<WhoRow, Row<WhoRow | To>> {
  return {
    mayAskWho: {
      kind: 'by-text',
      reference: '$.External.decision',
      arms: { 'closing-soon': next },
      otherwise: 'knowsWho',
    },
    // Whoever pressed a key during the greeting has answered.
    knowsWho: {
      kind: 'by-text',
      reference: `$.Attributes.${attribute.referrerGroup}`,
      arms: { professional: next, family: next, network: next },
      otherwise: 'askWho',
    },
    askWho: {
      kind: 'ask-key',
      text: phone.who,
      seconds: answerSeconds,
      keys: whoKeys('asked'),
      arms: { silence: next, wrong: next, error: next },
    },
    ...rememberRows('asked', 'tellWho'),
    // route-contact has recorded the arrival already; it is told without waiting, so that the caller hears no silence.
    tellWho: {
      kind: 'tell',
      functionArn: routeContactArn,
      parameters: { task: task.callerGroup, region: region.id },
      arms: { next, error: next },
    },
  }
}
