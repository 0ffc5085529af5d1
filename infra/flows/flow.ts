import { actionOf } from './row-actions.ts'
import type { Row } from './rows.ts'
import { type FlowAction, type FlowContent, targetsOf } from './rules/flow-content.ts'

/**
 * Writes named rows as JSON in Amazon Connect's flow language. An arm that leads to no existing row does not compile. Rows that no arm
 * leads to are left out, because Connect refuses them: rows for optional features are written for every region.
 * @example flow({ start: 'hello', rows: { hello: { kind: 'say', text: 'Dag', arms: { next: 'bye', error: 'bye' } }, bye: { kind: 'hang-up',
 * arms: {} } } })
 */
export function flow<Names extends string>(written: {
  start: NoInfer<Names>
  rows: { [Name in Names]: Row<NoInfer<Names>> }
}): FlowContent {
  const rows: [string, Row<string>][] = Object.entries(written.rows)
  const every: FlowAction[] = rows.map(([Identifier, row]) => ({ Identifier, ...actionOf(row) }))
  const columns = columnsFrom(written.start, every)
  const actions = every.filter(({ Identifier }) => columns.has(Identifier))
  const ActionMetadata = Object.fromEntries(positions(columns, actions))
  return {
    Version: '2019-10-30',
    StartAction: written.start,
    Metadata: { entryPointPosition: { x: 20, y: 20 }, ActionMetadata },
    Actions: actions,
  }
}

const columnWidth = 280
const rowHeight = 220

/** The distance of each block from the start, in steps; blocks that cannot be reached are absent. */
function columnsFrom(start: string, actions: readonly FlowAction[]): ReadonlyMap<string, number> {
  const byName = new Map(actions.map((action) => [action.Identifier, action]))
  const column = new Map([[start, 0]])
  for (const [name, depth] of column) {
    const action = byName.get(name)
    for (const target of action ? targetsOf(action) : []) if (!column.has(target)) column.set(target, depth + 1)
  }
  return column
}

type Position = { position: { x: number; y: number } }

/** The block positions in the console's flow designer: one column for each distance from the start, filled from the top. */
function positions(columns: ReadonlyMap<string, number>, actions: readonly FlowAction[]): [string, Position][] {
  const filled = new Map<number, number>()
  return actions.map(({ Identifier }) => {
    const depth = columns.get(Identifier) ?? 0
    const place = filled.get(depth) ?? 0
    filled.set(depth, place + 1)
    return [Identifier, { position: { x: 200 + depth * columnWidth, y: 20 + place * rowHeight } }]
  })
}
