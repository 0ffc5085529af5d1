import { useEffect, useState } from 'preact/hooks'
import type { WidgetPlace } from '../../../shared/contracts/widget.ts'
import type { BeforeWords } from '../../../shared/words/types/words.ts'
import { ask } from '../../kit/request.ts'

export type PlaceProps = { words: BeforeWords; region: string; municipality: string | null }

/** Which team works in the municipality, or which other line does; said before starting, never guessed, and starting here stays possible. */
export function Place({ words, region, municipality }: PlaceProps) {
  const [place, setPlace] = useState<WidgetPlace | null>(null)
  useEffect(() => {
    setPlace(null)
    if (municipality === null) return
    let isLate = false
    void ask<WidgetPlace>(`/api/widget/regions/${encodeURIComponent(region)}/places/${municipality}`).then((answer) => {
      if (!isLate && answer.kind === 'answered' && answer.status === 200) setPlace(answer.body)
    })
    return () => {
      isLate = true
    }
  }, [region, municipality])
  return (
    <p class="place" role="status">
      {place === null ? '' : placeSaid(place, words)}
    </p>
  )
}

function placeSaid(place: WidgetPlace, words: BeforeWords): string {
  if (place.kind === 'other-region') return words.municipalityElsewhere(place.region)
  if (place.kind === 'not-known') return words.municipalityNotServed
  return place.team === null ? '' : words.municipalityHere(place.team)
}
