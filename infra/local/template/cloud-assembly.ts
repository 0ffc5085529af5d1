/** One resource of a synthesised template, with all values resolved as CloudFormation does at deployment. */
export type AssemblyResource = {
  stack: string
  logicalId: string
  type: string
  arn: string
  /** The physical name or id; a UUID derived from stack and logical id for a resource without a name. */
  id: string
  properties: Record<string, unknown>
  metadata: Record<string, unknown>
}

/** All resources that a deployment would create. */
export type CloudAssembly = {
  resources: AssemblyResource[]
  ofType(type: string): AssemblyResource[]
  byArn(arn: string): AssemblyResource | null
}

export type AssemblySettings = {
  /** Values of template parameters, in place of their defaults. */
  parameters?: Record<string, string>
  /** Returns the value of a secret to which the template refers. */
  secret?: (name: string) => string
  /** The origin of the HTTP APIs. */
  apiOrigin?: string
}

export type Template = {
  Parameters?: Record<string, { Default?: unknown; Type?: string }>
  Mappings?: Record<string, Record<string, Record<string, unknown>>>
  Conditions?: Record<string, unknown>
  Resources?: Record<string, TemplateResource>
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown }; Condition?: string }>
}
export type TemplateResource = {
  Type: string
  Properties?: Record<string, unknown>
  Metadata?: Record<string, unknown>
  Condition?: string
}

/** The physical identity of a resource: id, ARN, and the results of Ref and Fn::GetAtt. */
export type Identity = { id: string; arn: string; ref: string; attributes: Record<string, string> }

/** One stack while its values are being resolved. */
export type Scope = {
  stack: string
  template: Template
  settings: AssemblySettings
  imported(name: string): unknown
  identity(logicalId: string): Identity | null
}
