export type MicrophoneTried = 'works' | 'refused' | 'absent' | 'busy'

const toneSeconds = 0.8
const toneHertz = 520
// Audible in a headset without being painful.
const loudness = 0.2

/** Opens the microphone and closes it at once: nothing is recorded. */
export async function tryMicrophone(): Promise<MicrophoneTried> {
  // A page without a secure context has no `mediaDevices`.
  if (!('mediaDevices' in navigator)) return 'refused'
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    for (const track of stream.getTracks()) track.stop()
    return 'works'
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'refused'
    return error.name === 'NotFoundError' || error.name === 'NotSupportedError' ? 'absent' : 'busy'
  }
}

/** Plays a short tone; resolves when it has ended. */
export async function playTone(): Promise<void> {
  const sound = new AudioContext()
  const tone = sound.createOscillator()
  const volume = sound.createGain()
  tone.frequency.value = toneHertz
  volume.gain.value = loudness
  tone.connect(volume).connect(sound.destination)
  tone.start()
  tone.stop(sound.currentTime + toneSeconds)
  await new Promise<void>((resolve) => tone.addEventListener('ended', () => resolve(), { once: true }))
  await sound.close()
}

/** The browser’s permission for notifications; null where it has none. */
export function notificationsNow(): NotificationPermission | null {
  return 'Notification' in globalThis ? Notification.permission : null
}
