/** One resource of the synthesised template, with everything in it resolved as CloudFormation would at deployment. */
export type AssemblyResource = {
  stack: string
  logicalId: string
  type: string
  arn: string
  /** The physical name or id; for a resource without a name of its own a UUID hashed from stack and logical id. */
  id: string
  properties: Record<string, unknown>
  metadata: Record<string, unknown>
}

/** What stands in AWS after a deployment, and therefore what stands here. */
export type CloudAssembly = {
  resources: AssemblyResource[]
  ofType(type: string): AssemblyResource[]
  byArn(arn: string): AssemblyResource | null
}

export type AssemblySettings = {
  /** Values of template parameters that win over their defaults. */
  parameters?: Record<string, string>
  /** Gives the value of a secret that the template names but does not hold. */
  secret?: (name: string) => string
  /** The origin under which the HTTP APIs stand. */
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

/** What a resource is called once it stands: its id, its ARN, what Ref and Fn::GetAtt answer. */
export type Identity = { id: string; arn: string; ref: string; attributes: Record<string, string> }

/** One stack while it is being resolved. */
export type Scope = {
  stack: string
  template: Template
  settings: AssemblySettings
  imported(name: string): unknown
  identity(logicalId: string): Identity | null
}
