import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Handlers, mountRoutes } from '../../functions/mount-routes.ts'
import type { CallbackClaimed } from '../../shared/contracts/callbacks/callbacks.ts'
import type { SaveDraft } from '../../shared/contracts/conversations/conversations.ts'
import type { RosterChanged } from '../../shared/contracts/roster/roster-changes.ts'
import { deskIds } from '../../shared/contracts/routes/desk-access.ts'
import { tableOf } from '../../shared/contracts/routes/route-table.ts'
import type { CallbackId, CaseId } from '../../shared/domain/ids.ts'
import type { Day } from '../../shared/domain/time/brussels-time.ts'
import type { AskDesk } from '../../web-widget/desk/client/ask-desk.ts'
import { askWidget } from '../../web-widget/chat/frame/later-parts.ts'

// Nothing here runs: tsc holds it. Every line below a ts-expect-error must be wrong for the compiler, or tsc says so.

const none = z.strictObject({})
const yes = z.strictObject({ kind: z.literal('yes') })
const worker = ['worker'] as const

export async function pages(ask: AskDesk, id: CallbackId, draft: SaveDraft, from: Day): Promise<unknown> {
  const cases = await ask('GET /api/desk/cases')
  if (cases.kind === 'ok') cases.body.cases[0]?.id satisfies CaseId | undefined
  const claimed = await ask('POST /api/desk/callbacks/:callback/claim', { ids: { callback: id } })
  if (claimed.kind === 'ok') claimed.body satisfies CallbackClaimed
  if (claimed.kind === 'ok' && claimed.body.kind === 'claimed-by-other') claimed.body.worker satisfies string
  const swap = await ask('POST /api/desk/roster/swaps/:swap/agree', { ids: { swap: 'swap_1' } })
  if (swap.kind === 'ok') swap.body satisfies RosterChanged
  await ask('PUT /api/desk/conversations/:conversation/draft', { ids: { conversation: 'conversation_1' }, body: draft, keepalive: true })
  await ask('GET /api/desk/roster')
  await ask('GET /api/desk/roster', { query: { from, weeks: 4 } })
  // @ts-expect-error no such question
  await ask('GET /api/desk/roster', { query: { until: from } })
  // @ts-expect-error weeks are a number
  await ask('GET /api/desk/roster', { query: { weeks: 'four' } })
  // @ts-expect-error no such route
  await ask('GET /api/desk/cases/:case/nothing')
  // @ts-expect-error the method is not the table's
  await ask('GET /api/desk/callbacks/:callback/claim')
  // @ts-expect-error the id is missing
  await ask('POST /api/desk/callbacks/:callback/claim')
  // @ts-expect-error a conversation is no call-back
  await ask('POST /api/desk/callbacks/:callback/claim', { ids: { callback: 'conversation_1' } })
  // @ts-expect-error an id that is not in the address
  await ask('POST /api/desk/callbacks/:callback/claim', { ids: { callback: id, swap: 'swap_1' } })
  // @ts-expect-error nobody reads a body here
  await ask('POST /api/desk/callbacks/:callback/claim', { ids: { callback: id }, body: {} })
  // @ts-expect-error the body is missing
  await ask('PUT /api/desk/conversations/:conversation/draft', { ids: { conversation: 'conversation_x' } })
  // @ts-expect-error the desk's routes are not the widget's
  await askWidget('GET /api/desk/cases')
  // @ts-expect-error no such field in the answer
  return cases.kind === 'ok' ? cases.body.familys : undefined
}

const two = tableOf(deskIds)({
  'GET /a': { roles: worker, answers: { 200: none } },
  'POST /b/:callback': {
    roles: worker,
    body: z.strictObject({ why: z.string() }),
    answers: { 200: yes, 409: z.strictObject({ kind: z.literal('no') }) },
  },
})
type All = Handlers<null, typeof deskIds, typeof two>
const a = { 'GET /a': () => ({}) } satisfies Partial<All>
const b = { 'POST /b/:callback': (_, { ids, body }) => ({ kind: ids.callback === body.why ? 'yes' : 'no' }) } satisfies Partial<All>

export const all: All = { ...a, ...b }
// @ts-expect-error one handler is missing
export const missing: All = { ...a }
// @ts-expect-error a handler of no route
export const stray: All = { ...a, ...b, 'GET /c': () => ({}) }
// @ts-expect-error a kind that is not in the table
export const typo: All = { ...a, 'POST /b/:callback': () => ({ kind: 'yess' }) }
// @ts-expect-error an id that is not in the address
export const id: All = { ...a, 'POST /b/:callback': (_, { ids }) => ({ kind: ids.case === '' ? 'yes' : 'no' }) }

export function tables(): void {
  const table = tableOf(deskIds)
  // @ts-expect-error nobody may come in
  table({ 'GET /a': { roles: [], answers: { 200: none } } })
  // @ts-expect-error no such role
  table({ 'GET /a': { roles: ['queen'], answers: { 200: none } } })
  // @ts-expect-error no roles
  table({ 'GET /a': { answers: { 200: none } } })
  // @ts-expect-error one kind under two statuses
  table({ 'GET /a': { roles: worker, answers: { 200: yes, 409: yes } } })
  // @ts-expect-error only a 200 may have no kind
  table({ 'GET /a': { roles: worker, answers: { 409: none } } })
  // @ts-expect-error a kind that is any text
  table({ 'GET /a': { roles: worker, answers: { 200: z.strictObject({ kind: z.string() }) } } })
  // @ts-expect-error no such id
  table({ 'GET /a/:b/c': { roles: worker, answers: { 200: none } } })
  // @ts-expect-error no method
  table({ 'FETCH /a': { roles: worker, answers: { 200: none } } })
  // @ts-expect-error it answers nothing
  table({ 'GET /a': { roles: worker, answers: {} } })
  // @ts-expect-error no status of an answer
  table({ 'GET /a': { roles: worker, answers: { 404: yes } } })
  // @ts-expect-error a typing error
  table({ 'GET /a': { roles: worker, answer: { 200: none }, answers: { 200: none } } })
}

describe('the compiler', () => {
  it('was shown what must not compile', () => {
    expect([pages, tables, mountRoutes]).toHaveLength(3)
  })
})
