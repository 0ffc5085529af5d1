const everyMilliseconds = 2000

/**
 * Plays a ring tone until the returned function is called. Browsers play no sound before the first user action, so pages show the ringing
 * too.
 */
export function ring(): () => void {
  const sound = new AudioContext()
  const once = (): void => {
    if (sound.state !== 'running') return
    for (const delay of [0, 0.25]) tone(sound, sound.currentTime + delay)
  }
  once()
  const timer = setInterval(once, everyMilliseconds)
  return () => {
    clearInterval(timer)
    void sound.close()
  }
}

function tone(sound: AudioContext, at: number): void {
  const pitch = sound.createOscillator()
  const volume = sound.createGain()
  pitch.frequency.value = 660
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.15, at + 0.02)
  volume.gain.linearRampToValueAtTime(0, at + 0.18)
  pitch.connect(volume).connect(sound.destination)
  pitch.start(at)
  pitch.stop(at + 0.2)
}
