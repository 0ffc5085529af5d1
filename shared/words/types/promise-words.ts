import type { WallMoment } from '../../domain/time/brussels-time.ts'
import type { NotCalledBecause } from '../../domain/callbacks/callback.ts'

/** What a caller hears after leaving a number; spoken, so written without digits. */
export type PromiseWords = {
  /** The call-back is recorded, and when we call; null when no time can be promised. */
  done(promise: { from: WallMoment; by: WallMoment } | null): string
  /** What was entered is not a number; the caller can try again. */
  invalid: string
  /** A valid number that we do not call, and why. */
  refused: Record<NotCalledBecause, string>
  failed: string
}
