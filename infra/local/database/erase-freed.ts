import { DatabaseSync } from 'node:sqlite'

// The engine waits five seconds for a lock, so it notices nothing; if this waits in vain, the next sweep or the stop does it.
const waitMilliseconds = 200

/**
 * Overwrites what the engine deleted: SQLite only marks deleted content as free, and the engine keeps a copy of every change for a stream
 * that nothing on this machine reads.
 */
export function eraseFreed(file: string): void {
  const database = new DatabaseSync(file, { timeout: waitMilliseconds })
  try {
    const hasStreams = database.prepare("select 1 from sqlite_master where name = '_stream_records'").get() !== undefined
    if (hasStreams) database.exec('delete from _stream_records')
    database.exec('pragma secure_delete = on; vacuum; pragma wal_checkpoint(truncate)')
  } catch (error) {
    if (!(error instanceof Error && /locked|busy/.test(error.message))) throw error
  } finally {
    database.close()
  }
}
