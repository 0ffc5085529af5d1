import { openRegion } from '../../shared/domain/regions/regions.ts'
import type { Notice, NoticeKind, NoticeStore } from '../../shared/storage/notices/notices.ts'
import type { WorkerStore } from '../../shared/storage/workers/workers.ts'
import { noticesNl } from '../../shared/words/nl/notices.ts'
import type { NoticeWords } from '../../shared/words/types/words.ts'
import { nameOf, type RequestLog } from '../lambda.ts'

/** What sending the notices needs. */
export type Deps = {
  due: NoticeStore['due']
  sent: NoticeStore['sent']
  workerOf: WorkerStore['workerOf']
  publish(notice: { to: string; text: string }): Promise<void>
}

type Wording = (words: NoticeWords, region: string, notice: Notice) => string

const wordingOf: Record<NoticeKind, Wording> = {
  'case-taken-on': (words) => words.caseTakenOn,
  'nobody-on-duty': (words, region) => words.nobodyOnDuty(region),
  'nobody-signed-in': (words, region) => words.nobodySignedIn(region),
  'waiting-long': (words, region, { minutes }) => words.waitingLong(region, minutes),
  'ring-missed': (words, region) => words.ringMissed(region),
  'opening-at-risk': (words, region, { minutes }) => words.openingAtRisk(region, minutes),
  'contact-lost': (words, region) => words.contactLost(region),
  'roster-drift': (words, region) => words.rosterDrift(region),
  'swap-asked': (words, region) => words.swapAsked(region),
  'swap-taken': (words, region) => words.swapTaken(region),
  'swap-agreed': (words, region) => words.swapAgreed(region),
  'turn-changed': (words, region) => words.turnChanged(region),
  'promise-due': (words, region, { minutes }) => words.promiseDue(region, minutes),
  'promise-late': (words, region) => words.promiseLate(region),
  'promise-lost': (words, region) => words.promiseLost(region),
  'promise-assigned': (words, region) => words.promiseAssigned(region),
}

// A telephone shows only a few lines; the desk shows everything.
const maxTextsInOneMessage = 3

/**
 * Sends the notices in the outbox, one message per worker. A message that fails stays in the outbox for the next run; each sent notice is
 * marked at once.
 */
export async function sendNotices(deps: Deps, requestLog: RequestLog): Promise<{ sent: number; kept: number }> {
  const outcome = { sent: 0, kept: 0 }
  for (const bundle of bundlesOf(await deps.due())) {
    try {
      const worker = await deps.workerOf(bundle[0].region, bundle[0].worker)
      if (worker) await deps.publish({ to: worker.noticeAddress, text: textOf(bundle) })
    } catch (error) {
      // One message that fails must not hold back the others.
      outcome.kept += bundle.length
      requestLog.errorName = nameOf(error)
      continue
    }
    for (const notice of bundle) await noteSent(deps, { notice, outcome, requestLog })
  }
  requestLog.kind = outcome.kept > 0 ? 'sent-in-part' : outcome.sent > 0 ? 'sent' : 'nothing-due'
  return outcome
}

type Bundle = [Notice, ...Notice[]]

function bundlesOf(due: readonly Notice[]): Bundle[] {
  const bundles = new Map<string, Bundle>()
  for (const notice of due) {
    const key = `${notice.region} ${notice.worker}`
    const bundle = bundles.get(key)
    if (bundle) bundle.push(notice)
    else bundles.set(key, [notice])
  }
  return [...bundles.values()]
}

function textOf(bundle: Bundle): string {
  const texts = bundle.slice(0, maxTextsInOneMessage).map((notice) => {
    const region = openRegion(notice.region)?.name ?? notice.region
    return wordingOf[notice.kind](noticesNl, region, notice)
  })
  const more = bundle.length - texts.length
  return [...texts, ...(more > 0 ? [noticesNl.more(more)] : [])].join('\n')
}

type Sent = { notice: Notice; outcome: { sent: number; kept: number }; requestLog: RequestLog }

async function noteSent(deps: Deps, { notice, outcome, requestLog }: Sent): Promise<void> {
  try {
    await deps.sent(notice)
    outcome.sent += 1
  } catch (error) {
    outcome.kept += 1
    requestLog.errorName = nameOf(error)
  }
}
