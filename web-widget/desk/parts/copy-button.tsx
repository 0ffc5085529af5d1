import { useState } from 'preact/hooks'
import { words } from '../state/desk-context.ts'

/** Copies a text to the clipboard and says so. Where a frame may not do that, it asks the worker to select the text. */
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
