import {
  CreateContactFlowCommand,
  DescribeContactCommand,
  DescribeContactFlowCommand,
  DescribeHoursOfOperationCommand,
  DescribeUserCommand,
  GetContactAttributesCommand,
  GetContactMetricsCommand,
  GetCurrentMetricDataCommand,
  GetCurrentUserDataCommand,
  GetEffectiveHoursOfOperationsCommand,
  InvalidContactFlowException,
  ListAgentStatusesCommand,
  ListPhoneNumbersCommand,
  ListQueuesCommand,
  ListRoutingProfilesCommand,
  ListUsersCommand,
  PutUserStatusCommand,
  StartChatContactCommand,
  StopContactCommand,
  UpdateContactAttributesCommand,
  UpdateUserRoutingProfileCommand,
} from '@aws-sdk/client-connect'
import { afterEach, describe, expect, it } from 'vitest'
import { openKeyValueStore } from '../../../../infra/local/machine/key-value-store.ts'
import { type Line, type LineOptions, openLine } from '../fixtures/line.ts'
import { bye, failing, flow } from '../fixtures/small-flows.ts'
import { arns, instanceId as InstanceId, number } from '../fixtures/small-plan.ts'

let line: Line
const open = async (options: LineOptions = {}) => {
  line = await openLine(options)
}
const idOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)
const chat = { InstanceId, ContactFlowId: idOf(arns.inbound), ParticipantDetails: { DisplayName: 'Aanmelder' } }
const start = (more: object = {}) => line.sdk.send(new StartChatContactCommand({ ...chat, ...more }))
const userId = () => line.engineApi.agent('els')?.id
afterEach(() => line.close())

describe('the SDK', () => {
  it('starts a chat, reads it, changes it and stops it', async () => {
    await open()
    const { ContactId, ParticipantToken } = await start({ Attributes: { naam: 'Oost' } })
    expect(ParticipantToken).toBeTruthy()
    await line.sdk.send(new UpdateContactAttributesCommand({ InstanceId, InitialContactId: ContactId, Attributes: { rol: 'school' } }))
    const attributes = await line.sdk.send(new GetContactAttributesCommand({ InstanceId, InitialContactId: ContactId }))
    expect(attributes.Attributes).toEqual({ naam: 'Oost', rol: 'school' })
    const { Contact } = await line.sdk.send(new DescribeContactCommand({ InstanceId, ContactId }))
    expect(Contact).toMatchObject({
      Channel: 'CHAT',
      InitiationMethod: 'API',
      QueueInfo: { Id: idOf(arns.queue), EnqueueTimestamp: expect.any(Date) },
    })
    await line.sdk.send(new StopContactCommand({ InstanceId, ContactId }))
    await expect(line.sdk.send(new StopContactCommand({ InstanceId, ContactId }))).rejects.toMatchObject({
      name: 'ContactNotFoundException',
    })
    const again = await line.sdk.send(new DescribeContactCommand({ InstanceId, ContactId }))
    expect(again.Contact?.DisconnectTimestamp).toBeInstanceOf(Date)
  })

  it('reads the place of who waits, among those of her channel', async () => {
    await open()
    const ids: (string | undefined)[] = []
    for (let chats = 0; chats < 3; chats++) {
      ids.push((await start()).ContactId)
      await line.pass(1_000)
    }
    line.engineApi.dial({ from: null, to: number })
    await line.pass(3_000)
    const Metrics = [{ Name: 'POSITION_IN_QUEUE' as const }]
    const positionOf = async (ContactId: string | undefined) => {
      const { MetricResults } = await line.sdk.send(new GetContactMetricsCommand({ InstanceId, ContactId, Metrics }))
      return MetricResults
    }
    for (const [index, id] of ids.entries()) {
      expect(await positionOf(id)).toEqual([{ Name: 'POSITION_IN_QUEUE', Value: { Number: index + 1 } }])
    }
    await line.sdk.send(new StopContactCommand({ InstanceId, ContactId: ids[0] }))
    expect(await positionOf(ids[1])).toMatchObject([{ Value: { Number: 1 } }])
    await expect(positionOf(ids[0])).rejects.toMatchObject({ name: 'InvalidRequestException' })
  })

  it('starts a chat that ends by itself at the end of its time, also after a restart', async () => {
    const keyValues = openKeyValueStore(null)
    await open({ keyValues })
    await line.available('els')
    const { ContactId = '' } = await start({ ChatDurationInMinutes: 60 })
    line.engineApi.customerConnected(ContactId)
    await line.pass(0)
    expect(line.engineApi.accept('els', ContactId)).toBe(true)
    await line.pass(30 * 60_000)
    const at = line.clock.now().toISOString()
    line.close()
    await open({ keyValues, at })
    await line.pass(28 * 60_000)
    expect(line.engineApi.contact(ContactId)?.state).toBe('connected')
    await line.pass(2 * 60_000)
    expect(line.engineApi.contact(ContactId)).toMatchObject({ state: 'ended', disconnectReason: 'OTHER' })
  })

  it('starts one chat for one ClientToken, also after a restart', async () => {
    const keyValues = openKeyValueStore(null)
    await open({ keyValues })
    const first = await start({ ClientToken: 'a-double-click' })
    line.close()
    await open({ keyValues })
    const second = await start({ ClientToken: 'a-double-click' })
    const third = await start({ ClientToken: 'another' })
    expect(second).toMatchObject({ ContactId: first.ContactId, ParticipantToken: first.ParticipantToken })
    expect(third.ContactId).not.toBe(first.ContactId)
    expect(JSON.stringify(keyValues.all('connect-client-token'))).not.toContain(first.ParticipantToken)
  })

  it.each([
    ['an attribute with a space', { Attributes: { 'a b': 'c' } }, { name: 'InvalidParameterException', status: 400 }],
    ['attributes beyond 32 kB', { Attributes: { a: 'x'.repeat(32_768) } }, { name: 'InvalidParameterException', status: 400 }],
    ['an empty name', { ParticipantDetails: { DisplayName: '' } }, { name: 'InvalidParameterException', status: 400 }],
    [
      'a long first message',
      { InitialMessage: { ContentType: 'text/plain', Content: 'é'.repeat(8193) } },
      { name: 'InvalidParameterException', status: 400 },
    ],
    ['no plain text', { SupportedMessagingContentTypes: ['text/markdown'] }, { name: 'InvalidParameterException', status: 400 }],
    ['a flow of another type', { ContactFlowId: idOf(arns.queueFlow) }, { name: 'InvalidParameterException', status: 400 }],
    ['an unknown flow', { ContactFlowId: 'no-such-flow' }, { name: 'ResourceNotFoundException', status: 404 }],
    ['an unknown instance', { InstanceId: 'no-such-instance' }, { name: 'ResourceNotFoundException', status: 404 }],
    ['a past chat', { PersistentChat: { RehydrationType: 'FROM_SEGMENT' } }, { name: 'InvalidRequestException', status: 400 }],
  ])('is refused a chat with %s', async (_what, more, { name, status }) => {
    await open()
    await expect(start(more)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } })
    expect(line.events).toEqual([])
  })

  it('is refused one chat too many', async () => {
    await open({ limits: { activeChats: 1 } })
    await start()
    await expect(start()).rejects.toMatchObject({ name: 'LimitExceededException', $metadata: { httpStatusCode: 429 } })
  })

  it('is slowed down when it calls too often', async () => {
    await open({ limits: { controlCalls: { perSecond: 0.001, burst: 2 } } })
    const list = () => line.sdk.send(new ListUsersCommand({ InstanceId }))
    await list()
    await list()
    await expect(list()).rejects.toMatchObject({ name: 'TooManyRequestsException' })
    await start()
  })

  it('hears clearly of what is not there', async () => {
    await open()
    await expect(line.sdk.send(new ListPhoneNumbersCommand({ InstanceId }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('StartChatContact'),
      $metadata: { httpStatusCode: 404 },
    })
  })
})

