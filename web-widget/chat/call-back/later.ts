// One lazily loaded chunk: only a referrer who cannot be answered now needs it.
export { CallBack } from './call-back.tsx'
export { InQueue } from './in-queue.tsx'
