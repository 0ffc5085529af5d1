import { launcherWords } from '../../../shared/words/launcher.ts'
import { fromFrame } from '../../kit/frame-messages.ts'
import { launcherStyle } from './launcher-style.ts'

// The one script that a school’s page loads. It draws a button; the conversation opens in a frame on our own origin, so that the page
// cannot read it (docs/decisions.md 5). It leaves the page’s style alone, and stores one mark in the tab while a chat runs.

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null
const ours = new URL(script?.src ?? location.href).origin
const underWay = 'permanence-under-way'
const elsewhere = 'https://www.wikipedia.org/'

class PermanenceChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot === null) draw(this)
  }
}

function draw(element: HTMLElement) {
  const language = element.getAttribute('language') ?? 'nl'
  const words = launcherWords[language === 'fr' || language === 'en' ? language : 'nl']
  const launcher = button('launcher', words.open)
  const close = button('close', '×')
  close.setAttribute('aria-label', words.close)
  const panel = document.createElement('div')
  panel.className = 'panel'
  panel.append(close)
  drawIn(element.attachShadow({ mode: 'open' }), launcher, panel)
  let frame: HTMLIFrameElement | undefined

  function open(isOpen: boolean) {
    if (isOpen && !frame) panel.append((frame = frameFor(element, language, words.open)))
    panel.hidden = !isOpen
    launcher.setAttribute('aria-expanded', `${isOpen}`)
    if (close.hidden) frame?.contentWindow?.postMessage({ permanence: isOpen ? 'shown' : 'hidden' }, ours)
    if (isOpen) unread(0)
  }
  function unread(count: number) {
    launcher.dataset.unread = `${count || ''}`
    launcher.setAttribute('aria-label', count ? `${words.open} (${words.unread(count)})` : words.open)
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
      open(!panel.hidden)
    }
    if (told === 'close') shut()
    if (told === 'unread' && panel.hidden) unread(said?.count ?? 0)
    if (told === 'running' || told === 'over') remember(told === 'running')
    if (told === 'exit') leave(element)
  }
  launcher.onclick = () => {
    open(Boolean(panel.hidden))
    frame?.focus()
  }
  close.onclick = shut
  panel.onkeydown = ({ key }) => {
    if (key === 'Escape') shut()
  }
  addEventListener('message', hear)
  open(remember())
}

function drawIn(root: ShadowRoot, ...parts: HTMLElement[]) {
  const style = new CSSStyleSheet()
  style.replaceSync(launcherStyle)
  root.adoptedStyleSheets = [style]
  root.append(...parts)
}

function frameFor(element: HTMLElement, language: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  const address = new URL('/chat/', ours)
  address.search = new URLSearchParams({ region: element.getAttribute('region') ?? '', language, host: location.origin }).toString()
  frame.title = title
  frame.referrerPolicy = 'no-referrer'
  frame.src = address.href
  return frame
}

function button(name: string, text: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.className = name
  made.textContent = text
  return made
}

function leave(element: HTMLElement) {
  remember(false)
  element.remove()
  location.replace(elsewhere)
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

function attach() {
  const element = document.createElement('permanence-chat')
  element.setAttribute('region', region ?? '')
  element.setAttribute('language', language)
  document.body.append(element)
}

if (!customElements.get('permanence-chat')) customElements.define('permanence-chat', PermanenceChat)
const { region, language = 'nl' } = script?.dataset ?? {}
if (region && document.body) attach()
else if (region) addEventListener('DOMContentLoaded', attach)
