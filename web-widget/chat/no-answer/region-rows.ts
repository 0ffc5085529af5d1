import type { WidgetLine } from '../../../shared/contracts/widget/widget-line.ts'
import { type Language, openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { usualHours } from '../../../shared/words/usual-hours.ts'
import { weekInWords } from '../../../shared/words/week-in-words.ts'

/** What the frame shows of a region when our API does not answer: its numbers and its weekly hours in words. */
export type RegionRow = { region: WidgetLine['region']; hours: Record<Language, string> }

/** The rows of all regions, from their data files. The build runs this file and puts its values in the page, without the code. */
export const regionRows: readonly RegionRow[] = openRegions(regions).map(
  ({ id, brand, name, publicPhone: phone, crisisPhone, languages, hours: { week } }) => ({
    region: { id, brand, name, phone, crisisPhone: crisisPhone?.written ?? null, languages },
    hours: {
      nl: usualHours(weekInWords(week), 'nl'),
      fr: usualHours(weekInWords(week), 'fr'),
      en: usualHours(weekInWords(week), 'en'),
    },
  }),
)
