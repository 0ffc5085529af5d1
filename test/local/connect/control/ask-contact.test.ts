import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askContact } from '../../../../shared/connect/ask-contact.ts'
import { startChat } from '../../../../shared/connect/start-chat.ts'
import { ContactEvent } from '../../../../shared/contracts/connect/contact-events.ts'
import { type Line, openLine } from '../fixtures/line.ts'
import { arns, instanceId } from '../fixtures/small-plan.ts'

let line: Line
const connect = () => ({ client: line.sdk, instanceId })
beforeEach(async () => {
  line = await openLine()
})
afterEach(() => line.close())

/** What record-contact reads of an event: whoever is rung and did not answer is no answer. */
function courseIn(event: ContactEvent | null) {
  if (event === null) throw new Error('Connect does not know the contact')
  const { contactId, channel, initiationMethod, initiationTimestamp, disconnectTimestamp, queueInfo, agentInfo } = event
  const answeredAt = agentInfo?.connectedToAgentTimestamp ?? null
  const answered = answeredAt && { answeredAt, by: agentInfo?.agentArn }
  return { contactId, channel, initiationMethod, initiationTimestamp, disconnectTimestamp, queueInfo: queueInfo ?? null, answered }
}

describe('what Connect answers about a contact', () => {
  it('is what its events told, while it waits, is answered and has ended', async () => {
    const flowId = arns.inbound.slice(arns.inbound.lastIndexOf('/') + 1)
    const opened = await startChat(connect(), { flowId, displayName: 'Els', clientToken: 'one', attributes: {} })
    if (opened.kind !== 'opened') throw new Error('the chat did not open')
    const id = opened.contactId
    const sameAsEvents = async () => {
      const last = line.events.findLast(({ detail }) => detail.contactId === id)
      expect(courseIn(await askContact(connect(), id))).toEqual(courseIn(ContactEvent.parse(last?.detail)))
    }
    line.engineApi.customerConnected(id)
    await line.pass(0)
    await sameAsEvents()
    await line.available('els')
    line.engineApi.accept('els', id)
    await line.pass(0)
    await sameAsEvents()
    line.engineApi.customerHangsUp(id)
    await line.pass(1_000)
    await sameAsEvents()
    expect(courseIn(await askContact(connect(), id))).toMatchObject({ disconnectTimestamp: expect.any(Date), answered: {} })
  })

  it('is nothing when it does not know the contact', async () => {
    expect(await askContact(connect(), randomUUID())).toBeNull()
  })
})
