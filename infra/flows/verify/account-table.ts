import type { Account, GraphAccount } from './verify.ts'

const heads = ['flow', 'blocks', 'paths', 'single faults', 'paths with one', 'pairs of faults', 'paths with two', 'verdict']

/** The results as a text table, one row for each flow and one for the whole call. */
export function accountTable(graphs: readonly GraphAccount[]): string {
  const rows = [heads, ...graphs.flatMap(({ flows, wholeCall }) => [...flows, wholeCall].map(cellsOf))]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Whether all graphs are without errors, with one line for each error. An empty list of graphs counts as a failure. */
export function verdictOn(graphs: readonly GraphAccount[]): { isGood: boolean; wrongs: string[] } {
  if (graphs.length === 0) return { isGood: false, wrongs: ['There is no line to verify.'] }
  const accounts = graphs.flatMap(({ flows, wholeCall }) => [...flows, wholeCall])
  const wrongs = accounts.flatMap(({ name, wrongs }) => wrongs.map((wrong) => `${name}: ${wrong}`))
  return { isGood: wrongs.length === 0, wrongs }
}

function cellsOf({ name, blocks, paths, singleFaults, pairsOfFaults, wrongs }: Account): string[] {
  const [none, one, two] = paths?.map((count) => count.toLocaleString('en')) ?? ['no end', 'no end', 'no end']
  const verdict = wrongs.length === 0 ? 'good' : `${wrongs.length} wrong`
  return [name, String(blocks), none ?? '', String(singleFaults), one ?? '', pairsOfFaults.toLocaleString('en'), two ?? '', verdict]
}

function pad(cell: string, width: number, column: number): string {
  const isText = column === 0 || column === heads.length - 1
  return isText ? cell.padEnd(width) : cell.padStart(width)
}
