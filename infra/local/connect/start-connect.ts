import { createControlApi } from './control/control-api.ts'
import { createExchange, stopExchange } from './engine.ts'
import { createBoard } from './build-engine-api.ts'
import { createMedia } from './media.ts'
import { takeUpAgain } from './restart.ts'
import type { ConnectTools, LocalConnect } from './model/deps.ts'

/** Starts the local Connect from the plan: engine, phones, chats and workspaces, where the last run left them. */
export function startConnect(tools: ConnectTools): LocalConnect {
  const media = createMedia(tools)
  const exchange = createExchange(tools, media.media)
  media.attach(createBoard(exchange))
  takeUpAgain(exchange)
  media.forgetAllBut(new Set([...exchange.contacts.values()].map(({ initialContactId }) => initialContactId)))
  const control = createControlApi(exchange, media.startParticipant)
  return {
    answer: async (request, response, body) => control(request, response, body) || media.answer(request, response, body),
    upgrade: (request, socket, head) => media.upgrade(request, socket, head),
    dropSockets: media.dropSockets,
    stop: () => {
      stopExchange(exchange)
      media.stop()
    },
  }
}
