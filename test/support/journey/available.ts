import { once } from 'node:events'
import { expect, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { LocalLine } from '../../../infra/local/local-line.ts'

/** Signs made-up people in to their softphones as available, without opening a page. They stay so until the line stops. */
export async function areAvailable(localLine: LocalLine, usernames: readonly string[]): Promise<void> {
  await Promise.all(usernames.map((username) => isAvailable(localLine, username)))
}

async function isAvailable({ origins: { aws } }: LocalLine, username: string): Promise<void> {
  const chosen = await fetch(`${aws}/signin/choose`, { method: 'POST', body: new URLSearchParams({ username }), redirect: 'manual' })
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
  const socket = new WebSocket(`${aws.replace('http', 'ws')}/workspace/socket`, { headers: { cookie, origin: aws } })
  await once(socket, 'open')
  const answers: string[] = []
  socket.on('message', (text) => {
    const news = Object(JSON.parse(String(text)))
    if (news.kind === 'answer') answers.push(news.answer.kind)
  })
  socket.send(JSON.stringify({ id: 1, command: { kind: 'status', status: 'Available' } }))
  await vi.waitFor(() => expect(answers).toEqual(['done']), { timeout: 10_000 })
}
