// No schema here: the browser loads these lists and must not load zod with them.

/** The parts of a day in which a referrer can be reached. */
export const dayParts = ['any', 'morning', 'afternoon'] as const
/** One of `dayParts`. */
export type DayPart = (typeof dayParts)[number]

/** What may be missing before a call can be promised at the end of a conversation. */
export const missingCallBackKinds = ['may-call', 'number', 'reachable'] as const
/** One of `missingCallBackKinds`. */
export type MissingCallBack = (typeof missingCallBackKinds)[number]
