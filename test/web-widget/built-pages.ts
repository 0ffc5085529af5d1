import { fileURLToPath } from 'node:url'
import { bundlePage, bundleScript, type Piece } from '../../infra/local/pages/bundles.ts'

export type Built = Map<string, Piece>

const widgetFile = (path: string) => fileURLToPath(new URL(`../../web-widget/${path}`, import.meta.url))

/** Every page of the product’s origin by its path, from the same build as on the local line. */
export async function buildProduct(): Promise<Built> {
  const chat = await bundlePage(widgetFile('chat/frame.html'))
  const desk = await bundlePage(widgetFile('desk/index.html'))
  const signedIn = await bundlePage(widgetFile('desk/signed-in.html'))
  return new Map([
    ['/permanence.js', await bundleScript(widgetFile('chat/launcher/permanence.ts'))],
    ...under('/chat/', chat, 'frame.html'),
    ...under('/desk/', new Map([...signedIn, ...desk]), 'index.html'),
  ])
}

function under(at: string, pieces: Built, first: string): Built {
  return new Map([...pieces].flatMap(([name, piece]) => (name === first ? [[at, piece] as const] : [[`${at}${name}`, piece] as const])))
}
