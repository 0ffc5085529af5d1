import {
  addClosing,
  dropOverride,
  type HoursObject,
  overridesInConnect,
  setClosing,
  setWeek,
  weekInConnect,
} from '../../shared/connect/hours.ts'
import type { HoursInConnect } from './apply-hours.ts'

/** What can be asked of one hours object in Connect, and changed in it. */
export function hoursIn(hours: HoursObject): HoursInConnect {
  return {
    week: () => weekInConnect(hours),
    overrides: () => overridesInConnect(hours),
    setWeek: (week) => setWeek(hours, week),
    add: (closing) => addClosing(hours, closing),
    set: (id, closing) => setClosing(hours, id, closing),
    drop: (id) => dropOverride(hours, id),
  }
}
