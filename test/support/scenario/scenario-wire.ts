import { WebSocket } from 'ws'
import type { StoryLine } from './scenario-line.ts'

/** A socket to the line. While it is open, the line's clock only advances after it received everything that was sent. */
export type Wire = { says(text: string): Promise<void>; closes(): void }

type Address = { url: string; headers: Record<string, string> }

/** Opens a socket and passes each frame to `hears`. */
export async function openSocket(line: StoryLine, { url, headers }: Address, hears: (text: string) => void): Promise<Wire> {
  const socket = new WebSocket(url, { headers, ...(headers['origin'] ? { origin: headers['origin'] } : {}) })
  socket.on('message', (frame) => hears(String(frame)))
  await new Promise<void>((opened, failed) => {
    socket.once('open', opened)
    socket.once('error', failed)
  })
  // Frames arrive in the order in which they were sent: when a ping is answered, all earlier frames have arrived.
  const hasHeardAll = () =>
    new Promise<void>((heard) => {
      if (socket.readyState !== socket.OPEN) return heard()
      const done = () => {
        socket.off('pong', done)
        socket.off('close', done)
        heard()
      }
      socket.on('pong', done)
      socket.on('close', done)
      socket.ping()
    })
  const attendsNoMore = line.attends(hasHeardAll)
  return {
    says: async (text) => {
      socket.send(text)
      await line.settles()
    },
    closes: () => {
      attendsNoMore()
      socket.close()
    },
  }
}
