/** The origins of our pages and of the pages that may embed or call them. One of each on one machine; many schools in the cloud. */
export type PageOrigins = { product: string; school: string | readonly string[]; aws: string | readonly string[] }

/** The chat frame, the duty desk, the launcher script that schools load, or the demonstration page of a school. */
export type Page = 'chat' | 'desk' | 'launcher' | 'school'

/** The headers with which a page is served, without `cache-control`: that depends on the file and is set where files are served. */
export function headersFor(page: Page, origins: PageOrigins): Record<string, string> {
  return { ...everywhere, ...ownHeaders[page](origins) }
}

// A referrer would reveal that a user of one school's site opened the line for worried people.
const everywhere = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': permissions('microphone=()'),
}

const ownHeaders: Record<Page, (origins: PageOrigins) => Record<string, string>> = {
  chat: ({ school, aws }) => ({
    'content-security-policy': policy({
      ...ownOnly,
      // The one address that the page may run in a thread, for the work before a start: web-widget/chat/start/work.ts.
      'trusted-types': ['start-work'],
      'connect-src': ["'self'", ...list(aws), ...list(aws).map(socketOf)],
      'frame-ancestors': list(school),
    }),
  }),
  // The agent workspace embeds the desk; the desk embeds the sign-in page to check whether this browser has a session.
  desk: ({ aws }) => ({
    'content-security-policy': policy({
      ...ownOnly,
      'connect-src': ["'self'", ...list(aws)],
      'frame-src': ["'self'", ...list(aws)],
      'frame-ancestors': ["'self'", ...list(aws)],
    }),
    // A worker can test the microphone here before the turn begins; the sound stays in the browser.
    'permissions-policy': permissions('microphone=(self)'),
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'same-origin',
  }),
  // The launcher is loaded by other sites, including those with `cross-origin-embedder-policy: require-corp`.
  launcher: () => ({ 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' }),
  // As strict as the policy of a careful school, so that a launcher that works here works there too.
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
  // Text that somebody types can then never be run as a script, even where our own code forgets to escape it.
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

/** The same origin with the WebSocket scheme; chats use WebSockets. */
function socketOf(origin: string): string {
  return origin.replace(/^http/, 'ws')
}
