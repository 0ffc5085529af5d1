import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AssemblySettings, Template } from '../../../infra/local/template/cloud-assembly.ts'
import { readAssembly } from '../../../infra/local/template/template.ts'

const madeAssembly = (stacks: Record<string, Template>, settings?: AssemblySettings) => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  const artifacts = Object.fromEntries(
    Object.keys(stacks).map((name) => [name, { type: 'aws:cloudformation:stack', properties: { templateFile: `${name}.template.json` } }]),
  )
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts: { ...artifacts, Tree: { type: 'cdk:tree' } } }))
  for (const [name, template] of Object.entries(stacks)) writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(template))
  return readAssembly(folder, settings)
}

/** The value of one template expression, read from a resource that has it as a property. */
const valueOf = (expression: unknown, template: Template = {}, settings?: AssemblySettings) => {
  const probe = { Type: 'Test::Probe', Properties: { value: expression } }
  const assembly = madeAssembly({ core: { ...template, Resources: { ...template.Resources, Probe: probe } } }, settings)
  return assembly.ofType('Test::Probe')[0]?.properties['value']
}

const instance = { Type: 'AWS::Connect::Instance', Properties: {} }
const flow = { Type: 'AWS::Connect::ContactFlow', Properties: { InstanceArn: { 'Fn::GetAtt': ['Line', 'Arn'] }, Name: 'onthaal' } }
const topic = { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } }
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/

describe('an expression of the template becomes', () => {
  const template: Template = {
    Parameters: { Stage: { Default: 'local' }, Number: { Default: '+3210' } },
    Mappings: { Hours: { oost: { opens: '09:00' } } },
    Conditions: { IsLocal: { 'Fn::Equals': [{ Ref: 'Stage' }, 'local'] }, IsCloud: { 'Fn::Not': [{ Condition: 'IsLocal' }] } },
    Resources: { Alerts: topic },
  }
  it.each([
    ['a parameter by its default', { Ref: 'Stage' }, 'local'],
    ['a parameter by the value that was given', { Ref: 'Number' }, '+3299'],
    ['the region of the line', { Ref: 'AWS::Region' }, 'eu-central-1'],
    ['a joined ARN', { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, { Ref: 'AWS::AccountId' }]] }, 'arn:aws:111122223333'],
    ['the ARN of a topic', { Ref: 'Alerts' }, 'arn:aws:sns:eu-central-1:111122223333:alerts'],
    ['an attribute written with a dot', { 'Fn::GetAtt': 'Alerts.TopicName' }, 'alerts'],
    [
      'a substituted sentence',
      { 'Fn::Sub': ['${AWS::StackName}/${Alerts.TopicName}/${own}/${!kept}', { own: { Ref: 'Stage' } }] },
      'core/alerts/local/${kept}',
    ],
    ['a piece of a split', { 'Fn::Select': [1, { 'Fn::Split': ['|', 'a|b'] }] }, 'b'],
    ['the arm of a condition', { 'Fn::If': ['IsCloud', 'cloud', 'here'] }, 'here'],
    ['a row of a mapping', { 'Fn::FindInMap': ['Hours', 'oost', 'opens'] }, '09:00'],
    ['an object without what has no value', { keyValues: 1, gone: { Ref: 'AWS::NoValue' } }, { keyValues: 1 }],
    ['a policy whose condition is no intrinsic', { Condition: { Bool: { a: 'true' } } }, { Condition: { Bool: { a: 'true' } } }],
  ])('%s', (_title, expression, expected) => {
    expect(valueOf(expression, template, { parameters: { Number: '+3299' } })).toEqual(expected)
  })

  it('a secret that is kept elsewhere', () => {
    const joined = { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Salt' }, ':SecretString:::}}']] }
    const settings = { secret: (name: string) => `value of ${name.split(':').at(-1)}` }
    const value = valueOf(joined, { Resources: { Salt: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'salt' } } } }, settings)
    expect(value).toBe('value of salt-local1')
  })
})

describe('what cannot be resolved', () => {
  it.each([
    ['an unknown intrinsic', { 'Fn::Transform': {} }, /unknown intrinsic Fn::Transform \(in core\/Probe\)/],
    ['a reference to nothing', { Ref: 'Nobody' }, /nothing is named Nobody \(in core\/Probe\)/],
    ['an attribute that is not known', { 'Fn::GetAtt': ['Alerts', 'Colour'] }, /Alerts has no attribute Colour here \(in core\/Probe\)/],
    ['an import that nobody exports', { 'Fn::ImportValue': 'core:Queue' }, /no stack exports core:Queue \(in core\/Probe\)/],
    ['a parameter without a value', { Ref: 'Needed' }, /parameter Needed has no default/],
    ['another store of secrets', '{{resolve:ssm:/salt}}', /only secrets of the Secrets Manager/],
  ])('stops the reading: %s', (_title, expression, message) => {
    const template: Template = { Resources: { Alerts: topic }, Parameters: { Needed: { Type: 'String' } } }
    expect(() => valueOf(expression, template)).toThrow(message)
  })
})

describe('the plan', () => {
  const core: Template = {
    Resources: { Line: instance, Flow: flow },
    Outputs: { Shared: { Value: { 'Fn::GetAtt': ['Line', 'Arn'] }, Export: { Name: 'core:Line' } } },
  }
  const oost: Template = {
    Resources: {
      Queue: { Type: 'AWS::Connect::Queue', Properties: { InstanceArn: { 'Fn::ImportValue': 'core:Line' }, Name: 'onthaal' } },
      Route: {
        Type: 'AWS::Lambda::Function',
        Properties: { Environment: { Variables: { QUEUE: { Ref: 'Queue' } } } },
        Metadata: { 'permanence:entry': 'functions/route-contact/handler.ts' },
      },
      Absent: { ...topic, Condition: 'Never' },
    },
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
  }

  it('gives Connect resources ARNs below their instance', () => {
    const assembly = madeAssembly({ core, oost })
    const line = assembly.ofType('AWS::Connect::Instance')[0]
    const queue = assembly.ofType('AWS::Connect::Queue')[0]
    expect(line?.id).toMatch(uuid)
    expect(line?.arn).toBe(`arn:aws:connect:eu-central-1:111122223333:instance/${line?.id}`)
    expect(queue?.arn).toBe(`${line?.arn}/queue/${queue?.id}`)
    expect(assembly.ofType('AWS::Connect::ContactFlow')[0]?.arn).toContain('/contact-flow/')
  })

  it('carries a reference across stacks into a function', () => {
    const assembly = madeAssembly({ core, oost })
    const route = assembly.ofType('AWS::Lambda::Function')[0]
    expect(route?.properties).toEqual({ Environment: { Variables: { QUEUE: assembly.ofType('AWS::Connect::Queue')[0]?.arn } } })
    expect(route?.metadata['permanence:entry']).toBe('functions/route-contact/handler.ts')
    expect(assembly.byArn(route?.arn ?? '')).toBe(route)
    expect(assembly.byArn('arn:aws:nothing')).toBeNull()
  })

  it('keeps every id the same at the next reading', () => {
    const ids = () => madeAssembly({ core, oost }).resources.map((resource) => resource.id)
    expect(ids()).toEqual(ids())
    expect(new Set(ids()).size).toBe(ids().length)
  })

  it('leaves out what its condition leaves out', () => {
    expect(madeAssembly({ core, oost }).ofType('AWS::SNS::Topic')).toEqual([])
  })
})
