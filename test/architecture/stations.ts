import { type ArchitectureRule, codeOf, importsOf } from './tree.ts'

/** The stations of the journey, in its order: the same folder names on every layer. */
const stations = ['contacts', 'hours', 'roster', 'line', 'callbacks', 'conversations', 'cases', 'reports'] as const

// A layer that is parted by stations, with what lies under all of them, and what builds on all of them. Files in the layer's own folder may
// import any of its folders; what lies under is imported by all and imports no station.
const partedLayers: readonly { layer: string; under: readonly string[]; above: readonly string[] }[] = [
  { layer: 'shared/domain', under: ['time', 'regions'], above: [] },
  { layer: 'shared/contracts', under: ['connect', 'desk'], above: ['widget', 'routes'] },
  { layer: 'shared/storage', under: ['table', 'workers', 'notices'], above: [] },
  { layer: 'functions/desk-api', under: ['desk'], above: [] },
  { layer: 'web-widget/desk', under: ['client', 'state', 'parts'], above: ['now'] },
]

type Place = { layer: string; folder: string; rank: number }

/** A station imports earlier stations only: comes in → decided → offered → logged → taken on → followed up → reported. */
export const stationOrder: ArchitectureRule = (files) =>
  codeOf(files).flatMap((file) => {
    const from = placeOf(file.path)
    if (!from) return []
    return importsOf(file).flatMap(({ target }) => {
      const to = placeOf(target)
      if (!to || to.layer !== from.layer || to.rank <= from.rank) return []
      return [`${file.path} imports ${target}, a later station; let the later one import the earlier, or move the shared piece below both`]
    })
  })

function placeOf(path: string): Place | null {
  const parted = partedLayers.find(({ layer }) => path.startsWith(`${layer}/`))
  const folder = parted && /^([^/]+)\//.exec(path.slice(parted.layer.length + 1))?.[1]
  if (!parted || folder === undefined) return null
  const order = [...parted.under, ...stations, ...parted.above]
  return { layer: parted.layer, folder, rank: order.indexOf(folder) }
}

/** A layer that is parted by stations has no folders of other names. */
export const stationNames: ArchitectureRule = (files) => {
  const strangers = files.flatMap(({ path }) => {
    const place = placeOf(path)
    return place && place.rank < 0 ? [`${place.layer}/${place.folder}`] : []
  })
  return [...new Set(strangers)].map((folder) => `${folder} is no station; the stations are ${stations.join(', ')}`)
}

/** No two folders import each other, also not by types alone: who opens one of them would have to read both. */
export const oneWayFolders: ArchitectureRule = (files) => {
  const arrows = new Map<string, string>()
  for (const file of codeOf(files).filter(({ path }) => !path.startsWith('test/'))) {
    for (const { target, isPackage } of importsOf(file)) {
      const [from, to] = [folderOf(file.path), folderOf(target)]
      if (!isPackage && from !== to) arrows.set(`${from} → ${to}`, file.path)
    }
  }
  return [...arrows].flatMap(([arrow, path]) => {
    const [from = '', to = ''] = arrow.split(' → ')
    const back = arrows.get(`${to} → ${from}`)
    if (back === undefined || from > to) return []
    return [`${from} and ${to} import each other (${path}, ${back}); lift what both need to a folder below`]
  })
}

/** No file imports itself by way of others, types included. */
export const noCircles: ArchitectureRule = (files) => {
  const imports = new Map(codeOf(files).map((file) => [file.path, importsOf(file).map(({ target }) => target)]))
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path)
    if (start >= 0) found.push(`${[...way.slice(start), path].join(' → ')} is a circle; lift the shared type to a file of its own`)
    if (start >= 0 || done.has(path)) return
    for (const next of imports.get(path) ?? []) walk(next, [...way, path])
    done.add(path)
  }
  for (const path of imports.keys()) walk(path, [])
  return found
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}
