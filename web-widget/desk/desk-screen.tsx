import { CallbacksScreen } from './callbacks/callbacks.tsx'
import type { useCallbacks } from './callbacks/use-callbacks.ts'
import { Families } from './cases/families.tsx'
import { HoursScreen } from './hours/hours-screen.tsx'
import { LineScreen } from './line/line-screen.tsx'
import { NowScreen } from './now/now-screen.tsx'
import { ToFinish } from './now/to-finish.tsx'
import { FiguresScreen } from './reports/figures.tsx'
import { RosterScreen } from './roster/roster-screen.tsx'
import type { Screen } from './state/desk-context.ts'

export type DeskScreenProps = { screen: Screen; callbacks: ReturnType<typeof useCallbacks> }

/** The screen that is chosen. */
export function DeskScreen({ screen, callbacks }: DeskScreenProps) {
  return (
    <main class={`screen ${screen.kind}`}>
      {screen.kind === 'now' ? <NowScreen /> : null}
      {screen.kind === 'to-finish' ? <ToFinish /> : null}
      {screen.kind === 'families' ? <Families shown={screen.case} /> : null}
      {screen.kind === 'line' ? <LineScreen /> : null}
      {screen.kind === 'roster' ? <RosterScreen /> : null}
      {screen.kind === 'hours' ? <HoursScreen /> : null}
      {screen.kind === 'callbacks' ? <CallbacksScreen callbacks={callbacks} /> : null}
      {screen.kind === 'figures' ? <FiguresScreen /> : null}
    </main>
  )
}
