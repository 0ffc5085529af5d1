import type { CoverageProvider, CoverageProviderModule, Vitest } from 'vitest/node'
import v8 from '@vitest/coverage-v8'

// Coverage is counted only in the project that runs without isolation, with the tests of the domain. Counting in the line and browser
// tests as well would take a fifteenth of the whole run and cover no more of it.
const counter: CoverageProviderModule = v8
let counts = false

const counted: CoverageProviderModule = {
  getProvider: async () => {
    const provider: CoverageProvider & Partial<V8Provider> = await counter.getProvider()
    const report = provider.reportCoverage.bind(provider)
    // A run of only some files or tests covers little, which is not an error: the thresholds apply only to a whole run.
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

export default counted
