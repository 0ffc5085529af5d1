import { useEffect, useRef, useState } from 'preact/hooks'

/** The browser's speech, or that it has no suitable voice. */
export type Voice =
  | { kind: 'none' }
  | { kind: 'there'; on: boolean; turn(on: boolean): void; speak(line: { text: string; languageCode: string }): void; hush(): void }

/** Speaks texts with a Dutch voice of the browser, if it has one; the user can turn this off. */
export function useVoice(): Voice {
  const [voices, setVoices] = useState<SpeechSynthesisVoice[]>([])
  const [on, setOn] = useState(sessionStorage.getItem('voice') !== 'off')
  const isOn = useRef(on)
  isOn.current = on
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const look = (): void => setVoices(speechSynthesis.getVoices())
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => speechSynthesis.removeEventListener('voiceschanged', look)
  }, [])
  if (!voices.some(({ lang }) => lang.startsWith('nl'))) return { kind: 'none' }
  return {
    kind: 'there',
    on,
    turn: (wanted) => {
      sessionStorage.setItem('voice', wanted ? 'on' : 'off')
      if (!wanted) speechSynthesis.cancel()
      setOn(wanted)
    },
    speak: ({ text, languageCode }) => {
      const voice = voiceFor(voices, languageCode)
      if (!isOn.current || !voice) return
      const words = new SpeechSynthesisUtterance(text)
      words.voice = voice
      words.lang = voice.lang
      speechSynthesis.speak(words)
    },
    hush: () => speechSynthesis.cancel(),
  }
}

/** A voice of the same region first, then any of the language. */
function voiceFor(voices: SpeechSynthesisVoice[], languageCode: string): SpeechSynthesisVoice | undefined {
  const speaks = (code: string) => voices.find(({ lang }) => lang.replace('_', '-').startsWith(code))
  return speaks(languageCode) ?? speaks(languageCode.slice(0, 2))
}
