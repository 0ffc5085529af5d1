import { codeOf, type ArchitectureRule, importsOf, type SourceFile, withoutComments } from './tree.ts'

const allowedAtTheTop = [
  'infra',
  'functions',
  'shared',
  'web-widget',
  'test',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'cdk.json',
  'biome.json',
  'vitest.config.ts',
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'LICENSE',
]

/** The top level is fixed: a newcomer finds the same few folders every time. */
export const topLevel: ArchitectureRule = (files) =>
  [...new Set(files.map((file) => file.path.split('/')[0] ?? ''))]
    .filter((name) => !name.startsWith('.') && !allowedAtTheTop.includes(name))
    .map((name) => `${name} may not stand at the top level; it belongs in one of ${allowedAtTheTop.slice(0, 6).join(', ')}`)

/** Files stay short enough to read in one go: 200 lines, tests 300. */
export const fileLength: ArchitectureRule = (files) =>
  codeOf(files).flatMap((file) => {
    const lines = file.text.trimEnd().split('\n').length
    const limit = file.path.startsWith('test/') ? 300 : 200
    return lines > limit ? [`${file.path} has ${lines} lines, ${limit} is the limit; split it along what it does`] : []
  })

/** A file that needs more than twelve others while it runs knows too much; types vanish, and packages have their own table. */
export const importCount: ArchitectureRule = (files) =>
  codeOf(files)
    .filter((file) => !file.path.startsWith('test/'))
    .flatMap((file) => {
      const count = new Set(
        importsOf(file)
          .filter((one) => !one.typeOnly && !one.isPackage)
          .map((one) => one.target),
      ).size
      return count > 12 ? [`${file.path} imports ${count} files, 12 is the limit; let a file in between carry some of them`] : []
    })

const junk = /(^|[-_])(util|utils|helper|helpers|common|misc|manager|info|data|process|handle)([-_.]|$)/
const junkExport = /export (?:async )?(?:function|const|type|class) (\w*(?:[Uu]til|[Hh]elper|[Cc]ommon|[Mm]isc|[Mm]anager)\w*)/g

// The architecture test itself holds the wrongs that are planted for its rules.
const outsideThisTest = (files: readonly SourceFile[]) => codeOf(files).filter((file) => !file.path.startsWith('test/architecture/'))

/** Names say what a thing is; these words say nothing. */
export const plainNames: ArchitectureRule = (files) =>
  outsideThisTest(files).flatMap((file) => [
    ...(file.path.split('/').some((part) => junk.test(part))
      ? [`${file.path} carries a name that says nothing; name it after what it does`]
      : []),
    ...(/(^|\/)[^/]*[A-Z][^/]*$/.test(file.path) ? [`${file.path} is not kebab-case`] : []),
    ...[...file.text.matchAll(junkExport)].map((match) => `${file.path} exports ${match[1]}, a name that says nothing`),
  ])

const zoneHome = 'shared/domain/time/brussels-time.ts'

/** Brussels wall time has one home. */
export const oneTimeZone: ArchitectureRule = (files) =>
  codeOf(files)
    .filter((file) => file.path !== zoneHome && !file.path.startsWith('test/'))
    .filter((file) => withoutComments(file.text).includes('Europe/Brussels'))
    .map((file) => `${file.path} names the time zone; ask ${zoneHome}`)

const asksTheClock = /new Date\(\)|\bDate\.now\b|Temporal\.Now|performance\.timeOrigin/
const chance = /Math\.random\(\)|randomUUID\(\)/
const asksTimeOf = (path: string) => (files: readonly SourceFile[]) =>
  outsideThisTest(files).filter((file) => file.path.startsWith(path) && asksTheClock.test(withoutComments(file.text)))
const mayAskTheClock = (path: string) =>
  /(^|\/)handler\.ts$/.test(path) || /^(infra\/local|test)\//.test(path) || path === 'web-widget/kit/now.ts'

/** Time and chance are passed in: only a handler, the stand-ins and one file of the pages may ask for them. */
export const timeIsTold: ArchitectureRule = (files) =>
  codeOf(files)
    .filter(({ path, text }) => !mayAskTheClock(path) && [asksTheClock, chance].some((asks) => asks.test(withoutComments(text))))
    .map((file) => `${file.path} asks the clock or chance itself; take it as an argument (deps.now, deps.newId)`)

// The clock itself, the worker that hands it to the functions, and one file of the pages.
const clocksOfTheLine = /^infra\/local\/(.*\/)?(clock|function-worker|pages\/now)\.ts$/

/** The stand-ins have one clock, that can be moved: else half of a line that was set to Saturday still lives on Tuesday. */
export const oneClock: ArchitectureRule = (files) =>
  asksTimeOf('infra/local/')(files)
    .filter((file) => !clocksOfTheLine.test(file.path))
    .map(
      (file) => `${file.path} asks the machine's clock; ask the line's (clock.now), in a page its now(), or measure with performance.now()`,
    )

// The tests' clock itself, the proof of the line's clock, and the handler of a made-up function that shows which time it hears.
const clocksOfTheTests = /\/(clock|clock\.test|handler)\.ts$/

