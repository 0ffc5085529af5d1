import { fileURLToPath } from 'node:url'
import { bundlePage, bundleScript, type Piece } from '../../infra/local/pages/bundles.ts'

export type Built = Map<string, Piece>

const room = (path: string) => fileURLToPath(new URL(`../../web-widget/${path}`, import.meta.url))

/** Every page of the product's origin as a visitor gets it, by its path: the same build as on the line. */
export async function buildProduct(): Promise<Built> {
  const chat = await bundlePage(room('chat/frame.html'))
  const desk = await bundlePage(room('desk/index.html'))
  const signedIn = await bundlePage(room('desk/signed-in.html'))
  return new Map([
    ['/permanence.js', await bundleScript(room('chat/launcher/permanence.ts'))],
    ...under('/chat/', chat, 'frame.html'),
    ...under('/desk/', new Map([...signedIn, ...desk]), 'index.html'),
  ])
}

function under(at: string, pieces: Built, first: string): Built {
  return new Map([...pieces].flatMap(([name, piece]) => (name === first ? [[at, piece] as const] : [[`${at}${name}`, piece] as const])))
}
