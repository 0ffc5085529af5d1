import { join } from 'node:path'
import { CfnResource, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

const project = join(import.meta.dirname, '../..')

export type LineFunctionProps = {
  /** The handler module, seen from the project's top. */
  entry: string
  /** Who notices when this breaks, in one sentence a coordinator understands. It becomes the alarm text. */
  impact: string
  environment: Record<string, string>
  timeoutSeconds: number
}

/** One of the line's functions: bundled from its handler, with a log that is kept a month and an alarm that speaks of people. */
export class LineFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: LineFunctionProps) {
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
      logGroup: new LogGroup(scope, `${id}Log`, { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
      bundling: {
        format: OutputFormat.ESM,
        minify: true,
        sourceMap: true,
        target: 'node24',
        mainFields: ['module', 'main'],
        // The versions that were tested are the versions that run.
        bundleAwsSDK: true,
        // Packages written as CommonJS ask for `require`, which an ES module does not have.
        banner: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
      },
    })
    const resource = this.node.defaultChild
    // infra/local finds the handler by this and runs it unbundled.
    if (CfnResource.isCfnResource(resource)) resource.addMetadata('permanence:entry', props.entry)
    alarmFor(this, props.impact)
  }
}

function alarmFor(lineFunction: LineFunction, impact: string): Alarm {
  const errors = lineFunction.metricErrors({ period: Duration.minutes(5), statistic: 'sum' })
  return new Alarm(lineFunction, 'Errors', {
    metric: errors,
    alarmDescription: impact,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
}
