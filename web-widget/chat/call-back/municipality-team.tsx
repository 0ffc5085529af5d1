import { useEffect, useState } from 'preact/hooks'
import type { MunicipalityTeam } from '../../../shared/contracts/widget/widget-line.ts'
import type { BeforeWords } from '../../../shared/words/types/words.ts'
import { LiveText } from '../../kit/live-text.tsx'
import { askWidget } from '../frame/later-parts.ts'

export type MunicipalityTeamProps = { words: BeforeWords; region: string; municipality: string | null }

/** The team for the chosen municipality, or the line of another region. It informs only: the referrer can still start a chat here. */
export function Place({ words, region, municipality }: MunicipalityTeamProps) {
  const [team, setTeam] = useState<MunicipalityTeam | null>(null)
  useEffect(() => {
    setTeam(null)
    if (municipality === null) return
    let isLate = false
    void askWidget('GET /api/widget/regions/:region/places/:nis', { ids: { region, nis: municipality } }).then((result) => {
      if (!isLate && result.kind === 'ok') setTeam(result.body)
    })
    return () => {
      isLate = true
    }
  }, [region, municipality])
  return (
    <p class="place" role="status">
      <LiveText text={team === null ? '' : teamSaid(team, words)} />
    </p>
  )
}

function teamSaid(team: MunicipalityTeam, words: BeforeWords): string {
  if (team.kind === 'other-region') return words.municipalityElsewhere(team.region)
  if (team.kind === 'not-known') return words.municipalityNotServed
  return team.team === null ? '' : words.municipalityHere(team.team)
}
