import type { WallMoment } from '../../domain/time/brussels-time.ts'
import type { NotCalledBecause } from '../../domain/callbacks/callback.ts'

/** What a caller hears when she left a number: all of it spoken, so without figures. */
export type PromiseWords = {
  /** Noted, and when we call; null when no moment can be promised. */
  done(promise: { from: WallMoment; by: WallMoment } | null): string
  /** What she gave is no number; the flow lets her try again. */
  invalid: string
  /** It is a number, and we do not call it. */
  refused: Record<NotCalledBecause, string>
  failed: string
}
