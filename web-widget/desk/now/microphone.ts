/** What came of trying something of this computer. */
export type MicrophoneTried = 'works' | 'refused' | 'absent' | 'busy'

const toneSeconds = 0.8
const toneHertz = 520
// Loud enough to hear in a headset, soft enough not to hurt.
const loudness = 0.2

/** Opens the microphone and closes it at once: nothing is listened to, and nothing is kept. */
export async function tryMicrophone(): Promise<MicrophoneTried> {
  // A page that is not served safely, or a frame that may not, has no such thing at all.
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

/** Plays a short tone; resolves when it is over. */
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

/** Whether messages may pop up on this screen; `null` where the browser has no such thing. */
export function notificationsNow(): NotificationPermission | null {
  return 'Notification' in globalThis ? Notification.permission : null
}
