import type { CoverageProviderModule } from 'vitest/node'
import v8 from '@vitest/coverage-v8'

// The domain is covered by what decides, which runs without a fresh start per file. Counting in the towns and the browser's tests as well
// costs a fifteenth of the whole run and finds nothing more.
const counter: CoverageProviderModule = v8
let counts = false

const counted: CoverageProviderModule = {
  getProvider: () => counter.getProvider(),
  startCoverage: async (options) => {
    counts = !options.isolate
    if (counts) await counter.startCoverage?.(options)
  },
  takeCoverage: async (options) => (counts ? await counter.takeCoverage?.(options) : undefined),
  stopCoverage: async (options) => {
    if (counts) await counter.stopCoverage?.(options)
  },
}

/** What vitest asks for. */
export default counted
