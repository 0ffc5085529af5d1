import { render } from 'preact'
import { ChatApp } from './chat-app.tsx'
import { hostOf } from './frame/host.ts'
import { languageOf, wordsIn } from './words/words.ts'

/** Opens the chat frame from its URL, which holds the region, the language and the host page’s origin; never anything secret. */
export async function openFrame(element: HTMLElement, address: URLSearchParams): Promise<void> {
  const language = languageOf(address.get('language'))
  const words = await wordsIn(language)
  const host = hostOf(address.get('host'))
  render(<ChatApp root={element} region={address.get('region') ?? ''} language={language} words={words} host={host} />, element)
}

const element = document.getElementById('chat')
if (element) void openFrame(element, new URLSearchParams(location.search))
