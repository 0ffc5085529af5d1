/** One check of the tree: a tool with its arguments, run from the folder that is checked. */
export type Gate = { name: string; tool: string; arguments: readonly string[] }

/** What `npm run check` runs, beside the house test; each is shown to turn red in gates.test.ts. */
export const gates: readonly Gate[] = [
  { name: 'format', tool: 'biome', arguments: ['format', '.'] },
  { name: 'lint', tool: 'oxlint', arguments: ['--type-aware', '--deny-warnings'] },
  { name: 'types', tool: 'tsc', arguments: ['-p', '.'] },
  { name: 'dead code', tool: 'knip', arguments: [] },
]
