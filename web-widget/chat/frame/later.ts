// What is loaded only for whoever cannot be answered now.
export { CallBack } from '../call-back/call-back.tsx'
export { InQueue } from '../conversation/in-queue.tsx'
