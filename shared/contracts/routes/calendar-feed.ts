/**
 * The path of a worker's calendar. It stands in no table: calendars do not sign in and read no JSON; the secret in the file's name is all
 * that opens it.
 */
export const calendarFeedPath = '/api/calendar/:region/:worker/:file'
