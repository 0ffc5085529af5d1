/** Where our pages stand and who may come near them; on one machine one origin each, in the cloud as many as there are schools. */
export type PageOrigins = { product: string; school: string | readonly string[]; aws: string | readonly string[] }

/** What is served: the chat frame, the duty desk, the little script that schools load, or the demo page of a school. */
export type Page = 'chat' | 'desk' | 'launcher' | 'school'

/** The headers under which a page is served. How long it may be kept in a cache depends on the file, and is said where files are served. */
export function headersFor(page: Page, origins: PageOrigins): Record<string, string> {
  return { ...everywhere, ...ownHeaders[page](origins) }
}

// Nobody is to know from which page somebody came: "a teacher of this school opened the line for worried people".
const everywhere = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': permissions('microphone=()'),
}

const ownHeaders: Record<Page, (origins: PageOrigins) => Record<string, string>> = {
  chat: ({ school, aws }) => ({
    'content-security-policy': policy({
      ...ownOnly,
      'connect-src': ["'self'", ...list(aws), ...list(aws).map(socketOf)],
      'frame-ancestors': list(school),
    }),
  }),
  // The agent workspace frames the desk, and the desk frames the sign-in when it asks whether this browser is signed in already.
  desk: ({ aws }) => ({
    'content-security-policy': policy({
      ...ownOnly,
      'connect-src': ["'self'", ...list(aws)],
      'frame-src': ["'self'", ...list(aws)],
      'frame-ancestors': ["'self'", ...list(aws)],
    }),
    // A worker tries her microphone here before her turn; nothing she says is sent anywhere.
    'permissions-policy': permissions('microphone=(self)'),
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'same-origin',
  }),
  // Meant for other people's pages, also for those that let in nothing from elsewhere unless it says that it may be let in.
  launcher: () => ({ 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' }),
  // As strict as a careful school's site may be: what works here works there.
  school: ({ product }) => ({
    'content-security-policy': policy({
      'default-src': ["'none'"],
      'script-src': ["'self'", product],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'frame-src': [product],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    }),
  }),
}

const ownOnly = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  // What somebody types can then never become a script, whatever we forget.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
}

function permissions(microphone: string): string {
  return ['camera=()', 'geolocation=()', microphone, 'payment=()', 'usb=()'].join(', ')
}

function policy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

function list(origins: string | readonly string[]): readonly string[] {
  return typeof origins === 'string' ? [origins] : origins
}

/** The same place by WebSocket: chats are spoken there. */
function socketOf(origin: string): string {
  return origin.replace(/^http/, 'ws')
}
