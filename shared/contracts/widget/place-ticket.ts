/** The header with the ticket of a chat. A file without schemas, so that the chat frame's bundle does not contain zod. */
export const ticketHeader = 'x-place-ticket'