/** What a test tells of 24 November must not depend on the day on which it runs. */
export const testsTellTheTime: ArchitectureRule = (files) =>
  asksTimeOf('test/')(files)
    .filter((file) => !clocksOfTheTests.test(file.path))
    .map(
      (file) =>
        `${file.path} asks the machine what time it is; say it with itIs('2026-11-24 10:30') and ask now() of test/support/time/clock.ts`,
    )

/** The brand of one region is data: it stands in the regions' files and in the words, nowhere in code. */
export const brandIsData: ArchitectureRule = (files) =>
  codeOf(files)
    .filter((file) => !/^(shared\/words|test)\//.test(file.path))
    .filter((file) => /plan-?trekker/i.test(withoutComments(file.text)))
    .map((file) => `${file.path} names one region's brand; use region.brand or region.workerTitle`)

/** `import { z } from 'zod'` carries every language of its messages, 264 kB. */
export const leanZod: ArchitectureRule = (files) =>
  outsideThisTest(files)
    .filter((file) => /import (?:\{[^}]*\bz\b[^}]*\}|z) from ['"]zod['"]/.test(file.text))
    .map((file) => `${file.path} imports zod whole; write import * as z from 'zod'`)

/** A cast hides what the compiler would say; in the domain only Brussels time, which makes the template strings, may. */
export const noCastsInDomain: ArchitectureRule = (files) =>
  codeOf(files)
    .filter((file) => file.path.startsWith('shared/domain/') && file.path !== zoneHome)
    .filter((file) => / as (?!const\b)[A-Z]/.test(withoutComments(file.text).replaceAll(/import[^\n]*/g, '')))
    .map((file) => `${file.path} casts a type; parse it, or make it in ${zoneHome}`)

/** What a person reads stands in shared/words: no text between the tags of a page. */
export const wordsInTheWords: ArchitectureRule = (files) =>
  codeOf(files)
    .filter((file) => file.path.startsWith('web-widget/') && file.path.endsWith('.tsx'))
    .flatMap((file) =>
      [...withoutComments(file.text).matchAll(/<[a-z][\w-]*(?:\s(?:[^<>]|=>)*)?(?<!=)>\s*([A-Za-zÀ-ÿ]{2,}[^<{]*)</g)].map((match) => ({
        file,
        said: match[1] ?? '',
      })),
    )
    .map(({ file, said }) => `${file.path} says “${said.trim().slice(0, 30)}” itself; put it in shared/words`)

/** The glossary in the domain's README names every exported type: one Dutch word, one code word. */
export const glossary: ArchitectureRule = (files) => {
  const readme = files.find((file) => file.path === 'shared/domain/README.md')?.text ?? ''
  return exportedTypes(files)
    .filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(readme))
    .map(({ path, name }) => `${path} exports ${name}, which the glossary of shared/domain/README.md does not name`)
}

function exportedTypes(files: readonly SourceFile[]): { path: string; name: string }[] {
  return codeOf(files)
    .filter((file) => file.path.startsWith('shared/domain/'))
    .flatMap((file) => [...file.text.matchAll(/^export type (\w+)/gm)].map((match) => ({ path: file.path, name: match[1] ?? '' })))
}

/** Every package we lean on has its line of why in docs/dependencies.md. */
export const reasonedDependencies: ArchitectureRule = (files) => {
  const text = files.find((file) => file.path === 'package.json')?.text ?? '{}'
  const table = files.find((file) => file.path === 'docs/dependencies.md')?.text ?? ''
  const listed: Record<string, Record<string, string>> = JSON.parse(text)
  const names = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((group) => Object.entries(listed[group] ?? {}))
  return names.flatMap(([name, version]) => [
    ...(table.includes(`| \`${name}\``)
      ? []
      : [`docs/dependencies.md gives no reason for ${name}; add its line to the table of dependencies`]),
    ...(/^\d/.test(version) ? [] : [`package.json does not pin ${name} exactly`]),
  ])
}

/** A lock file that names hosts breaks where they cannot be reached. */
export const lockWithoutHosts: ArchitectureRule = (files) =>
  files
    .filter((file) => file.path === 'package-lock.json' && file.text.includes('"resolved": "http'))
    .map((file) => `${file.path} names the host of a registry; run npm install with the project's .npmrc`)

const readsOnce =
  /^[\s([]*await\b[\s\S]*\.(?:title|count|inputValue|is[A-Z]\w+|(?:inner|text|allInner|allText)[A-Z]\w*|getAttribute|boundingBox|evaluate|evaluateAll)\(/

/** A page paints when it is ready, not when a test looks: what it shows is waited for. Files without a browser may read what they like. */
export const patientTests: ArchitectureRule = (files) =>
  outsideThisTest(files)
    .filter((file) => file.path.startsWith('test/') && /playwright|\/journey|support\/browser/.test(file.text))
    .flatMap((file) => [...file.text.matchAll(/\bexpect\(([\s\S]*?)\)\s*\.(?:not\.)?to/g)].map(([, asked = '']) => ({ file, asked })))
    .filter(({ asked }) => readsOnce.test(asked))
    .map(({ file, asked }) => `${file.path} looks once at “${asked.trim().slice(0, 60)}”; write await expect.poll(() => …), or waitFor()`)
