import type { CoverageProvider, CoverageProviderModule, Vitest } from 'vitest/node'
import v8 from '@vitest/coverage-v8'

// The domain is covered by what decides, which runs without a fresh start per file. Counting in the towns and the browser's tests as well
// costs a fifteenth of the whole run and finds nothing more.
const counter: CoverageProviderModule = v8
let counts = false

const counted: CoverageProviderModule = {
  getProvider: async () => {
    const provider: CoverageProvider & Partial<V8Provider> = await counter.getProvider()
    const report = provider.reportCoverage.bind(provider)
    // One file or one sentence covers little, and that is no fault: only a whole run is counted.
    provider.reportCoverage = async (coverage, context) => {
      if (isWhole(provider.ctx)) await report(coverage, context)
      else await provider.cleanAfterRun?.()
    }
    return provider
  },
  startCoverage: async (options) => {
    counts = !options.isolate
    if (counts) await counter.startCoverage?.(options)
  },
  takeCoverage: async (options) => (counts ? await counter.takeCoverage?.(options) : undefined),
  stopCoverage: async (options) => {
    if (counts) await counter.stopCoverage?.(options)
  },
}

type V8Provider = { ctx: Vitest & { filenamePattern?: string[] }; cleanAfterRun(): Promise<void> }

function isWhole(ctx: V8Provider['ctx'] | undefined): boolean {
  if (!ctx) return true
  const { testNamePattern, project, shard, changed, related } = ctx.config
  return ![ctx.filenamePattern?.length, testNamePattern, project.length, shard, changed, related?.length].some(Boolean)
}

/** What vitest asks for. */
export default counted
