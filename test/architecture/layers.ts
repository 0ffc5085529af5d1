import { codeOf, type HouseRule, importsOf, type SourceFile } from './tree.ts'

type DeskContext = { folder: string; rooms: readonly string[]; packages: readonly string[] | 'any' }

// The house plan, from the roof down: the first folder that fits is the room. A room may use itself, the rooms and the packages named.
// Floors: test 5 · infra/local 4 · infra 3 · functions and web-widget 2 · storage, connect, notices, numbers, doors 1 · contracts ½ · domain and words 0.
const shared = [
  'shared/domain',
  'shared/words',
  'shared/contracts',
  'shared/storage',
  'shared/connect',
  'shared/notices',
  'shared/numbers',
  'shared/doors',
]
const plan: readonly DeskContext[] = [
  { folder: 'test', rooms: ['infra', 'functions', 'web-widget', ...shared], packages: 'any' },
  { folder: 'vitest.config.ts', rooms: ['test'], packages: 'any' },
  {
    folder: 'infra/local',
    rooms: ['infra', 'web-widget', 'functions/lambda.ts', 'functions/http-app.ts', ...shared],
    packages: [
      'node',
      'ws',
      'jose',
      'esbuild',
      'preact',
      'amazon-connect-chatjs',
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/lib-dynamodb',
      'zod',
    ],
  },
  {
    folder: 'infra/number-flow',
    rooms: ['functions/lambda.ts', 'functions/http-app.ts', ...shared],
    packages: ['node', '@aws-sdk/client-connect', 'zod'],
  },
  {
    folder: 'infra/scenarios',
    rooms: ['infra', 'shared/domain', 'shared/words', 'shared/contracts'],
    packages: ['node', 'aws-cdk-lib', 'constructs', 'zod'],
  },
  { folder: 'infra/open-api.ts', rooms: ['shared/contracts'], packages: ['node', 'zod'] },
  { folder: 'infra', rooms: ['shared/domain', 'shared/words', 'shared/contracts'], packages: ['node', 'aws-cdk-lib', 'constructs'] },
  { folder: 'functions/lambda.ts', rooms: shared, packages: ['node', 'hono', 'zod'] },
  { folder: 'functions/http-app.ts', rooms: ['functions/lambda.ts', ...shared], packages: ['node', 'hono', 'zod'] },
  {
    folder: 'functions/mount-routes.ts',
    rooms: ['functions/lambda.ts', 'functions/http-app.ts', ...shared],
    packages: ['node', 'hono', 'zod'],
  },
  {
    folder: 'functions/',
    rooms: ['functions/lambda.ts', 'functions/http-app.ts', 'functions/mount-routes.ts', ...shared],
    packages: ['node', 'hono', 'zod', 'aws-jwt-verify', 'ical-generator'],
  },
  { folder: 'web-widget/kit', rooms: ['shared/domain', 'shared/words', 'shared/contracts'], packages: ['preact'] },
  {
    folder: 'web-widget/',
    rooms: ['web-widget/kit', 'shared/domain', 'shared/words', 'shared/contracts'],
    packages: [
      'preact',
      'amazon-connect-chatjs',
      '@amazon-connect/app',
      '@amazon-connect/contact',
      '@amazon-connect/voice',
      '@amazon-connect/core',
    ],
  },
  {
    folder: 'shared/storage',
    rooms: ['shared/domain', 'shared/contracts'],
    packages: ['node', 'zod', '@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'],
  },
  { folder: 'shared/connect', rooms: ['shared/domain', 'shared/contracts'], packages: ['node', 'zod', '@aws-sdk/client-connect'] },
  { folder: 'shared/numbers', rooms: ['shared/domain'], packages: ['libphonenumber-js'] },
  {
    folder: 'shared/notices',
    rooms: ['shared/domain', 'shared/contracts', 'shared/words'],
    packages: ['node', 'zod', '@aws-sdk/client-sns'],
  },
  { folder: 'shared/doors', rooms: ['shared/domain'], packages: ['@aws-sdk/client-lambda'] },
  { folder: 'shared/contracts', rooms: ['shared/domain'], packages: ['zod'] },
  { folder: 'shared/words', rooms: ['shared/domain'], packages: [] },
  { folder: 'shared/domain', rooms: [], packages: ['zod'] },
]

/** A file imports only from floors below its own, and siblings do not look at each other. */
export const floors: HouseRule = (files) => codeOf(files).flatMap(lookUpTheFloor)

function lookUpTheFloor(file: SourceFile): string[] {
  const room = plan.find((one) => file.path.startsWith(one.folder))
  if (!room) return [`${file.path} stands in no room of the house plan; see design.md, floors, and put it where it belongs`]
  const own = ownFolder(file.path, room)
  return importsOf(file).flatMap(({ target, isPackage, typeOnly }) => {
    const allowed = isPackage
      ? room.packages === 'any' || room.packages.includes(target) || (typeOnly && target === 'aws-lambda')
      : target.startsWith(own) || room.rooms.some((one) => target.startsWith(one)) || target.startsWith('package.json')
    return allowed
      ? []
      : [`${file.path} may not import ${target}: it looks up a floor or at a sibling; move the shared piece to a floor below`]
  })
}

// Each function and each piece of the web-widget is a room of its own: siblings are strangers.
function ownFolder(path: string, room: DeskContext): string {
  if (room.folder !== 'functions/' && room.folder !== 'web-widget/') return room.folder
  return path.split('/').slice(0, 2).join('/')
}

// The street inside the domain: a station never looks ahead. Files that are not named here are ground under all of them.
const street = ['region', 'opening-hours', 'duty-roster', 'contact', 'routing', 'coaching', 'caseload', 'case']

/** The stations of the street import backwards only: comes in → decided → offered → logged → taken on → followed up → reported. */
export const streetOrder: HouseRule = (files) =>
  codeOf(files).flatMap((file) => {
    const station = stationOf(file.path)
    if (station < 0) return []
    return importsOf(file)
      .filter((one) => stationOf(one.target) > station)
      .map((one) => `${file.path} looks ahead in the street at ${one.target}; the later station imports the earlier one`)
  })

function stationOf(path: string): number {
  const match = /^shared\/domain\/([a-z-]+)\.ts$/.exec(path)
  return match ? street.indexOf(match[1] ?? '') : -1
}
