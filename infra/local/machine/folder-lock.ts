import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PlainError } from './plain-error.ts'

/** Locks a data folder for this process. The operating system releases the lock when the process ends, so a kill leaves no stale lock. */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 200 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked|busy/.test(error.message)) {
      throw new PlainError(`Another line runs on the data folder ${folder}: stop it first, or start with another --data folder.`)
    }
    if (error instanceof Error && /not a database|malformed/.test(error.message)) {
      throw new PlainError(`${join(folder, 'lock.sqlite')} is damaged: delete it, it holds nothing.`)
    }
    throw error
  }
  return () => lock.close()
}
