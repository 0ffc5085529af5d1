import { startLocalLine } from '../../../infra/local/local-line.ts'

// On a new machine the first towns would each build template, functions and pages, at the same moment and all the same: once is enough.
/** What vitest runs before the first file: a town is started and stopped, so that all that a town is built of stands ready. */
export default async function layGround(): Promise<void> {
  const localLine = await startLocalLine({ clock: null, data: null, seed: 1, quiet: true })
  await localLine.stop()
}
