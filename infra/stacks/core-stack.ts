import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CfnAgentStatus, CfnInstance, CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect'
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { promiseCallbackFunction, routeContactFunction, queuePositionFunction } from '../constructs/flow-functions.ts'
import { LineFunction } from '../constructs/line-function.ts'

/** The resources that all regions share: the table, the Connect instance, and the functions that flows invoke. */
export class CoreStack extends Stack {
  readonly table: Table
  readonly instance: CfnInstance
  readonly callerKey: Secret
  readonly routeContact: LineFunction
  readonly promiseCallback: LineFunction
  readonly queuePosition: LineFunction
  readonly numberFlow: LineFunction

  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { region: 'eu-central-1' }, analyticsReporting: false, terminationProtection: true })
    this.table = lineTable(this)
    this.instance = connectInstance(this)
    this.callerKey = new Secret(this, 'CallerKey', {
      description: 'Key of the hash by which an earlier contact of the same number or code is found again; the number itself is not kept',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.routeContact = routeContactFunction(this)
    this.promiseCallback = promiseCallbackFunction(this)
    this.queuePosition = queuePositionFunction(this)
    this.numberFlow = numberFlowFunction(this)
    agentStatuses(this)
    passingTranscripts(this)
  }

  /** The key for a function's environment; the template contains only a reference to the secret. */
  get callerKeyValue(): string {
    return this.callerKey.secretValue.unsafeUnwrap()
  }
}

function lineTable(scope: Construct): Table {
  const text = (name: string) => ({ name, type: AttributeType.STRING })
  const table = new Table(scope, 'Line', {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    billingMode: BillingMode.PAY_PER_REQUEST,
    // Short, so that deleted data leaves the backups soon too.
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 7 },
    timeToLiveAttribute: 'expiresAt',
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  for (const index of ['gsi1', 'gsi2']) {
    const keys = { partitionKey: text(`${index}pk`), sortKey: text(`${index}sk`) }
    table.addGlobalSecondaryIndex({ indexName: index, ...keys, projectionType: ProjectionType.ALL })
  }
  return table
}

// CONNECT_MANAGED is for the pilot: Connect itself holds the users. Production needs SAML with the partnerships' directory, which requires
// a new instance, since the type cannot be changed.
function connectInstance(scope: Construct): CfnInstance {
  const instance = new CfnInstance(scope, 'Instance', {
    instanceAlias: `permanence-${Aws.ACCOUNT_ID}`,
    identityManagementType: 'CONNECT_MANAGED',
    attributes: { inboundCalls: true, outboundCalls: true, contactflowLogs: false, contactLens: false, autoResolveBestVoices: true },
  })
  instance.applyRemovalPolicy(RemovalPolicy.RETAIN)
  return instance
}

function numberFlowFunction(stack: CoreStack): LineFunction {
  const numberFlow = new LineFunction(stack, 'NumberFlow', {
    entry: 'infra/number-flow/handler.ts',
    impact: 'A deployment could not join a telephone number to its flow: callers of that number may hear nothing, or the flow of before.',
    environment: {},
    timeoutSeconds: 60,
  })
  const number = stack.formatArn({ service: 'connect', resource: 'phone-number', resourceName: '*' })
  const flow = `${stack.instance.attrArn}/contact-flow/*`
  const actions = ['connect:AssociatePhoneNumberContactFlow', 'connect:DisassociatePhoneNumberContactFlow']
  numberFlow.addToRolePolicy(new PolicyStatement({ actions, resources: [number, stack.instance.attrArn, flow] }))
  return numberFlow
}

// Available and Offline exist in every instance.
const statuses = [
  { id: 'Break', name: 'Pauze' },
  { id: 'HomeVisit', name: 'Op huisbezoek' },
] as const

function agentStatuses(stack: CoreStack): void {
  for (const [index, { id, name }] of statuses.entries()) {
    new CfnAgentStatus(stack, id, { instanceArn: stack.instance.attrArn, name, state: 'ENABLED', displayOrder: index + 1 })
  }
}

// Connect starts no chat without a bucket for transcripts. We read none; one day is the shortest expiry that S3 supports (it deletes at
// midnight UTC).
function passingTranscripts(stack: CoreStack): void {
  const bucket = new Bucket(stack, 'PassingTranscripts', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy: RemovalPolicy.RETAIN,
  })
  new CfnInstanceStorageConfig(stack, 'ChatTranscripts', {
    instanceArn: stack.instance.attrArn,
    resourceType: 'CHAT_TRANSCRIPTS',
    storageType: 'S3',
    s3Config: { bucketName: bucket.bucketName, bucketPrefix: 'passing' },
  })
}
