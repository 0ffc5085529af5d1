import type { ArchitectureRule, SourceFile } from './tree.ts'

const maxFilesInFolder = 20
const filesThatNeedReadme = 8

// Scenarios and routing data are rows, not code: a row more makes no folder harder to read.
const isSource = ({ path }: SourceFile) => /\.(ts|tsx|css|html|mjs)$/.test(path)

/** A folder holds at most twenty source files: more than a person can look over is parted by station. */
export const folderSize: ArchitectureRule = (files) =>
  [...countByFolder(files)]
    .filter(([, count]) => count > maxFilesInFolder)
    .map(([folder, count]) => `${folder} holds ${count} source files, ${maxFilesInFolder} is the limit; part it by station or by part`)

/** A folder of the product with eight source files or more says in a README what lives in it. */
export const readmes: ArchitectureRule = (files) => {
  const paths = new Set(files.map(({ path }) => path))
  return [...countByFolder(files)]
    .filter(([folder, count]) => count >= filesThatNeedReadme && !folder.startsWith('test') && !paths.has(`${folder}/README.md`))
    .map(([folder, count]) => `${folder} holds ${count} source files and no README.md; say what lives there and what to read first`)
}

function countByFolder(files: readonly SourceFile[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { path } of files.filter(isSource)) {
    const folder = path.split('/').slice(0, -1).join('/')
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return counts
}

const regionsFolder = 'shared/domain/regions/'

/** Every row of a region is registered: an unregistered one would be ignored without a word. */
export const registeredRegions: ArchitectureRule = (files) => {
  const registry = files.find(({ path }) => path === `${regionsFolder}regions.ts`)?.text ?? ''
  return files
    .filter(({ path }) => path.startsWith(regionsFolder) && path.endsWith('.json') && !path.endsWith('/municipalities.json'))
    .filter(({ path }) => !registry.includes(`'./${path.slice(regionsFolder.length)}'`))
    .map(({ path }) => `${path} is not among the regions; import it in ${regionsFolder}regions.ts`)
}

const citation = /\b(docs\/[\w./-]+\.(?:md|json))\b(?: (\d+(?:\.\d+)*))?/g
const unknownSource =
  /\b(domain sources|(?:design|quality|reference|workspace|cases|layout|style|field|following|cloud|aws|local)\.md)\b|\(reference \d|\bquality \d/i

/** A document that code or prose cites stands in the project, with the section that is named. */
export const citedDocuments: ArchitectureRule = (files) => {
  const documents = new Map(files.map(({ path, text }) => [path, text]))
  return files
    .filter(({ path }) => /\.(ts|tsx|md|css)$/.test(path) && !path.startsWith('test/architecture/'))
    .flatMap(({ path, text }) => [
      ...[...text.matchAll(citation)].flatMap(([, document = '', section]) => {
        const cited = documents.get(document)
        if (cited === undefined) return [`${path} cites ${document}, which is not in the project`]
        if (section === undefined || new RegExp(`^#+ ${section.replaceAll('.', '\\.')}\\b`, 'm').test(cited)) return []
        return [`${path} cites ${document} ${section}, a section that is not there`]
      }),
      ...(unknownSource.test(text) ? [`${path} cites “${unknownSource.exec(text)?.[0]}”, which is not in the project; see docs/`] : []),
    ])
}
