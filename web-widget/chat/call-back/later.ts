// One lazily loaded chunk: what the start page needs only in some regions, at some hours, or once a municipality is chosen.
export { NoAnswer } from '../no-answer/no-answer.tsx'
export { CallBack } from './call-back.tsx'
export { InQueue } from './in-queue.tsx'
export { LanguageChoice } from './language-choice.tsx'
export { Place } from './municipality-team.tsx'
