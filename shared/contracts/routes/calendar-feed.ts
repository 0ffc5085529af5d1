/**
 * The path of a worker's calendar feed. It is in no table, because calendar applications do not sign in and read no JSON: the secret in the
 * file name is the only access control.
 */
export const calendarFeedPath = '/api/calendar/:region/:worker/:file'
