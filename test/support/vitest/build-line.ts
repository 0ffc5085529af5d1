import { startLocalLine } from '../../../infra/local/local-line.ts'

/**
 * Runs before the first test file. On a new machine the first local lines would otherwise all build the same template, functions and pages
 * at the same time; starting one line first fills the build cache.
 */
export default async function buildOnce(): Promise<void> {
  const localLine = await startLocalLine({ clock: null, data: null, seed: 1, quiet: true })
  await localLine.stop()
}
