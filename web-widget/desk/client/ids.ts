/** Connect's own id of a contact, from ours (`contact_…`, `conversation_…`) or from its own. */
export function connectIdOf(id: string): string {
  return id.replace(/^(contact|conversation)_/, '')
}
