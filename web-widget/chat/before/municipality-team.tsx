import { useEffect, useState } from 'preact/hooks'
import type { MunicipalityTeam } from '../../../shared/contracts/widget.ts'
import type { BeforeWords } from '../../../shared/words/types/words.ts'
import { ask } from '../../kit/request.ts'

export type MunicipalityTeamProps = { words: BeforeWords; region: string; municipality: string | null }

/** Which team works in the municipality, or which other line does; said before starting, never guessed, and starting here stays possible. */
export function Place({ words, region, municipality }: MunicipalityTeamProps) {
  const [place, setPlace] = useState<MunicipalityTeam | null>(null)
  useEffect(() => {
    setPlace(null)
    if (municipality === null) return
    let isLate = false
    void ask<MunicipalityTeam>(`/api/widget/regions/${encodeURIComponent(region)}/places/${municipality}`).then((answer) => {
      if (!isLate && answer.kind === 'answered' && answer.status === 200) setPlace(answer.body)
    })
    return () => {
      isLate = true
    }
  }, [region, municipality])
  return (
    <p class="place" role="status">
      {place === null ? '' : teamSaid(place, words)}
    </p>
  )
}

function teamSaid(place: MunicipalityTeam, words: BeforeWords): string {
  if (place.kind === 'other-region') return words.municipalityElsewhere(place.region)
  if (place.kind === 'not-known') return words.municipalityNotServed
  return place.team === null ? '' : words.municipalityHere(place.team)
}