describe('the roster', () => {
  it('moves a worker to another profile at once', async () => {
    await open({ agents: { els: 'off' } })
    await line.available('els')
    const { ContactId = '' } = await start()
    await line.pass(0)
    expect(line.engineApi.contact(ContactId)?.state).toBe('queued')
    await line.sdk.send(new UpdateUserRoutingProfileCommand({ InstanceId, UserId: userId(), RoutingProfileId: idOf(arns.duty) }))
    await line.pass(0)
    expect(line.engineApi.contact(ContactId)?.state).toBe('ringing')
    const { User } = await line.sdk.send(new DescribeUserCommand({ InstanceId, UserId: userId() }))
    expect(User).toMatchObject({ Username: 'els', RoutingProfileId: idOf(arns.duty), IdentityInfo: { LastName: 'Beuk' } })
  })

  it('reads who is there and what waits', async () => {
    await open()
    await line.available('els')
    await start()
    await start()
    await start()
    await line.pass(5000)
    const { MetricResults } = await line.sdk.send(
      new GetCurrentMetricDataCommand({
        InstanceId,
        Filters: { Queues: [idOf(arns.queue)], Channels: ['CHAT'] },
        Groupings: ['QUEUE', 'CHANNEL'],
        CurrentMetrics: (['AGENTS_AVAILABLE', 'AGENTS_STAFFED', 'CONTACTS_IN_QUEUE', 'OLDEST_CONTACT_AGE'] as const).map((Name) => ({
          Name,
        })),
      }),
    )
    expect(MetricResults?.[0]?.Dimensions).toMatchObject({ Channel: 'CHAT', Queue: { Id: idOf(arns.queue) } })
    expect(MetricResults?.[0]?.Collections?.map(({ Value }) => Value)).toEqual([0, 1, 3, 5])
    const { UserDataList } = await line.sdk.send(new GetCurrentUserDataCommand({ InstanceId, Filters: { Queues: [arns.queue] } }))
    expect(UserDataList).toMatchObject([
      {
        Status: { StatusName: 'Available', StatusStartTimestamp: expect.any(Date) },
        MaxSlotsByChannel: { VOICE: 1, CHAT: 2 },
        ActiveSlotsByChannel: { VOICE: 0, CHAT: 2 },
        AvailableSlotsByChannel: { VOICE: 0, CHAT: 0 },
        Contacts: [{ AgentContactState: 'INCOMING' }, { AgentContactState: 'INCOMING' }],
      },
    ])
  })

  it('gives an age in milliseconds without a grouping, as the service does', async () => {
    await open()
    await start()
    await line.pass(5000)
    const Filters = { Queues: [idOf(arns.queue)] }
    const CurrentMetrics = [{ Name: 'OLDEST_CONTACT_AGE' as const, Unit: 'SECONDS' as const }]
    const age = async (more: object) => {
      const { MetricResults } = await line.sdk.send(new GetCurrentMetricDataCommand({ InstanceId, Filters, CurrentMetrics, ...more }))
      return MetricResults?.[0]?.Collections?.[0]?.Value
    }
    expect(await age({ Groupings: ['QUEUE'] })).toBe(5)
    expect(await age({})).toBeGreaterThanOrEqual(5000)
  })

  it('sets a status of somebody who is signed in', async () => {
    await open()
    const { AgentStatusSummaryList } = await line.sdk.send(new ListAgentStatusesCommand({ InstanceId, AgentStatusTypes: ['CUSTOM'] }))
    expect(AgentStatusSummaryList?.map(({ Name }) => Name)).toEqual(['Pauze'])
    const put = () =>
      line.sdk.send(new PutUserStatusCommand({ InstanceId, UserId: userId(), AgentStatusId: AgentStatusSummaryList?.[0]?.Id }))
    await expect(put()).rejects.toMatchObject({ name: 'InvalidRequestException' })
    line.engineApi.signIn('els')
    await put()
    expect(line.engineApi.agent('els')?.status).toBe('Pauze')
  })

  it('lists by pages', async () => {
    await open({ agents: { els: 'duty', mo: 'backup', bo: 'off' } })
    const first = await line.sdk.send(new ListUsersCommand({ InstanceId, MaxResults: 2 }))
    const rest = await line.sdk.send(new ListUsersCommand({ InstanceId, MaxResults: 2, NextToken: first.NextToken }))
    expect([first, rest].flatMap(({ UserSummaryList = [] }) => UserSummaryList.map(({ Username }) => Username))).toEqual([
      'els',
      'mo',
      'bo',
    ])
    expect(rest.NextToken).toBeUndefined()
    const queues = await line.sdk.send(new ListQueuesCommand({ InstanceId }))
    const profiles = await line.sdk.send(new ListRoutingProfilesCommand({ InstanceId }))
    expect([queues.QueueSummaryList?.length, profiles.RoutingProfileSummaryList?.length]).toEqual([2, 3])
  })
})

