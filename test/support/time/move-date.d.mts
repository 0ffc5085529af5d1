/** Moves `Date` so many milliseconds ahead, here or in a page: it names nothing outside itself. */
export function moveDate(ahead: number): void
