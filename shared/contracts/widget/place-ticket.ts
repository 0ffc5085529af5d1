/** The header in which a browser shows the ticket of the chat that it started. Apart from the schemas: the chat frame carries no zod. */
export const ticketHeader = 'x-place-ticket'
