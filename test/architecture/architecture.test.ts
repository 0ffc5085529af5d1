import { describe, expect, it } from 'vitest'
import { floors, streetOrder } from './layers.ts'
import * as rules from './rules.ts'
import { type HouseRule, readTree, type SourceFile } from './tree.ts'

const tree = readTree()
const file = (path: string, text: string): SourceFile => ({ path, text })

// Each rule stands beside wrongs that must turn it red: a check that cannot fail is worse than none.
const table: readonly (readonly [string, HouseRule, readonly SourceFile[]])[] = [
  ['the top level holds only the agreed folders', rules.topLevel, [file('lib/one.ts', '')]],
  ['nobody looks up a floor', floors, [file('shared/domain/one.ts', "import { save } from '../storage/cases.ts'")]],
  ['siblings do not look at each other', floors, [file('functions/desk-api/one.ts', "import { two } from '../widget-api/two.ts'")]],
  [
    'only doors read telephone numbers',
    floors,
    [file('web-widget/desk/one.ts', "import { readNumber } from '../../shared/numbers/callable-number.ts'")],
  ],
  ['a room imports only its own packages', floors, [file('shared/domain/one.ts', "import { Hono } from 'hono'")]],
  ['every file stands in a room', floors, [file('stray.ts', '')]],
  ['no station of the street looks ahead', streetOrder, [file('shared/domain/contacts/contact.ts', "import { mayStep } from './case.ts'")]],
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
  ['the brand of one region is data', rules.brandIsData, [file('functions/remind/one.ts', "const title = 'plan-trekker'")]],
  ['zod is imported lean', rules.leanZod, [file('shared/contracts/one.ts', "import { z } from 'zod'")]],
  ['the domain casts nothing', rules.noCastsInDomain, [file('shared/domain/one.ts', 'const day = text as Day')]],
  ['pages take their words from the words', rules.wordsInTheirRoom, [file('web-widget/chat/one.tsx', '<p>Welkom bij ons</p>')]],
  [
    'what a page shows is waited for',
    rules.patientTests,
    [file('test/local/one.test.ts', "import type { Page } from 'playwright-core'\nexpect(await page.title()).toBe('Chat')\n")],
  ],
  ['the glossary names every type of the domain', rules.glossary, [file('shared/domain/one.ts', 'export type Zzz = 1')]],
  [
    'every package has its reason in the README',
    rules.reasonedDependencies,
    [file('package.json', '{"dependencies":{"left-pad":"1.0.0"}}')],
  ],
  [
    'every package is pinned exactly',
    rules.reasonedDependencies,
    [file('package.json', '{"dependencies":{"zod":"^4.0.0"}}'), file('README.md', '| `zod` |')],
  ],
  ['the lock file names no hosts', rules.lockWithoutHosts, [file('package-lock.json', '"resolved": "https://somewhere"')]],
]

describe('in this house', () => {
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
