import { createHash } from 'node:crypto'
import type { Identity, Scope, TemplateResource } from './cloud-assembly.ts'
import { account, region, resolve } from './template-values.ts'

type Asked = { scope: Scope; logicalId: string; resource: TemplateResource }
type Naming = (asked: Asked) => Identity

/** A UUID derived from a text, so that contacts and users are found again after a restart. */
export function hashedUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The physical identity of a resource, stable, in the format of its service. */
export function identify(asked: Asked): Identity {
  return (namings[asked.resource.Type] ?? otherwise)(asked)
}

const namings: Record<string, Naming> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Lambda::Function': named('FunctionName', (name) => `lambda:${region}:${account}:function:${name}`),
  'AWS::Lambda::Version': (asked) => qualified(asked, '1'),
  'AWS::Lambda::Alias': (asked) => qualified(asked, text(asked, 'Name') ?? 'live'),
  'AWS::SQS::Queue': queue,
  'AWS::SNS::Topic': topic,
  'AWS::Events::Rule': named('Name', (name) => `events:${region}:${account}:rule/${name}`),
  'AWS::Events::EventBus': named('Name', (name) => `events:${region}:${account}:event-bus/${name}`),
  'AWS::Logs::LogGroup': named('LogGroupName', (name) => `logs:${region}:${account}:log-group:${name}`),
  'AWS::IAM::Role': named('RoleName', (name) => `iam::${account}:role/${name}`),
  'AWS::S3::Bucket': bucket,
  'AWS::SecretsManager::Secret': secret,
  'AWS::ApiGatewayV2::Api': api,
  'AWS::AppIntegrations::Application': application,
  'AWS::Connect::Instance': instance,
  'AWS::Connect::PhoneNumber': phoneNumber,
  'AWS::Connect::ContactFlow': belowInstance('contact-flow', 'ContactFlowArn'),
  'AWS::Connect::ContactFlowModule': belowInstance('flow-module', 'ContactFlowModuleArn'),
  'AWS::Connect::Queue': belowInstance('queue', 'QueueArn'),
  'AWS::Connect::RoutingProfile': belowInstance('routing-profile', 'RoutingProfileArn'),
  'AWS::Connect::HoursOfOperation': belowInstance('operating-hours', 'HoursOfOperationArn'),
  'AWS::Connect::User': belowInstance('agent', 'UserArn'),
  'AWS::Connect::SecurityProfile': belowInstance('security-profile', 'SecurityProfileArn'),
  'AWS::Connect::AgentStatus': belowInstance('agent-state', 'AgentStatusArn'),
  'AWS::Connect::QuickConnect': belowInstance('transfer-destination', 'QuickConnectArn'),
}

function otherwise(asked: Asked): Identity {
  const id = physicalName(asked)
  const kind = asked.resource.Type.split('::').slice(1).join('/').toLowerCase()
  const arn = `arn:aws:${kind.split('/')[0]}:${region}:${account}:${kind.split('/')[1] ?? 'resource'}/${id}`
  return { id, arn, ref: id, attributes: { Arn: arn, Id: id } }
}

function named(property: string, resourcePart: (name: string) => string): Naming {
  return (asked) => {
    const id = text(asked, property) ?? physicalName(asked)
    const arn = `arn:aws:${resourcePart(id)}`
    return { id, arn, ref: id, attributes: { Arn: arn } }
  }
}

function belowInstance(kind: string, attribute: string): Naming {
  return (asked) => {
    const id = uuidOf(asked)
    const arn = `${text(asked, 'InstanceArn')}/${kind}/${id}`
    return { id, arn, ref: arn, attributes: { Arn: arn, [attribute]: arn } }
  }
}

function instance(asked: Asked): Identity {
  const id = uuidOf(asked)
  const arn = `arn:aws:connect:${region}:${account}:instance/${id}`
  return {
    id,
    arn,
    ref: arn,
    attributes: { Arn: arn, Id: id, ServiceRole: `arn:aws:iam::${account}:role/connect`, InstanceStatus: 'ACTIVE' },
  }
}

function application(asked: Asked): Identity {
  const id = uuidOf(asked)
  const arn = `arn:aws:app-integrations:${region}:${account}:application/${id}`
  return { id, arn, ref: arn, attributes: { ApplicationArn: arn, Id: id } }
}

function phoneNumber(asked: Asked): Identity {
  const id = uuidOf(asked)
  const arn = `arn:aws:connect:${region}:${account}:phone-number/${id}`
  return { id, arn, ref: arn, attributes: { PhoneNumberArn: arn, Address: '' } }
}

function table(asked: Asked): Identity {
  const id = text(asked, 'TableName') ?? physicalName(asked)
  const arn = `arn:aws:dynamodb:${region}:${account}:table/${id}`
  return { id, arn, ref: id, attributes: { Arn: arn, TableId: uuidOf(asked), StreamArn: `${arn}/stream/local` } }
}

function qualified(asked: Asked, qualifier: string): Identity {
  const name = text(asked, 'FunctionName') ?? ''
  const functionArn = name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${account}:function:${name}`
  const arn = `${functionArn}:${qualifier}`
  return { id: arn, arn, ref: arn, attributes: { Version: qualifier, FunctionArn: arn, AliasArn: arn } }
}

function queue(asked: Asked): Identity {
  const id = text(asked, 'QueueName') ?? physicalName(asked)
  const arn = `arn:aws:sqs:${region}:${account}:${id}`
  const url = `https://sqs.${region}.amazonaws.com/${account}/${id}`
  return { id, arn, ref: url, attributes: { Arn: arn, QueueName: id, QueueUrl: url } }
}

function topic(asked: Asked): Identity {
  const id = text(asked, 'TopicName') ?? physicalName(asked)
  const arn = `arn:aws:sns:${region}:${account}:${id}`
  return { id, arn, ref: arn, attributes: { TopicArn: arn, TopicName: id } }
}

function bucket(asked: Asked): Identity {
  const id = text(asked, 'BucketName') ?? physicalName(asked).toLowerCase()
  const arn = `arn:aws:s3:::${id}`
  const domain = `${id}.s3.${region}.amazonaws.com`
  return { id, arn, ref: id, attributes: { Arn: arn, DomainName: `${id}.s3.amazonaws.com`, RegionalDomainName: domain } }
}

function secret(asked: Asked): Identity {
  const id = text(asked, 'Name') ?? physicalName(asked)
  const arn = `arn:aws:secretsmanager:${region}:${account}:secret:${id}-local1`
  return { id, arn, ref: arn, attributes: { Id: arn } }
}

function api(asked: Asked): Identity {
  const id = uuidOf(asked).replaceAll('-', '').slice(0, 10)
  const arn = `arn:aws:apigateway:${region}::/apis/${id}`
  const endpoint = asked.scope.settings.apiOrigin ?? `https://${id}.execute-api.${region}.amazonaws.com`
  return { id, arn, ref: id, attributes: { ApiId: id, ApiEndpoint: endpoint } }
}

function uuidOf({ scope, logicalId }: Asked): string {
  return hashedUuid(`${scope.stack}/${logicalId}`)
}

function physicalName({ scope, logicalId }: Asked): string {
  return `${scope.stack}-${logicalId}`
}

function text({ scope, logicalId, resource }: Asked, property: string): string | null {
  const value = resolve(resource.Properties?.[property], scope, `${scope.stack}/${logicalId}`)
  return typeof value === 'string' ? value : null
}
