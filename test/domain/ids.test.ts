import { describe, expect, it } from 'vitest'
import { CaseId, connectIdOf, contactIdOf, conversationIdOf, RegionId, WorkerId } from '../../shared/domain/ids.ts'

const uuid = '5A7E0C1B-2D3F-4E5A-9B6C-7D8E9F0A1B2C'

describe('an id', () => {
  it('of a contact wears its name before Connect’s own', () => {
    expect(contactIdOf(uuid)).toBe(`contact_${uuid.toLowerCase()}`)
    expect(connectIdOf(contactIdOf(uuid))).toBe(uuid.toLowerCase())
  })

  it('of a conversation follows from the contact’s', () => {
    expect(conversationIdOf(contactIdOf(uuid))).toBe(`conversation_${uuid.toLowerCase()}`)
  })

  it.each([
    ['with another tag', WorkerId, 'case_noor'],
    ['without a tag', CaseId, 'noor'],
    ['with nothing after its tag', CaseId, 'case_'],
    ['with a capital', WorkerId, 'worker_Noor'],
    ['with a mark that breaks a key', WorkerId, 'worker_noor#1'],
    ['longer than we make them', CaseId, `case_${'a'.repeat(65)}`],
    ['of a region with a capital', RegionId, 'Limburg'],
  ])('%s is refused', (_title, schema, id) => {
    expect(schema.safeParse(id).success).toBe(false)
  })

  it.each(['', 'no id', '../etc', 'a'.repeat(65)])('is not made of %j', (text) => {
    expect(() => contactIdOf(text)).toThrow()
  })
})
