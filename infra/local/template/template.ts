import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Identity, CloudAssembly, AssemblyResource, AssemblySettings, Scope, Template } from './cloud-assembly.ts'
import { identify } from './template-identities.ts'
import { conditionHolds, resolve } from './template-values.ts'

type Manifest = {
  artifacts?: Record<string, { type: string; properties?: { templateFile?: string; stackName?: string; directoryName?: string } }>
}

/** Reads all stacks of a cloud assembly; throws an error with stack and logical id for a value that cannot be resolved. */
export function readAssembly(folder: string, settings: AssemblySettings = {}): CloudAssembly {
  const scopes = readTemplates(folder).map(({ stack, template }) => scopeOf(stack, template, settings))
  const exports = exportsOf(scopes)
  for (const scope of scopes) scope.imported = (name) => exports(name)
  const resources = scopes.flatMap(resourcesOf)
  const byArn = new Map(resources.map((resource) => [resource.arn, resource]))
  return {
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    byArn: (arn) => byArn.get(arn) ?? null,
  }
}

function readTemplates(folder: string): { stack: string; template: Template }[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  return Object.entries(manifest.artifacts ?? {}).flatMap(([name, { type, properties }]) => {
    if (type === 'cdk:cloud-assembly' && properties?.directoryName) return readTemplates(join(folder, properties.directoryName))
    if (type !== 'aws:cloudformation:stack' || !properties?.templateFile) return []
    const template: Template = JSON.parse(readFileSync(join(folder, properties.templateFile), 'utf8'))
    return [{ stack: properties.stackName ?? name, template }]
  })
}

function scopeOf(stack: string, template: Template, settings: AssemblySettings): Scope {
  const identities = new Map<string, Identity>()
  const scope: Scope = {
    stack,
    template,
    settings,
    imported: () => undefined,
    identity: (logicalId) => {
      const resource = template.Resources?.[logicalId]
      if (!resource) return null
      const known = identities.get(logicalId) ?? identify({ scope, logicalId, resource })
      identities.set(logicalId, known)
      return known
    },
  }
  return scope
}

/** The outputs that one stack exports for others, by resolved name. */
function exportsOf(scopes: Scope[]): (name: string) => unknown {
  const found = new Map<string, () => unknown>()
  for (const scope of scopes) {
    for (const [logicalId, output] of Object.entries(scope.template.Outputs ?? {})) {
      if (!output.Export || !conditionHolds(output.Condition, scope)) continue
      const at = `${scope.stack}/Outputs/${logicalId}`
      found.set(String(resolve(output.Export.Name, scope, at)), () => resolve(output.Value, scope, at))
    }
  }
  return (name) => found.get(name)?.()
}

function resourcesOf(scope: Scope): AssemblyResource[] {
  const planned: AssemblyResource[] = []
  for (const [logicalId, resource] of Object.entries(scope.template.Resources ?? {})) {
    const identity = scope.identity(logicalId)
    if (!identity || !conditionHolds(resource.Condition, scope)) continue
    planned.push({
      stack: scope.stack,
      logicalId,
      type: resource.Type,
      arn: identity.arn,
      id: identity.id,
      properties: resolveRecord(resource.Properties, scope, logicalId),
      metadata: resolveRecord(resource.Metadata, scope, logicalId),
    })
  }
  return planned
}

function resolveRecord(values: Record<string, unknown> | undefined, scope: Scope, logicalId: string): Record<string, unknown> {
  const at = `${scope.stack}/${logicalId}`
  const resolved = Object.entries(values ?? {}).map(([key, value]) => [key, resolve(value, scope, at)] as const)
  return Object.fromEntries(resolved.filter(([, value]) => value !== undefined))
}
