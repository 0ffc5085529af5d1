import { describe, expect, it } from 'vitest'
import { citedDocuments, folderSize, readmes, registeredRegions } from './folders.ts'
import { layers } from './layers.ts'
import { retiredWords } from './retired-words.ts'
import * as rules from './rules.ts'
import { noCircles, oneWayFolders, stationNames, stationOrder } from './stations.ts'
import { type ArchitectureRule, readTree, type SourceFile } from './tree.ts'

const tree = readTree()
const file = (path: string, text: string): SourceFile => ({ path, text })

// Each rule stands beside wrongs that must turn it red: a check that cannot fail is worse than none.
const table: readonly (readonly [string, ArchitectureRule, readonly SourceFile[]])[] = [
  ['the top level holds only the agreed folders', rules.topLevel, [file('lib/one.ts', '')]],
  ['nobody imports from a higher layer', layers, [file('shared/domain/one.ts', "import { save } from '../storage/cases.ts'")]],
  [
    'modules of one layer do not import each other',
    layers,
    [file('functions/desk-api/one.ts', "import { two } from '../widget-api/two.ts'")],
  ],
  [
    'only functions read telephone numbers',
    layers,
    [file('web-widget/desk/one.ts', "import { readNumber } from '../../shared/numbers/callable-number.ts'")],
  ],
  ['a module imports only its own packages', layers, [file('shared/domain/one.ts', "import { Hono } from 'hono'")]],
  ['every file belongs to a module', layers, [file('stray.ts', '')]],
  [
    'no station imports a later one',
    stationOrder,
    [file('shared/domain/contacts/contact.ts', "import { mayStep } from '../cases/case.ts'")],
  ],
  [
    'no station imports a later one, on any layer',
    stationOrder,
    [file('functions/desk-api/hours/one.ts', "import { two } from '../cases/two.ts'")],
  ],
  ['folders are called by their station', stationNames, [file('shared/storage/ledger/one.ts', '')]],
  [
    'no two folders import each other',
    oneWayFolders,
    [
      file('infra/local/aws/one.ts', "import type { Two } from '../people/two.ts'"),
      file('infra/local/people/two.ts', "import { one } from '../aws/one.ts'"),
    ],
  ],
  [
    'no file imports itself by way of others',
    noCircles,
    [
      file('infra/local/aws/one.ts', "import type { Two } from './two.ts'"),
      file('infra/local/aws/two.ts', "import { one } from './one.ts'"),
    ],
  ],
  ['a folder can be looked over', folderSize, Array.from({ length: 21 }, (_, n) => file(`infra/local/aws/a${n}.ts`, ''))],
  ['a full folder says what lives in it', readmes, Array.from({ length: 8 }, (_, n) => file(`infra/local/aws/a${n}.ts`, ''))],
  ['every region is registered', registeredRegions, [file('shared/domain/regions/mechelen.json', '{}')]],
  ['a cited document is there', citedDocuments, [file('shared/domain/one.ts', '// (docs/nowhere.md 2.1)')]],
  [
    'a cited section is there',
    citedDocuments,
    [file('shared/domain/one.ts', '// (docs/sources.md 9.9)'), file('docs/sources.md', '## 2.1 Another')],
  ],
  ['nothing cites what only its author has', citedDocuments, [file('shared/domain/one.ts', '// (domain sources 2.1)')]],
  ['names are the words of the field', retiredWords, [file('shared/domain/one.ts', 'export type ChatWish = 1')]],
  ['comments are in the words of the field', retiredWords, [file('shared/domain/one.ts', '// The door answers.')]],
  ['every file can be read in one go', rules.fileLength, [file('shared/domain/one.ts', 'x\n'.repeat(201))]],
  [
    'no file knows too many others',
    rules.importCount,
    [file('infra/one.ts', Array.from({ length: 13 }, (_, n) => `import '../shared/domain/a${n}.ts'`).join('\n'))],
  ],
  ['names say what a thing is', rules.plainNames, [file('shared/domain/date-utils.ts', '')]],
  ['exports say what a thing is', rules.plainNames, [file('shared/domain/one.ts', 'export class CaseManager {}')]],
  ['the time zone is named in one place', rules.oneTimeZone, [file('functions/remind/one.ts', "const zone = 'Europe/Brussels'")]],
  ['time and chance are passed in', rules.timeIsTold, [file('shared/domain/one.ts', 'const now = new Date()')]],
  ['the stand-ins have one clock', rules.oneClock, [file('infra/local/connect/one.ts', 'const ends = Date.now() + 1000')]],
  ['no test asks the machine what time it is', rules.testsTellTheTime, [file('test/functions/one.test.ts', 'table(() => new Date())')]],
  ['nobody hands on the machine’s clock', rules.testsTellTheTime, [file('test/support/one.ts', 'export const now = Date.now')]],
  ['the brand of one region is data', rules.brandIsData, [file('functions/remind/one.ts', "const title = 'plan-trekker'")]],
  ['zod is imported lean', rules.leanZod, [file('shared/contracts/one.ts', "import { z } from 'zod'")]],
  ['the domain casts nothing', rules.noCastsInDomain, [file('shared/domain/one.ts', 'const day = text as Day')]],
  ['pages take their words from the words', rules.wordsInTheWords, [file('web-widget/chat/one.tsx', '<p>Welkom bij ons</p>')]],
  [
    'what a page shows is waited for',
    rules.patientTests,
    [file('test/local/one.test.ts', "import type { Page } from 'playwright-core'\nexpect(await page.title()).toBe('Chat')\n")],
  ],
  ['the glossary names every type of the domain', rules.glossary, [file('shared/domain/one.ts', 'export type Zzz = 1')]],
  [
    'every package has its reason in docs/dependencies.md',
    rules.reasonedDependencies,
    [file('package.json', '{"dependencies":{"left-pad":"1.0.0"}}')],
  ],
  [
    'every package is pinned exactly',
    rules.reasonedDependencies,
    [file('package.json', '{"dependencies":{"zod":"^4.0.0"}}'), file('docs/dependencies.md', '| `zod` |')],
  ],
  ['the lock file names no hosts', rules.lockWithoutHosts, [file('package-lock.json', '"resolved": "https://somewhere"')]],
]

describe('in this project', () => {
  it('the whole tree is looked at', () => {
    expect(tree.length).toBeGreaterThan(60)
  })

  it.each(table)('%s', (_title, rule) => {
    expect(rule(tree)).toEqual([])
  })

  it.each(table)('a planted wrong shows: %s', (_title, rule, planted) => {
    expect(rule(planted)).not.toEqual([])
  })
})
