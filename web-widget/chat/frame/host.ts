import { type FromFrame, type FromHost, fromHost } from '../../kit/frame-messages.ts'

/** The page around the frame, as far as the frame speaks with it. */
export type Host = {
  isThere: boolean
  notify(permanence: FromFrame['permanence'], count?: number): void
  /** One listens at a time, and hears at once what was said last: the window may have been shut before the conversation was there. */
  listen(hear: (message: FromHost) => void): void
}

/** The page that the launcher named in the frame's address; messages go to that origin and come from that window only. */
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
