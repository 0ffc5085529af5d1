import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { type LineApp, lineApp } from '../../infra/app.ts'
import type { Region } from '../../shared/domain/regions/region.ts'
import { regions } from '../../shared/domain/regions/regions.ts'

type Resource = { Type: string; Properties: Record<string, unknown>; Metadata?: Record<string, unknown>; DependsOn?: string[] }

/** The app as `npm run synth` makes it: nothing is bundled. The template's own checks run in one test, the others do without. */
export function madeApp(from: readonly Region[] = regions, context: Record<string, unknown> = {}): LineApp {
  process.env['CDK_VALIDATION'] = 'false'
  const outdir = mkdtempSync(join(tmpdir(), 'line-template-'))
  return lineApp(from, { outdir, context: { 'aws:cdk:bundling-stacks': [], ...context } })
}

/** The resources of a type in a stack, as CloudFormation gets them. */
export function resourcesOf(stack: Stack, type: string): Resource[] {
  return Object.values(Template.fromStack(stack).findResources(type)) as Resource[]
}

/** The functions of a stack by their entry, with the settings they get. */
export function functionsOf(stack: Stack): Map<string, { settings: Record<string, unknown>; resource: Resource }> {
  const found = resourcesOf(stack, 'AWS::Lambda::Function').map((resource) => {
    const environment = resource.Properties['Environment'] as { Variables: Record<string, unknown> }
    const { NODE_OPTIONS: _always, ...settings } = environment.Variables
    return [String(resource.Metadata?.['permanence:entry']), { settings, resource }] as const
  })
  return new Map(found)
}
