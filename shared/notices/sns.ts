import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

const budget = { requestTimeout: 2_000, connectionTimeout: 500, throwOnRequestTimeout: true } as const
const attempts = 3

export type NoticeTopic = { client: SNSClient; topicArn: string }

/** The only maker of SNS clients. */
export function openTopic(topicArn: string): NoticeTopic {
  return { client: new SNSClient({ maxAttempts: attempts, requestHandler: budget }), topicArn }
}

/** Sends a text to one address; the subscription of that address picks it by its filter. The text never holds content or names. */
export async function publish(topic: NoticeTopic, notice: { to: string; text: string }): Promise<void> {
  await topic.client.send(
    new PublishCommand({
      TopicArn: topic.topicArn,
      Message: notice.text,
      MessageAttributes: { to: { DataType: 'String', StringValue: notice.to } },
    }),
  )
}
