import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Bus } from './aws/bus.ts'
import type { LineClock } from './machine/clock.ts'
import type { Functions } from './functions/functions.ts'
import type { KeyValueStore } from './machine/key-value-store.ts'
import { buildPages } from './pages/pages.ts'
import type { CloudAssembly } from './template/cloud-assembly.ts'
import type { Origins } from './machine/three-ports.ts'
import { openListeners } from './line-listeners.ts'
import { type Closers, openResources } from './line-resources.ts'
import { startServices } from './line-services.ts'
import { openServers } from './http-servers.ts'

export type LocalLineOptions = {
  /** The first of three consecutive ports; 0 chooses free ones. */
  port?: number
  /** The data folder; null keeps all data in memory. */
  data?: string | null
  /** The moment at which the line's clock starts; null for real time. */
  clock?: Date | null
  /** Makes order and duplicates of contact events reproducible. */
  seed?: number
  /** Runs the functions from their sources instead of from bundles: slower to start, and a debugger finds the lines. */
  functionsFromSource?: boolean
  /** Whether to suppress the functions' log output. */
  quiet?: boolean
}

/** The whole line, running on one machine. */
export type LocalLine = {
  origins: Origins
  clock: LineClock
  assembly: CloudAssembly
  functions: Functions
  bus: Bus
  keyValues: KeyValueStore
  databaseUrl: string
  seed: number
  /** The log lines of the functions, oldest first. */
  lines: string[]
  stop(): Promise<void>
}

const project = fileURLToPath(new URL('../..', import.meta.url))
const maxLines = 10_000

/** Starts all parts in the order of their dependencies; if one fails, those already started are stopped. */
export async function startLocalLine(options: LocalLineOptions = {}): Promise<LocalLine> {
  const closers: Closers = []
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  try {
    return { ...(await startAll(options, closers)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startAll(options: LocalLineOptions, closers: Closers): Promise<Omit<LocalLine, 'stop'>> {
  const { port = 0, data: folder = null, clock: begins = null, seed = randomInt(1_000_000) } = options
  const { ports, ...resources } = await openResources({ project, port, folder, clock: begins }, closers)
  const { origins } = ports
  const lines: string[] = []
  const services = await startServices({
    ...resources,
    origins,
    project,
    seed,
    log: logTo(lines, options.quiet ?? false),
    fromSource: options.functionsFromSource ?? false,
    sourceMaps: !options.quiet,
  })
  closers.push(services.stop)
  const pages = await buildPages(project, origins)
  openServers(ports, openListeners({ ...resources, origins, services, pages }))
  closers.push(ports.shut)
  return { ...resources, origins, seed, lines, functions: services.functions, bus: services.bus }
}

function logTo(lines: string[], quiet: boolean): (line: string) => void {
  return (line) => {
    lines.push(line)
    if (lines.length > maxLines) lines.shift()
    if (!quiet) console.log(line)
  }
}
