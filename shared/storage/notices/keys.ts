import type { Key } from '../table/keys.ts'

export function dueNoticeKey(id: string, at: Date): Key {
  return { pk: 'notices#due', sk: `${at.toISOString()}#${id}` }
}

export function sentNoticeKey(id: string): Key {
  return { pk: `notice#${id}`, sk: 'sent' }
}

/** The mark that a notice was raised; while it lives the same notice is not raised again. */
export function raisedNoticeKey(id: string): Key {
  return { pk: `notice#${id}`, sk: 'raised' }
}
