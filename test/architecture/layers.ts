import { type ArchitectureRule, codeOf, importsOf, type SourceFile } from './tree.ts'

type Module = { folder: string; modules: readonly string[]; packages: readonly string[] | 'any' }

// The layers, from the top down: the first folder that fits is the module. A module may use itself, the modules and the packages named.
// Layers: test 5 · infra/local 4 · infra 3 · functions and web-widget 2 · storage, connect, notices, numbers, lambda 1 · contracts ½ · domain and words 0.
const shared = [
  'shared/domain',
  'shared/words',
  'shared/contracts',
  'shared/storage',
  'shared/connect',
  'shared/notices',
  'shared/numbers',
  'shared/lambda',
]
const frame = ['functions/lambda.ts', 'functions/http-app.ts']
const plan: readonly Module[] = [
  { folder: 'test', modules: ['infra', 'functions', 'web-widget', ...shared], packages: 'any' },
  { folder: 'vitest.config.ts', modules: ['test'], packages: 'any' },
  {
    folder: 'infra/local',
    modules: ['infra', 'web-widget', ...frame, ...shared],
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
  { folder: 'infra/number-flow', modules: [...frame, ...shared], packages: ['node', '@aws-sdk/client-connect', 'zod'] },
  {
    folder: 'infra/scenarios',
    modules: ['infra', 'shared/domain', 'shared/words', 'shared/contracts'],
    packages: ['node', 'aws-cdk-lib', 'constructs', 'zod'],
  },
  { folder: 'infra/open-api.ts', modules: ['shared/contracts'], packages: ['node', 'zod'] },
  { folder: 'infra', modules: ['shared/domain', 'shared/words', 'shared/contracts'], packages: ['node', 'aws-cdk-lib', 'constructs'] },
  { folder: 'functions/lambda.ts', modules: shared, packages: ['node', 'hono', 'zod'] },
  { folder: 'functions/http-app.ts', modules: ['functions/lambda.ts', ...shared], packages: ['node', 'hono', 'zod'] },
  {
    folder: 'functions/mount-routes.ts',
    modules: ['functions/lambda.ts', 'functions/http-app.ts', ...shared],
    packages: ['node', 'hono', 'zod'],
  },
  { folder: 'functions/record-event.ts', modules: shared, packages: ['node'] },
  {
    folder: 'functions/',
    modules: [...frame, 'functions/mount-routes.ts', 'functions/record-event.ts', ...shared],
    packages: ['node', 'hono', 'zod', 'aws-jwt-verify', 'ical-generator'],
  },
  { folder: 'web-widget/kit', modules: ['shared/domain', 'shared/words', 'shared/contracts'], packages: ['preact'] },
  {
    folder: 'web-widget/',
    modules: ['web-widget/kit', 'shared/domain', 'shared/words', 'shared/contracts'],
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
    modules: ['shared/domain', 'shared/contracts'],
    packages: ['node', 'zod', '@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'],
  },
  { folder: 'shared/connect', modules: ['shared/domain', 'shared/contracts'], packages: ['node', 'zod', '@aws-sdk/client-connect'] },
  { folder: 'shared/numbers', modules: ['shared/domain'], packages: ['libphonenumber-js'] },
  {
    folder: 'shared/notices',
    modules: ['shared/domain', 'shared/contracts', 'shared/words'],
    packages: ['node', 'zod', '@aws-sdk/client-sns'],
  },
  { folder: 'shared/lambda', modules: ['shared/domain'], packages: ['@aws-sdk/client-lambda'] },
  { folder: 'shared/contracts', modules: ['shared/domain'], packages: ['zod'] },
  { folder: 'shared/words', modules: ['shared/domain'], packages: [] },
  { folder: 'shared/domain/time', modules: [], packages: ['zod', 'date-fns', 'date-fns-tz'] },
  { folder: 'shared/domain', modules: [], packages: ['zod'] },
]

/** A file imports only from layers below its own, and modules of one layer do not import each other. */
export const layers: ArchitectureRule = (files) => codeOf(files).flatMap(importsUpward)

function importsUpward(file: SourceFile): string[] {
  const module = plan.find((one) => file.path.startsWith(one.folder))
  if (!module) return [`${file.path} belongs to no module of the plan; see README.md, layers, and put it where it belongs`]
  const own = ownFolder(file.path, module)
  return importsOf(file).flatMap(({ target, isPackage, typeOnly }) => {
    const allowed = isPackage
      ? module.packages === 'any' || module.packages.includes(target) || (typeOnly && target === 'aws-lambda')
      : target.startsWith(own) || module.modules.some((one) => target.startsWith(one)) || target.startsWith('package.json')
    return allowed
      ? []
      : [`${file.path} may not import ${target}: it stands in a higher layer or beside this one; move what both need to a layer below`]
  })
}

// Each function and each part of the web-widget is a module of its own.
function ownFolder(path: string, module: Module): string {
  if (module.folder !== 'functions/' && module.folder !== 'web-widget/') return module.folder
  return path.split('/').slice(0, 2).join('/')
}
