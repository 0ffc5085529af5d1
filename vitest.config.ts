import { defineConfig } from 'vitest/config'

// Properties draw their examples from this seed: a run can be repeated, and another seed tried with PROPERTY_SEED=… npm test.
const seed = process.env['PROPERTY_SEED'] ?? '20261123'
console.log(`property seed ${seed}`)

const every = { testTimeout: 120_000, hookTimeout: 90_000, env: { PROPERTY_SEED: seed }, setupFiles: ['test/support/seed.ts'] }

// Two projects, so that what the line decides can be measured for coverage without slowing down the town and its browser.
export default defineConfig({
  test: {
    // Most of a journey is waiting (a page that paints, a process that starts): four at once keep two cores busy.
    maxWorkers: 4,
    projects: [
      // In processes, for a test sets the host's zone; without a fresh start per file, for nothing here leaves a trace.
      {
        test: {
          ...every,
          name: 'decides',
          include: ['test/domain/**/*.test.ts', 'test/words/**/*.test.ts'],
          pool: 'forks',
          isolate: false,
        },
      },
      {
        test: {
          ...every,
          name: 'line',
          include: ['test/**/*.test.ts'],
          exclude: ['test/domain/**', 'test/words/**'],
          globalSetup: ['test/support/vitest-ground.ts'],
        },
      },
    ],
    coverage: {
      provider: 'custom',
      customProviderModule: './test/support/vitest-coverage.ts',
      include: ['shared/domain/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
})
