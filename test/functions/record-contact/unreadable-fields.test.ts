import { describe, expect, it } from 'vitest'
import { ContactEvent, contactEventExample } from '../../../shared/contracts/connect/contact-events.ts'

// Each field of a contact event is read by itself: what cannot be read costs only what it tells.

const detail = {
  ...contactEventExample.detail,
  tags: { region: 'limburg-oost' },
  disconnectTimestamp: '2026-11-24T10:02:40.000Z',
  agentInfo: { agentArn: 'arn:agent', connectedToAgentTimestamp: '2026-11-24T09:31:02.000Z' },
}
const whole = ContactEvent.parse(detail)
const wrongs: readonly unknown[] = [null, undefined, 7, [], ['x'], {}, 'zomaar iets', true]
const told = (wrong: unknown) => JSON.stringify(wrong) ?? 'missing'
// Texts are read as they are: an unknown type or channel is allowed.
const fields = {
  eventType: '',
  channel: '',
  initiationTimestamp: null,
  disconnectTimestamp: null,
}

describe('a contact event with a field that cannot be read', () => {
  it.each(
    Object.entries(fields).flatMap(([field, absent]) =>
      wrongs
        .filter((wrong) => typeof wrong !== 'string')
        .map((wrong) => ['1.16', field, told(wrong), { [field]: wrong }, { [field]: absent }] as const),
    ),
  )('%s: %s is %s', (_row, _field, _wrong, given, expected) => {
    expect(ContactEvent.parse({ ...detail, ...given })).toEqual({ ...whole, ...expected })
  })

  it.each(wrongs.map((wrong) => ['1.16', told(wrong), wrong] as const))('%s: queue, agent and tags are %s', (_row, _title, wrong) => {
    const { queueInfo, agentInfo, tags, ...rest } = ContactEvent.parse({ ...detail, queueInfo: wrong, agentInfo: wrong, tags: wrong })
    expect(queueInfo?.enqueueTimestamp ?? null).toBeNull()
    expect(agentInfo?.connectedToAgentTimestamp ?? null).toBeNull()
    expect(tags?.['region']).toBeUndefined()
    const { queueInfo: _queue, agentInfo: _agent, tags: _tags, ...others } = whole
    expect(rest).toEqual(others)
  })

  it.each(wrongs.map((wrong) => ['1.16', told(wrong), wrong] as const))('%s: one part inside is %s', (_row, _title, wrong) => {
    const read = ContactEvent.parse({
      ...detail,
      queueInfo: { ...detail.queueInfo, queueArn: wrong },
      agentInfo: { ...detail.agentInfo, agentArn: wrong },
      tags: { other: wrong, region: 'limburg-oost' },
    })
    expect(read.queueInfo?.enqueueTimestamp).toEqual(whole.queueInfo?.enqueueTimestamp)
    expect(read.agentInfo?.connectedToAgentTimestamp).toEqual(whole.agentInfo?.connectedToAgentTimestamp)
    expect(read.tags?.['region']).toBe('limburg-oost')
  })

  it.each(['contactId', 'initiationMethod'])('is set aside without %s: nobody could tell whose it is', (field) => {
    for (const wrong of wrongs.filter((one) => typeof one !== 'string' || field === 'contactId')) {
      expect(ContactEvent.safeParse({ ...detail, [field]: wrong }).success).toBe(false)
    }
  })
})
