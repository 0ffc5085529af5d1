import { type FromFrame, type FromHost, fromHost } from '../../kit/frame-messages.ts'

/** The page around the frame, which is not ours: the few messages to and from it. */
export type Host = {
  isThere: boolean
  notify(permanence: FromFrame['permanence'], count?: number): void
  /** Sets the only listener and replays the last message to it: the window may have been closed before the conversation had loaded. */
  listen(hear: (message: FromHost) => void): void
}

/** The page whose origin the launcher put in the frame’s URL. Messages go to that origin only, and are accepted from that window only. */
export function hostOf(origin: string | null): Host {
  const around = window.parent
  if (around === window || origin === null || !/^https?:/.test(origin)) {
    return { isThere: false, notify: () => {}, listen: () => {} }
  }
  let last: FromHost | null = null
  let ear = (_message: FromHost) => {}
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== around || event.origin !== origin) return
    const message = fromHost(event.data)
    if (message) ear((last = message))
  })
  return {
    isThere: true,
    notify: (permanence, count = 0) => around.postMessage({ permanence, count }, origin),
    listen(hear) {
      ear = hear
      if (last) hear(last)
    },
  }
}