describe('opening hours', () => {
  it('are told as they are and as they turn out', async () => {
    await open()
    const HoursOfOperationId = idOf(arns.hours)
    const { HoursOfOperation } = await line.sdk.send(new DescribeHoursOfOperationCommand({ InstanceId, HoursOfOperationId }))
    expect(HoursOfOperation).toMatchObject({
      TimeZone: 'Europe/Brussels',
      Config: expect.arrayContaining([expect.objectContaining({ Day: 'MONDAY' })]),
    })
    const effective = await line.sdk.send(
      new GetEffectiveHoursOfOperationsCommand({ InstanceId, HoursOfOperationId, FromDate: '2026-12-24', ToDate: '2026-12-26' }),
    )
    expect(effective.EffectiveHoursOfOperationList).toEqual([
      { Date: '2026-12-24', OperationalHours: [{ Start: { Hours: 9, Minutes: 0 }, End: { Hours: 17, Minutes: 0 } }] },
      { Date: '2026-12-25', OperationalHours: [] },
      { Date: '2026-12-26', OperationalHours: [] },
    ])
    expect(effective.EffectiveOverrideHoursList).toMatchObject([{ Date: '2026-12-25', OverrideHours: [{ OverrideName: 'Kerstmis' }] }])
  })
})

describe('a new flow', () => {
  const create = (content: object, Name = 'Nieuw') =>
    line.sdk.send(new CreateContactFlowCommand({ InstanceId, Name, Type: 'CONTACT_FLOW', Content: JSON.stringify(content) }))

  it('is kept when it is good', async () => {
    await open()
    const { ContactFlowId } = await create(flow({ bye }))
    const { ContactFlow } = await line.sdk.send(new DescribeContactFlowCommand({ InstanceId, ContactFlowId }))
    expect(JSON.parse(ContactFlow?.Content ?? '')).toEqual(flow({ bye }))
    await expect(create(flow({ bye }))).rejects.toMatchObject({ name: 'DuplicateResourceException' })
  })

  it('is refused with its problems when it is not', async () => {
    await open()
    const refusal = await create(flow({ transfer: { type: 'TransferContactToQueue', next: 'bye', errors: failing('bye') }, bye })).catch(
      (error) => error,
    )
    expect(refusal).toBeInstanceOf(InvalidContactFlowException)
    expect(refusal.problems).toEqual([{ message: 'Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]' }])
  })
})
