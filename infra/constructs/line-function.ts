import { join } from 'node:path'
import { CfnResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

const project = join(import.meta.dirname, '../..')

export type LineFunctionProps = {
  /** The handler module, relative to the root of the project. */
  entry: string
  /** The consequence of a failure, in one sentence that a coordinator understands. It becomes the text of the alarm. */
  impact: string
  environment: Record<string, string>
  timeoutSeconds: number
}

/**
 * A Lambda function of the line: bundled from its handler, with its own log group and two alarms whose text names the consequence for people:
 * one for when it fails, one for when it goes on without something that failed.
 */
export class LineFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: LineFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
    super(scope, id, {
      entry: join(project, props.entry),
      handler: 'handler',
      projectRoot: project,
      depsLockFilePath: join(project, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      bundling: {
        format: OutputFormat.ESM,
        minify: true,
        sourceMap: true,
        target: 'node24',
        mainFields: ['module', 'main'],
        // Bundled, so that the SDK version that was tested is the one that runs.
        bundleAwsSDK: true,
        // CommonJS dependencies call `require`, which does not exist in an ES module.
        banner: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
      },
    })
    const resource = this.node.defaultChild
    // infra/local finds the handler's source file by this metadata and bundles it itself.
    if (CfnResource.isCfnResource(resource)) resource.addMetadata('permanence:entry', props.entry)
    const errors = this.metricErrors({ period: Duration.minutes(5), statistic: 'sum' })
    alarmFor(this, 'Errors', { metric: errors, text: props.impact })
    // A function that can go on without something that failed names the error in its log line and succeeds (functions/lambda.ts).
    const passedOver = logGroup.addMetricFilter('PassedOver', {
      filterPattern: FilterPattern.stringValue('$.errorName', '=', '*'),
      metricNamespace: `Permanence/${Stack.of(scope).stackName}`,
      metricName: `${id}PassedOver`,
    })
    const metric = passedOver.metric({ period: Duration.minutes(5), statistic: 'sum' })
    alarmFor(this, 'PassedOver', { metric, text: `In part, or for a moment: ${props.impact}` })
  }
}

function alarmFor(lineFunction: LineFunction, id: string, { metric, text }: { metric: IMetric; text: string }): Alarm {
  return new Alarm(lineFunction, id, {
    metric,
    alarmDescription: text,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
}
