import type { RegionId, TeamId, WorkerId } from '../../../shared/domain/ids.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'

/** A fictitious person who works on the local line; surnames are trees, so that no real person is meant. */
export type Person = {
  username: string
  firstName: string
  lastName: string
  worker: WorkerId
  role: 'worker' | 'coordinator'
  region: RegionId
  regionName: string
  team: TeamId
  teamName: string
  /** Share of a full-time week, from which the average number of families follows. */
  fullTimeShare: number
}

type Row = [firstName: string, lastName: string, team: string, share: number, role?: 'coordinator']

const oostRows: Row[] = [
  ['Noor', 'Berk', 'genk', 1],
  ['Sam', 'Wilg', 'genk', 0.5],
  ['Lien', 'Beuk', 'genk', 0.8],
  ['Tom', 'Esdoorn', 'maasmechelen', 1],
  ['Ines', 'Linde', 'maasmechelen', 0.5],
  ['Greet', 'Eik', 'genk', 1, 'coordinator'],
]
const kempenRows: Row[] = [
  ['Jef', 'Olm', 'noorderkempen', 1],
  ['Fatma', 'Hazelaar', 'noorderkempen', 0.5],
  ['Wout', 'Populier', 'voorkempen', 1],
  ['Amina', 'Els', 'voorkempen', 0.8],
  ['Rik', 'Kastanje', 'voorkempen', 1, 'coordinator'],
]

/** Everybody who can sign in on the local line. */
export const people: Person[] = [...peopleOf('limburg-oost', oostRows), ...peopleOf('voor-en-noorderkempen', kempenRows)]

function peopleOf(regionId: RegionId, rows: Row[]): Person[] {
  const region = openRegion(regionId)
  if (!region) throw new Error(`The made-up people of ${regionId} have no region.`)
  return rows.map(([firstName, lastName, team, fullTimeShare, role]) => {
    const slug = `${firstName}-${lastName}`.toLowerCase()
    return {
      username: slug.replace('-', '.'),
      firstName,
      lastName,
      worker: `worker_${slug}`,
      role: role ?? 'worker',
      region: region.id,
      regionName: `${region.brand}, ${region.name}`,
      team,
      teamName: region.teams.find((one) => one.id === team)?.name ?? team,
      fullTimeShare,
    }
  })
}
