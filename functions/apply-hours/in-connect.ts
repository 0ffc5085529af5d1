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

/** The requests on one hours-of-operation object in Connect. */
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
