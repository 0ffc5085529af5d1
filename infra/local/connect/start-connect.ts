import { createControlApi } from './control/control-api.ts'
import { createExchange, stopExchange } from './engine.ts'
import { createEngineApi } from './build-engine-api.ts'
import { createMedia } from './media.ts'
import { takeUpAgain } from './restart.ts'
import type { ConnectDeps, LocalConnect } from './model/deps.ts'

/** Starts the local Connect from the templates, with the state of the last run. */
export function startConnect(deps: ConnectDeps): LocalConnect {
  const media = createMedia(deps)
  const exchange = createExchange(deps, media.media)
  media.attach(createEngineApi(exchange))
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
