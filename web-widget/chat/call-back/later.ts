// What is loaded only for whoever cannot be answered now.
export { CallBack } from './call-back.tsx'
export { InQueue } from './in-queue.tsx'
