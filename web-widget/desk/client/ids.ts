/** Connect’s own contact id, from an id with our prefix (`contact_…`, `conversation_…`) or from one without. */
export function connectIdOf(id: string): string {
  return id.replace(/^(contact|conversation)_/, '')
}
