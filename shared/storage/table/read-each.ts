import * as z from 'zod'
import type { Item } from './table.ts'

/**
 * Reads a list item by item. An item that cannot be read (an older or a newer version of the code may have written it) is set aside instead
 * of failing the whole list: it stays in the table, and one log line tells how many there were. The line has an `errorName`, on which the
 * alarm of the function rings, and says nothing about anybody. `what` names the kind of item.
 */
export function readEach<Value>(what: string, items: readonly Item[], read: (item: Item) => Value): Value[] {
  const values: Value[] = []
  for (const item of items) {
    try {
      values.push(read(item))
    } catch (error) {
      // Any other error is a fault of ours, not of the item.
      if (!(error instanceof z.ZodError)) throw error
    }
  }
  const count = items.length - values.length
  if (count > 0) tellSetAside(what, count)
  return values
}

function tellSetAside(what: string, count: number): void {
  const line = { function: 'storage', contactId: null, kind: `set-aside-${what}`, milliseconds: 0, errorName: 'ItemSetAside', count }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/**
 * Parses a stored value and ignores fields that the schema does not know, at any depth: newer code may have written them. The schemas of the
 * domain refuse unknown fields, which is right for what comes in and wrong for what was stored.
 */
export function readStored<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const first = schema.safeParse(value)
  if (first.success) return first.data
  const unknown = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  )
  return schema.parse(unknown.length === 0 ? value : without(value, unknown))
}

function without(value: unknown, paths: readonly PropertyKey[][]): unknown {
  const copy = structuredClone(value)
  for (const path of paths) {
    const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), copy)
    const last = path.at(-1)
    if (isObject(holder) && last !== undefined) Reflect.deleteProperty(holder, last)
  }
  return copy
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}
