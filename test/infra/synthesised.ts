import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { type LineApp, lineApp } from '../../infra/app.ts'
import type { Region } from '../../shared/domain/regions/region.ts'
import { regions } from '../../shared/domain/regions/regions.ts'

type Resource = { Type: string; Properties: Record<string, unknown>; Metadata?: Record<string, unknown>; DependsOn?: string[] }

/** The app as `npm run synth` makes it, but without bundling. The CDK's validation is off here; it runs in one test. */
export function madeApp(from: readonly Region[] = regions, context: Record<string, unknown> = {}): LineApp {
  process.env['CDK_VALIDATION'] = 'false'
  const outdir = mkdtempSync(join(tmpdir(), 'line-template-'))
  return lineApp(from, { outdir, context: { 'aws:cdk:bundling-stacks': [], ...context } })
}

export function resourcesOf(stack: Stack, type: string): Resource[] {
  return Object.values(Template.fromStack(stack).findResources(type)) as Resource[]
}

/** The Lambda functions of a stack by their entry file, with their environment variables. */
export function functionsOf(stack: Stack): Map<string, { settings: Record<string, unknown>; resource: Resource }> {
  const found = resourcesOf(stack, 'AWS::Lambda::Function').map((resource) => {
    const environment = resource.Properties['Environment'] as { Variables: Record<string, unknown> }
    const { NODE_OPTIONS: _always, ...settings } = environment.Variables
    return [String(resource.Metadata?.['permanence:entry']), { settings, resource }] as const
  })
  return new Map(found)
}
