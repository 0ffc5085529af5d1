import { DatabaseSync } from 'node:sqlite'

/** A small durable store of JSON values: what is put is on the disk when `put` returns, also after a kill -9. */
export type KeyValueStore = {
  put(kind: string, id: string, value: unknown): void
  /** The value, or null when there is none. */
  get(kind: string, id: string): unknown
  /** All values of a kind, in the order in which they first came. */
  all(kind: string): { id: string; value: unknown }[]
  drop(kind: string, id: string): void
  /** Drops these together, for good: nothing of them stays readable on the disk. */
  wipe(rows: readonly StoredRows[]): void
  close(): void
}

/** One value of a kind, or without an id all of them. */
export type StoredRows = { kind: string; id?: string }

// What is deleted is written over, not just marked as free.
const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma secure_delete = on;
  create table if not exists kept (place integer primary key, kind text not null, id text not null, value text not null, unique (kind, id));
`

/** Opens the store in a file, or in memory when there is none. */
export function openKeyValueStore(file: string | null): KeyValueStore {
  const database = new DatabaseSync(file ?? ':memory:')
  database.exec(schema)
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
        // Left open, it would take everything that is put from now on with it when the line stops.
        if (database.isTransaction) database.exec('rollback')
        throw error
      }
      // The store's own log still holds the words until it is cut off.
      database.exec('pragma wal_checkpoint(truncate)')
    },
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}
