import { useState } from 'preact/hooks'
import { words } from '../state/desk-context.ts'

/** Puts a text on the clipboard and says so. A frame may not write it everywhere: then she is told to select the text herself. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [said, say] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      say(words.copied)
    } catch {
      say(words.notCopied)
    }
  }
  return (
    <span class="copy">
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{said}</span>
    </span>
  )
}
