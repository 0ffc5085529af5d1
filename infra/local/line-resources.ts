import { randomUUID } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type LineClock, startClock } from './machine/clock.ts'
import { startDatabase } from './database/database.ts'
import type { Table } from '../../shared/storage/table/table.ts'
import { parametersFor } from './sign-in/desk-settings.ts'
import { lockFolder } from './machine/folder-lock.ts'
import { type KeyValueStore, openKeyValueStore } from './machine/key-value-store.ts'
import { openLocalTable } from './people/on-duty-now.ts'
import { PlainError } from './machine/plain-error.ts'
import { assemblyFolder } from './template/assembly-folder.ts'
import { writeSeeds } from './seeds.ts'
import type { CloudAssembly } from './template/cloud-assembly.ts'
import { readAssembly } from './template/template.ts'
import { takePorts, type ThreePorts } from './machine/three-ports.ts'

export type ResourcesOptions = { project: string; port: number; folder: string | null; clock: Date | null }
/** The resources that services need: ports, templates, clock and stores. */
export type Resources = {
  ports: ThreePorts
  assembly: CloudAssembly
  clock: LineClock
  keyValues: KeyValueStore
  databaseUrl: string
  table: Table
}
/** Functions that close what was opened, to be called in reverse order. */
export type Closers = (() => void | Promise<void>)[]

/** Locks the data folder, takes the ports, reads the templates, and opens the stores with the seeded people. */
export async function openResources(options: ResourcesOptions, closers: Closers): Promise<Resources> {
  const folder = options.folder === null ? null : openFolder(options.folder)
  if (folder !== null) closers.push(lockFolder(folder))
  const ports = await takePorts(options.port)
  closers.push(ports.close)
  const template = await assemblyFolder(options.project)
  const clock = startClock(options.clock)
  closers.push(clock.stop)
  const keyValues = openKeyValueStore(fileIn(folder, 'connect.sqlite'))
  closers.push(keyValues.close)
  const secret = (name: string) => keptSecret(keyValues, name)
  const assembly = readAssembly(template, { parameters: parametersFor(ports.origins), apiOrigin: ports.origins.product, secret })
  const database = await startDatabase({ assembly, clock, file: fileIn(folder, 'line.sqlite') })
  closers.push(database.stop)
  const table = openLocalTable({ url: database.url, name: tableNameIn(assembly), now: clock.now })
  // Again, so that at a clean stop the ports close before the stores.
  closers.push(() => table.client.destroy(), ports.close)
  await writeSeeds(table)
  return { ports, assembly, clock, keyValues, databaseUrl: database.url, table }
}

function openFolder(folder: string): string {
  const path = resolve(folder)
  // Readable by the owner only, since it holds conversations and secrets.
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.W_OK)
    closeToOthers(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new PlainError(`${path} cannot be the data folder (${String(error.code)}): choose a folder that can be written, with --data.`)
  }
  return path
}

// A folder that holds other things, such as a home folder, is not ours to close.
function closeToOthers(path: string): void {
  const isOpen = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0
  if (!isOpen) return
  const isOurs = readdirSync(path).length === 0 || existsSync(join(path, 'connect.sqlite'))
  if (!isOurs) throw new PlainError(`Others can read ${path}, and it holds other things: choose a folder of the line's own, with --data.`)
  chmodSync(path, 0o700)
}

function fileIn(folder: string | null, name: string): string | null {
  return folder === null ? null : join(folder, name)
}

/** A secret that Secrets Manager would hold in AWS: made at the first start, then always the same. */
function keptSecret(keyValues: KeyValueStore, name: string): string {
  const known = keyValues.get('secret', name)
  if (typeof known === 'string') return known
  const made = randomUUID()
  keyValues.put('secret', name, made)
  return made
}

function tableNameIn(assembly: CloudAssembly): string {
  const [table] = [...assembly.ofType('AWS::DynamoDB::Table'), ...assembly.ofType('AWS::DynamoDB::GlobalTable')]
  if (!table) throw new Error('The template has no table.')
  return table.id
}
