import { defineConfig } from 'vitest/config'
import { testsWithBrowser } from './test/support/vitest/needs-browser.ts'

// Properties draw their examples from this seed: a run can be repeated, and another seed tried with PROPERTY_SEED=… npm test.
const seed = process.env['PROPERTY_SEED'] ?? '20261123'
console.log(`property seed ${seed}`)

const every = { testTimeout: 120_000, hookTimeout: 90_000, env: { PROPERTY_SEED: seed }, setupFiles: ['test/support/vitest/seed.ts'] }
const decides = ['test/domain/**/*.test.ts', 'test/words/**/*.test.ts']
const architecture = ['test/architecture/**/*.test.ts']
const stories = ['test/scenarios/**/*.test.ts', 'test/journeys/**/*.test.ts']
const withBrowser = testsWithBrowser()
const withLine = { ...every, globalSetup: ['test/support/vitest/build-line.ts'] }

// Every file is in one project (test/architecture/projects.test.ts), so that coverage is counted for the domain only, and so that what needs
// no browser also runs at other moments: `decides` and `line` in .ci/run, the long `stories` by hand.
export default defineConfig({
  test: {
    // A journey partly waits, so a third one keeps two cores busy; a fourth takes a sixth more processor time for the same tests.
    maxWorkers: 3,
    projects: [
      // In processes, for a test sets the host's zone; without a fresh start per file, for nothing here leaves a trace.
      { test: { ...every, name: 'decides', include: decides, exclude: withBrowser, pool: 'forks', isolate: false } },
      { test: { ...every, name: 'architecture', include: architecture, exclude: withBrowser } },
      {
        test: {
          ...withLine,
          name: 'line',
          include: ['test/**/*.test.ts'],
          exclude: [...decides, ...architecture, ...stories, ...withBrowser],
        },
      },
      { test: { ...withLine, name: 'stories', include: stories, exclude: withBrowser } },
      { test: { ...withLine, name: 'browser', include: withBrowser } },
    ],
    coverage: {
      provider: 'custom',
      customProviderModule: './test/support/vitest/coverage.ts',
      include: ['shared/domain/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
})
