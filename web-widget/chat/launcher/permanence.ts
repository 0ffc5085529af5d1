import { type LauncherWords, launcherWords } from '../../../shared/words/launcher.ts'
import { fromFrame } from '../../kit/frame-messages.ts'
import { hostStyle, launcherStyle } from './launcher-style.ts'

// The one script that a school’s page loads. It draws a button; the conversation opens in a frame on our own origin, so that the page
// cannot read it (docs/decisions.md 5). It leaves the page’s style alone, and stores one mark in the tab while a chat runs.

const tag = 'permanence-chat'
// A tag manager runs scripts without `currentScript`, and may drop their `data-` attributes: the address can hold them too.
const script = document.currentScript ?? document.querySelector('[src*="/permanence.js"]')
const address = new URL(script?.getAttribute('src') ?? '', document.baseURI)
const ours = address.origin
const underWay = 'permanence-under-way'
const elsewhere = 'https://www.wikipedia.org/'

let host: HTMLElement | undefined
let isOpen = remember()
// A page that keeps removing the button wins in the end.
let returns = 20

class PermanenceChat extends HTMLElement {
  connectedCallback() {
    if (this !== host) hang(this.getAttribute('region'), this.getAttribute('language'))
  }
}

// Beside the body, where a transform or a filter of the body does not reach it. There is one, however often the page asks for it.
function hang(region: string | null, language: string | null) {
  const root = document.documentElement
  if (host?.isConnected) return
  host = document.createElement(tag)
  host.style.cssText = hostStyle
  draw(host, region ?? '', language === 'fr' || language === 'en' ? language : 'nl')
  root.append(host)
  // In the top layer the styles of the root element do not reach it either; an older browser has no such layer.
  if ('popover' in host) {
    host.popover = 'manual'
    host.showPopover()
  }
  // The page’s router may replace the body or the whole document.
  const watch = new MutationObserver(() => {
    if (host?.isConnected || !document.documentElement || !returns) return
    returns -= 1
    watch.disconnect()
    hang(region, language)
  })
  for (const node of [document, root]) watch.observe(node, { childList: true })
}

function draw(element: HTMLElement, region: string, language: keyof typeof launcherWords) {
  const words = launcherWords[language]
  const { title } = document
  const launcher = made('button', 'launcher', words.open, words.open)
  const close = made('button', 'close', words.close, '×')
  const panel = made('div', 'panel', words.open, '')
  panel.setAttribute('role', 'dialog')
  panel.append(close)
  drawIn(element.attachShadow({ mode: 'open' }), launcher, panel)
  let frame: HTMLIFrameElement | undefined

  function open(isShown: boolean) {
    isOpen = isShown
    if (isOpen && !frame) panel.append((frame = frameFor(region, language, words.open)))
    panel.hidden = !isOpen
    launcher.setAttribute('aria-expanded', `${isOpen}`)
    if (close.hidden) frame?.contentWindow?.postMessage({ permanence: isOpen ? 'shown' : 'hidden' }, ours)
    if (isOpen) unread(0)
    fit(panel)
  }
  function unread(count: number) {
    showUnread(launcher, words, count)
    document.title = count ? `(${count}) ${title}` : title
  }
  function shut() {
    open(false)
    launcher.focus()
  }
  function hear({ source, origin, data }: MessageEvent<unknown>) {
    if (!frame || origin !== ours || source !== frame.contentWindow) return
    const said = fromFrame(data)
    // Until the frame reports “ready” the panel shows a close button of its own: the page’s policy may have blocked the frame.
    const told = said?.permanence
    if (told === 'ready') {
      close.hidden = true
      // The window may have been closed while the frame was loading.
      open(isOpen)
    }
    if (told === 'close') shut()
    if (told === 'unread' && (!isOpen || document.hidden || !said?.count)) unread(said?.count ?? 0)
    if (told === 'running' || told === 'over') remember(told === 'running')
    if (told === 'exit') leave(element)
  }
  launcher.onclick = () => (open(!isOpen), frame?.focus())
  close.onclick = shut
  panel.onkeydown = ({ key }) => {
    if (key === 'Escape') shut()
  }
  addEventListener('message', hear)
  for (const target of [window, visualViewport]) target?.addEventListener('resize', () => fit(panel))
  open(isOpen)
}

function showUnread(launcher: HTMLElement, words: LauncherWords, count: number) {
  launcher.dataset['unread'] = `${count || ''}`
  launcher.setAttribute('aria-label', count ? `${words.open} (${words.unread(count)})` : words.open)
}

function leave(element: HTMLElement) {
  returns = 0
  remember(false)
  element.remove()
  location.replace(elsewhere)
}

// On a small screen the window covers the page: what is behind it cannot be reached, and it ends where the keyboard begins.
function fit(panel: HTMLElement) {
  const covers = isOpen && getComputedStyle(panel).left === '0px'
  for (const one of document.documentElement.children) if (one !== host) one.toggleAttribute('inert', covers)
  panel.style.height = covers && visualViewport ? `${visualViewport.height}px` : ''
}

function drawIn(root: ShadowRoot, ...parts: HTMLElement[]) {
  root.append(...parts)
  try {
    const style = new CSSStyleSheet()
    style.replaceSync(launcherStyle)
    root.adoptedStyleSheets = [style]
  } catch {
    // An older browser has no such style sheets.
    const style = document.createElement('style')
    style.textContent = launcherStyle
    root.append(style)
  }
}

function frameFor(region: string, language: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.referrerPolicy = 'no-referrer'
  frame.src = `${ours}/chat/?${new URLSearchParams({ region, language, host: location.origin })}`
  return frame
}

function made<Tag extends 'button' | 'div'>(kind: Tag, ...[className, label, text]: [string, string, string]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(kind)
  element.className = className
  element.setAttribute('aria-label', label)
  element.textContent = text
  return element
}

// Without storage in the host page the chat does not reopen by itself after a reload; a click on the button reopens it.
function remember(isUnderWay?: boolean): boolean {
  try {
    if (isUnderWay) sessionStorage.setItem(underWay, '1')
    if (isUnderWay === false) sessionStorage.removeItem(underWay)
    return underWay in sessionStorage
  } catch {
    return false
  }
}

const given = (name: string) => script?.getAttribute(`data-${name}`) ?? address.searchParams.get(name)
const isFirst = !customElements.get(tag)
if (isFirst) customElements.define(tag, PermanenceChat)
const region = given('region')
if (region && isFirst) hang(region, given('language'))
else if (!document.querySelector(tag))
  console.warn('permanence.js: no region. Write data-region="…" at the script, or <permanence-chat region="…">.')
