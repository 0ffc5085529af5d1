import { Match, Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { functionsOf, madeApp, resourcesOf } from '../synthesised.ts'

const { core } = madeApp()
const template = Template.fromStack(core)

describe('the table', () => {
  it('has two keys and two indexes that hold everything', () => {
    const index = (name: string) => ({
      IndexName: name,
      KeySchema: [
        { AttributeName: `${name}pk`, KeyType: 'HASH' },
        { AttributeName: `${name}sk`, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    })
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [index('gsi1'), index('gsi2')],
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    })
  })

  it('can be brought back and not be thrown away', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    })
  })
})

describe('the Connect instance', () => {
  it('writes no flow logs and listens in on nobody', () => {
    template.hasResource('AWS::Connect::Instance', {
      DeletionPolicy: 'Retain',
      Properties: { Attributes: { InboundCalls: true, OutboundCalls: true, ContactflowLogs: false, ContactLens: false } },
    })
  })

  it('has a place for chats only, emptied after a day', () => {
    const kinds = resourcesOf(core, 'AWS::Connect::InstanceStorageConfig').map((one) => one.Properties['ResourceType'])
    expect(kinds).toEqual(['CHAT_TRANSCRIPTS'])
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 1, Status: 'Enabled' })] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    })
  })

  it('knows a break and a home visit', () => {
    expect(resourcesOf(core, 'AWS::Connect::AgentStatus').map((one) => one.Properties['Name'])).toEqual(['Pauze', 'Op huisbezoek'])
  })
})

describe('route-contact', () => {
  const { settings, resource } = functionsOf(core).get('functions/route-contact/handler.ts')!

  it('gets its settings and no more', () => {
    expect(Object.keys(settings).sort()).toEqual(['CALLER_KEY', 'TABLE_NAME'])
    expect(JSON.stringify(settings['CALLER_KEY'])).toContain('{{resolve:secretsmanager:')
  })

  it('gives up before the flow does', () => {
    expect(Number(resource.Properties['Timeout'])).toBeLessThan(6)
  })

  it('may be asked by this instance and stands in its flows', () => {
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      Principal: 'connect.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Instance'), 'Arn'] },
    })
    template.hasResourceProperties('AWS::Connect::IntegrationAssociation', { IntegrationType: 'LAMBDA_FUNCTION' })
  })
})

describe('promise-callback', () => {
  const { settings, resource } = functionsOf(core).get('functions/promise-callback/handler.ts')!

  it('gets its settings and no more', () => {
    expect(Object.keys(settings).sort()).toEqual(['CALLER_KEY', 'TABLE_NAME'])
  })

  it('gives up before Connect does', () => {
    expect(Number(resource.Properties['Timeout'])).toBeLessThan(8)
  })

  it('stands in the flows beside route-contact, and Connect may ask both', () => {
    const inFlows = resourcesOf(core, 'AWS::Connect::IntegrationAssociation').map((one) => JSON.stringify(one.Properties['IntegrationArn']))
    expect(inFlows.some((arn) => arn.includes('PromiseCallback'))).toBe(true)
    const asked = resourcesOf(core, 'AWS::Lambda::Permission').filter((one) => one.Properties['Principal'] === 'connect.amazonaws.com')
    expect(asked.some((one) => JSON.stringify(one.Properties['FunctionName']).includes('PromiseCallback'))).toBe(true)
  })
})

describe('whoever a flow asks', () => {
  it('about a place gets its settings and gives up before the flow does', () => {
    const { settings, resource } = functionsOf(core).get('functions/queue-position/handler.ts')!
    expect(Object.keys(settings)).toEqual(['INSTANCE_ID'])
    expect(Number(resource.Properties['Timeout'])).toBeLessThan(4)
  })

  it('lets this instance in and stands in its list, all three', () => {
    expect(resourcesOf(core, 'AWS::Connect::IntegrationAssociation')).toHaveLength(3)
    expect(resourcesOf(core, 'AWS::Lambda::Permission')).toHaveLength(3)
  })
})

describe('every function', () => {
  it('runs on the newest Node, on ARM, with a log of a month', () => {
    for (const { resource } of functionsOf(core).values()) {
      expect(resource.Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
    }
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 })
  })
})
