import type { Key } from '../table/keys.ts'

/** A notice that must still be sent. */
export function dueNoticeKey(id: string, at: Date): Key {
  return { pk: 'notices#due', sk: `${at.toISOString()}#${id}` }
}

/** A notice that was sent. */
export function sentNoticeKey(id: string): Key {
  return { pk: `notice#${id}`, sk: 'sent' }
}

/** The mark of an enqueued notice; while it lives the same notice is not enqueued again. */
export function raisedNoticeKey(id: string): Key {
  return { pk: `notice#${id}`, sk: 'raised' }
}
