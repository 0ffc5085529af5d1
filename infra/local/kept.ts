import { DatabaseSync } from 'node:sqlite'

/** A small durable store of JSON values: what is put is on the disk when `put` returns, also after a kill -9. */
export type Kept = {
  put(kind: string, id: string, value: unknown): void
  /** The value, or null when there is none. */
  get(kind: string, id: string): unknown
  /** All values of a kind, in the order in which they first came. */
  all(kind: string): { id: string; value: unknown }[]
  drop(kind: string, id: string): void
  close(): void
}

const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table if not exists kept (place integer primary key, kind text not null, id text not null, value text not null, unique (kind, id));
`

/** Opens the store in a file, or in memory when there is none. */
export function openKept(file: string | null): Kept {
  const database = new DatabaseSync(file ?? ':memory:')
  database.exec(schema)
  const put = database.prepare(
    'insert into kept (kind, id, value) values (?, ?, ?) on conflict (kind, id) do update set value = excluded.value',
  )
  const get = database.prepare('select value from kept where kind = ? and id = ?')
  const all = database.prepare('select id, value from kept where kind = ? order by place')
  const drop = database.prepare('delete from kept where kind = ? and id = ?')
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
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}
