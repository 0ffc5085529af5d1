import type { ServerResponse } from 'node:http'
import type { LineClock } from '../machine/clock.ts'
import type { KeyValueStore } from '../machine/key-value-store.ts'
import type { CloudAssembly } from '../template/cloud-assembly.ts'

export type OutboxMessage = {
  id: string
  to: string
  subject: string | null
  message: string
  attributes: Record<string, string>
  sentAt: string
}

export type Sns = {
  /** Answers an SDK call: form body in, XML out. */
  answer(response: ServerResponse, body: Buffer): void
  /** The messages that were published, newest first. */
  outbox(): OutboxMessage[]
}
export type SnsOptions = { assembly: CloudAssembly; keyValues: KeyValueStore; clock: LineClock; newId(): string }

type Refusal = { status: number; code: string; message: string }

const namespace = 'http://sns.amazonaws.com/doc/2010-03-31/'
const largestMessageBytes = 262_144

/** SNS with only Publish, the one call that the line makes; messages are stored in an outbox that can be read. */
export function openSns(options: SnsOptions): Sns {
  const topics = new Map(options.assembly.ofType('AWS::SNS::Topic').map((topic) => [topic.arn, topic.id]))
  return {
    answer: (response, body) => {
      const form = new URLSearchParams(body.toString('utf8'))
      const refusal = refusalOf(form, topics)
      if (refusal) return sendError(response, refusal, options.newId())
      const id = options.newId()
      options.keyValues.put('outbox', id, messageOf(form, { id, topics, now: options.clock.now() }))
      const result = `<PublishResult><MessageId>${id}</MessageId></PublishResult>`
      send(response, 200, `<PublishResponse xmlns="${namespace}">${result}${requestIdOf(options.newId())}</PublishResponse>`)
    },
    outbox: () =>
      options.keyValues
        .all('outbox')
        .map(({ value }) => value as OutboxMessage)
        .toReversed(),
  }
}

function refusalOf(form: URLSearchParams, topics: Map<string, string>): Refusal | null {
  const action = form.get('Action') ?? ''
  if (action !== 'Publish')
    return { status: 400, code: 'InvalidAction', message: `The local SNS knows Publish only, not ${action || 'nothing'}` }
  const topic = form.get('TopicArn') ?? form.get('TargetArn')
  if (topic === null && form.get('PhoneNumber') === null) return invalid('TopicArn or TargetArn or PhoneNumber')
  if (topic !== null && !topics.has(topic)) return { status: 404, code: 'NotFound', message: 'Topic does not exist' }
  const message = form.get('Message') ?? ''
  if (message === '') return invalid('Empty message')
  if (Buffer.byteLength(message) > largestMessageBytes) return invalid('Message too long')
  const subject = form.get('Subject')
  // SNS requires a subject of one line of printable ASCII, under 100 characters.
  if (subject !== null && !/^[\x20-\x7e]{1,99}$/.test(subject)) return invalid('Subject')
  return null
}

function invalid(field: string): Refusal {
  return { status: 400, code: 'InvalidParameter', message: `Invalid parameter: ${field}` }
}

function messageOf(form: URLSearchParams, { id, topics, now }: { id: string; topics: Map<string, string>; now: Date }): OutboxMessage {
  const topic = form.get('TopicArn') ?? form.get('TargetArn')
  return {
    id,
    to: topic === null ? (form.get('PhoneNumber') ?? '') : (topics.get(topic) ?? topic),
    subject: form.get('Subject'),
    message: form.get('Message') ?? '',
    attributes: attributesOf(form),
    sentAt: now.toISOString(),
  }
}

function attributesOf(form: URLSearchParams): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (let place = 1; form.has(`MessageAttributes.entry.${place}.Name`); place += 1) {
    const entry = `MessageAttributes.entry.${place}`
    attributes[form.get(`${entry}.Name`) ?? ''] = form.get(`${entry}.Value.StringValue`) ?? ''
  }
  return attributes
}

function sendError(response: ServerResponse, { status, code, message }: Refusal, requestId: string): void {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`
  send(response, status, `<ErrorResponse xmlns="${namespace}">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`)
}

function requestIdOf(id: string): string {
  return `<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata>`
}

function send(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml)
}

function escaped(text: string): string {
  return text.replace(/[<>&]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] ?? sign)
}
