import type { Host } from './host.ts'

/** Tells the host page how many messages arrived while the window was closed; never their text. */
export function notifyUnread(host: Host) {
  let isShown = true
  let seen = 0
  let all = 0
  const told = () => host.notify('unread', isShown ? 0 : all - seen)
  return {
    listen: () =>
      host.listen(({ permanence }) => {
        isShown = permanence === 'shown'
        seen = all
        told()
      }),
    notify(count: number) {
      all = count
      if (isShown) seen = all
      else told()
    },
  }
}
