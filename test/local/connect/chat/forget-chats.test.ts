import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { ConnectParticipantClient, CreateParticipantConnectionCommand, SendMessageCommand } from '@aws-sdk/client-connectparticipant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '../../../../infra/local/connect/model/engine-api.ts'
import { type KeyValueStore, openKeyValueStore } from '../../../../infra/local/machine/key-value-store.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'

const folder = mkdtempSync(join(tmpdir(), 'forget-'))
const file = join(folder, 'connect.sqlite')
const kinds = ['participant', 'participant-token', 'connection-token']

let keyValues: KeyValueStore
let mediaLine: MediaLine
let client: ConnectParticipantClient
beforeAll(async () => {
  keyValues = openKeyValueStore(file)
  mediaLine = await startMediaLine({ keyValues })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  client = new ConnectParticipantClient({ endpoint: mediaLine.baseUrl, region: 'eu-central-1', credentials, maxAttempts: 1 })
})
afterAll(async () => {
  client.destroy()
  await mediaLine.stop()
  keyValues.close()
  rmSync(folder, { recursive: true })
})

/** A chat with this text in a message and in the customer's name. */
async function chat(words: string): Promise<Contact> {
  const contact = mediaLine.engineApi.place({ customerName: `Aanmelder ${words}` })
  const { participantToken: ParticipantToken } = mediaLine.connect.startParticipant(contact, null)
  const asked = new CreateParticipantConnectionCommand({ ParticipantToken, Type: ['CONNECTION_CREDENTIALS'], ConnectParticipant: true })
  const ConnectionToken = (await client.send(asked)).ConnectionCredentials?.ConnectionToken ?? ''
  await client.send(new SendMessageCommand({ ConnectionToken, ContentType: 'text/plain', Content: words }))
  return contact
}

function answer(contact: Contact): void {
  mediaLine.engineApi.offer(contact, 'linde')
  mediaLine.engineApi.accept('linde', contact.id)
}

const isOnDisk = (words: string) => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(words))
const kindsLeft = (contact: Contact) => [`transcript ${contact.id}`, ...kinds].filter((kind) => keyValues.all(kind).length > 0)

describe('what was said in a chat', () => {
  it('is kept while the chat goes on', async () => {
    const words = randomUUID()
    const contact = await chat(words)
    expect(isOnDisk(words)).toBe(true)
    mediaLine.engineApi.stopContact(contact.id)
  })

  it('is gone at the end when nobody answered', async () => {
    const words = randomUUID()
    const contact = await chat(words)
    mediaLine.engineApi.customerHangsUp(contact.id)
    expect([kindsLeft(contact), isOnDisk(words)]).toEqual([[], false])
  })

  it('is gone once the worker has cleared it', async () => {
    const words = randomUUID()
    const contact = await chat(words)
    answer(contact)
    mediaLine.engineApi.agentHangsUp('linde', contact.id)
    expect(isOnDisk(words)).toBe(true)
    mediaLine.engineApi.clear('linde', contact.id)
    expect([kindsLeft(contact), isOnDisk(words)]).toEqual([[], false])
  })

  it('stays when another chat is forgotten', async () => {
    const [mine, other] = [randomUUID(), randomUUID()]
    const [going, gone] = [await chat(mine), await chat(other)]
    mediaLine.engineApi.stopContact(gone.id)
    expect([isOnDisk(mine), isOnDisk(other)]).toEqual([true, false])
    mediaLine.engineApi.stopContact(going.id)
  })

  it('is gone after a kill between the end and the forgetting', async () => {
    const [ended, going] = [randomUUID(), randomUUID()]
    await chat(ended)
    const { initialContactId } = await chat(going)
    mediaLine.connect.forgetAllBut(new Set([initialContactId]))
    expect([isOnDisk(ended), isOnDisk(going)]).toEqual([false, true])
  })
})
