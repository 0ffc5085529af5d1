// One lazily loaded chunk: only a referrer who cannot be answered now needs it.
export { NoAnswer } from '../no-answer/no-answer.tsx'
export { CallBack } from './call-back.tsx'
export { InQueue } from './in-queue.tsx'
