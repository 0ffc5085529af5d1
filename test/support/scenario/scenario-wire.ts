import { WebSocket } from 'ws'
import type { StoryLine } from './scenario-line.ts'

/** A socket to the line; whoever lets time go by waits until it has brought all that was sent. */
export type Wire = { says(text: string): Promise<void>; closes(): void }

type Address = { url: string; headers: Record<string, string> }

/** Opens a socket, and passes on each frame. */
export async function openSocket(line: StoryLine, { url, headers }: Address, hears: (text: string) => void): Promise<Wire> {
  const socket = new WebSocket(url, { headers, ...(headers['origin'] ? { origin: headers['origin'] } : {}) })
  socket.on('message', (frame) => hears(String(frame)))
  await new Promise<void>((opened, failed) => {
    socket.once('open', opened)
    socket.once('error', failed)
  })
  // Frames come in the order in which they were sent: an answered ping says that all before it is here.
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
