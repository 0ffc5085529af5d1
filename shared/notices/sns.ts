import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

const budget = { requestTimeout: 2_000, connectionTimeout: 500, throwOnRequestTimeout: true } as const
const attempts = 3

/** The SNS topic of all notices, with a client for it. */
export type NoticeTopic = { client: SNSClient; topicArn: string }

/** Opens the topic. The only place that creates SNS clients. */
export function openTopic(topicArn: string): NoticeTopic {
  return { client: new SNSClient({ maxAttempts: attempts, requestHandler: budget }), topicArn }
}

/**
 * Publishes a text for one address; the subscription of that address selects it by its filter on `to`. The text must not hold names or
 * content.
 */
export async function publish(topic: NoticeTopic, notice: { to: string; text: string }): Promise<void> {
  await topic.client.send(
    new PublishCommand({
      TopicArn: topic.topicArn,
      Message: notice.text,
      MessageAttributes: { to: { DataType: 'String', StringValue: notice.to } },
    }),
  )
}
