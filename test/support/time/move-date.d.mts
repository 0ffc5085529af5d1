/** Moves `Date` ahead by so many milliseconds. Self-contained, because it is also serialised to run in a page. */
export function moveDate(ahead: number): void
