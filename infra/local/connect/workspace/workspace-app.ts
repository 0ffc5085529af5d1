import * as z from 'zod'
import type { CloudAssembly } from '../../template/cloud-assembly.ts'

/** The application that the workspace embeds, in Connect's format. */
export type WorkspaceApp = {
  arn: string
  id: string
  name: string
  namespace: string
  description: string
  accessUrl: string
  permissions: string[]
  /** PER_CONTACT: one frame for each contact and an idle one. CROSS_CONTACTS: a single frame. */
  contactHandling: { scope: 'PER_CONTACT' | 'CROSS_CONTACTS' }
  initializationTimeout: number
}

const AppShape = z.object({
  Name: z.string(),
  Namespace: z.string(),
  Description: z.string().default(''),
  ApplicationSourceConfig: z.object({ ExternalUrlConfig: z.object({ AccessUrl: z.string() }) }),
  Permissions: z.array(z.string()).default([]),
  InitializationTimeout: z.number().default(5000),
  ApplicationConfig: z.object({ ContactHandling: z.object({ Scope: z.enum(['PER_CONTACT', 'CROSS_CONTACTS']) }) }).optional(),
})

/** Reads the embedded application from the template; a URL that is not local is replaced by the local duty desk. */
export function workspaceAppOf(assembly: CloudAssembly, baseUrl: string): WorkspaceApp {
  const [resource] = assembly.ofType('AWS::AppIntegrations::Application')
  if (!resource) throw new Error('The template has no AWS::AppIntegrations::Application for the agent workspace to frame')
  const shape = AppShape.parse(resource.properties)
  const configured = shape.ApplicationSourceConfig.ExternalUrlConfig.AccessUrl
  return {
    arn: resource.arn,
    id: resource.id,
    name: shape.Name,
    namespace: shape.Namespace,
    description: shape.Description,
    accessUrl: isHere(configured) ? configured : localDesk(baseUrl),
    permissions: shape.Permissions,
    contactHandling: { scope: shape.ApplicationConfig?.ContactHandling.Scope ?? 'PER_CONTACT' },
    initializationTimeout: shape.InitializationTimeout,
  }
}

function isHere(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === '127.0.0.1'
}

/** The product port is two below the AWS port. */
function localDesk(baseUrl: string): string {
  const desk = new URL('/desk/', baseUrl)
  desk.port = String(Number(desk.port) - 2)
  return desk.href
}
