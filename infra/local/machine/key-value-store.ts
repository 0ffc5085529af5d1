import { DatabaseSync } from 'node:sqlite'
import { PlainError } from './plain-error.ts'

/** A durable store of JSON values: what is put is on disk when `put` returns, and survives a kill. */
export type KeyValueStore = {
  put(kind: string, id: string, value: unknown): void
  /** The value, or null if there is none. */
  get(kind: string, id: string): unknown
  /** All values of a kind, in the order of their first `put`. */
  all(kind: string): { id: string; value: unknown }[]
  drop(kind: string, id: string): void
  /** Deletes these in one transaction, so that their content is not readable on disk any more. */
  wipe(rows: readonly StoredRows[]): void
  close(): void
}

/** One value of a kind, or all values if `id` is absent. */
export type StoredRows = { kind: string; id?: string }

// secure_delete overwrites deleted content instead of only marking it as free.
const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma secure_delete = on;
  create table if not exists kept (place integer primary key, kind text not null, id text not null, value text not null, unique (kind, id));
`

/** Opens the store in a file, or in memory if `file` is null. */
export function openKeyValueStore(file: string | null): KeyValueStore {
  const database = openDatabase(file)
  const put = database.prepare(
    'insert into kept (kind, id, value) values (?, ?, ?) on conflict (kind, id) do update set value = excluded.value',
  )
  const get = database.prepare('select value from kept where kind = ? and id = ?')
  const all = database.prepare('select id, value from kept where kind = ? order by place')
  const drop = database.prepare('delete from kept where kind = ? and id = ?')
  const dropAll = database.prepare('delete from kept where kind = ?')
  return {
    put: (kind, id, value) => {
      put.run(kind, id, JSON.stringify(value ?? null))
    },
    get: (kind, id) => {
      const row = get.get(kind, id)
      return row ? JSON.parse(String(row['value'])) : null
    },
    all: (kind) => all.all(kind).map((row) => ({ id: String(row['id']), value: JSON.parse(String(row['value'])) })),
    drop: (kind, id) => {
      drop.run(kind, id)
    },
    wipe: (rows) => {
      database.exec('begin')
      try {
        for (const { kind, id } of rows) {
          if (id === undefined) dropAll.run(kind)
          else drop.run(kind, id)
        }
        database.exec('commit')
      } catch (error) {
        // Otherwise every later `put` would belong to this transaction and be lost at the stop.
        if (database.isTransaction) database.exec('rollback')
        throw error
      }
      // The write-ahead log still holds the deleted content until it is truncated.
      database.exec('pragma wal_checkpoint(truncate)')
    },
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}

function openDatabase(file: string | null): DatabaseSync {
  const database = new DatabaseSync(file ?? ':memory:')
  const damaged = `${file} is damaged: put back a copy of it, or start with another --data folder.`
  try {
    database.exec(schema)
    if (database.prepare('pragma quick_check(1)').get()?.['quick_check'] !== 'ok') throw new PlainError(damaged)
    return database
  } catch (error) {
    database.close()
    if (error instanceof Error && /not a database|malformed/.test(error.message)) throw new PlainError(damaged)
    throw error
  }
}
