import { useEffect, useRef, useState } from 'preact/hooks'
import type { TalkCallBack } from '../../../shared/domain/callbacks/talk-promise.ts'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import { contradictsConsent, isHalfConsent } from '../../../shared/domain/conversations/consent-rules.ts'
import { type MissingNote, type Outcome, outcomeRules } from '../../../shared/domain/conversations/outcomes.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import type { ApiFailure } from '../client/api-result.ts'
import type { Autosave } from '../state/autosave.ts'
import { words } from '../state/desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'

const promisesCall = ({ outcome }: CoachingNotes) => outcome !== null && outcomeRules[outcome].promises !== null
const asksConsent = (outcome: Outcome) => outcomeRules[outcome].needs.includes('consent')

// An item leaves the list of missing notes once it is filled in; the server checks again when the worker logs. Whether a number can be
// called and a moment kept only the server knows, so those two stay until then.
const isFilled: Record<MissingNote, (notes: CoachingNotes, callBack: TalkCallBack) => boolean> = {
  outcome: (notes) => notes.outcome !== null,
  danger: (notes) => notes.danger !== null,
  concern: (notes) => notes.concern.trim() !== '',
  'still-possible': (notes) => notes.stillPossible.trim() !== '',
  consent: (notes) => notes.consent.kind === 'yes' || notes.outcome === null || !asksConsent(notes.outcome),
  'consent-details': ({ consent }) => !isHalfConsent(consent),
  'family-knows': (notes) => !contradictsConsent(notes),
  'may-call': (notes, { mayCall }) => mayCall || !promisesCall(notes),
  number: (notes) => !promisesCall(notes),
  reachable: (notes) => !promisesCall(notes),
}

const fieldOf: Record<MissingNote, string> = {
  outcome: 'outcome',
  danger: 'danger',
  concern: 'concern',
  'still-possible': 'stillPossible',
  consent: 'consent',
  'consent-details': 'consent',
  'family-knows': 'familyKnows',
  'may-call': 'callBackMayCall',
  number: 'callBackNumber',
  reachable: 'callBackOn',
}

/** Logging the conversation: what is missing, as links to the fields; afterwards the code to give to the referrer. */
export function LogPart({ autosave }: { autosave: Autosave }) {
  const { form } = words
  const { conversation, notes } = autosave.draft()
  const [missing, setMissing] = useState<readonly MissingNote[]>([])
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [isLogging, setLogging] = useState(false)

  async function log(quickly: Outcome | null = null) {
    if (isLogging) return
    if (quickly !== null) autosave.edit({ outcome: quickly })
    setLogging(true)
    const outcome = await autosave.log()
    setLogging(false)
    setMissing(outcome.kind === 'incomplete' ? outcome.missing : [])
    setFailure(outcome.kind === 'failed' ? outcome : null)
    // The worker tells the referrer the code now, so the focus moves there and a screen reader announces it.
    if (outcome.kind === 'logged') requestAnimationFrame(() => document.getElementById('logged')?.focus())
  }
  if (conversation.state === 'logged') {
    const { referrerCode } = conversation
    return (
      <div class="logged" id="logged" role="status" tabIndex={-1}>
        {referrerCode === null ? null : <p class="code">{referrerCode}</p>}
        <p>{referrerCode === null ? form.logged : form.loggedWithCode(referrerCode)}</p>
        {promisesCall(notes) ? <p>{form.callBack.promised}</p> : null}
        {referrerCode === null ? null : <CopyButton text={referrerCode} label={form.copyCode} />}
      </div>
    )
  }
  return (
    <div class="log-part">
      <Missing asked={missing} missing={missing.filter((one) => !isFilled[one](notes, autosave.callBack()))} />
      {failure === null ? null : <FailureNote failure={failure} again={() => void log()} />}
      <button type="button" class="main" aria-disabled={isLogging} onClick={() => void log()}>
        {form.log}
      </button>
      {isUntouched(notes) ? <QuickEnds end={(outcome) => void log(outcome)} /> : null}
    </div>
  )
}

const quickEnds = ['silent', 'wrong-number'] as const

// A contact without a conversation is closed with one click, but only while nothing was noted: a slip cannot close somebody’s report.
function QuickEnds({ end }: { end(outcome: Outcome): void }) {
  return (
    <div class="quick-ends" role="group" aria-labelledby="quick-ends">
      <p id="quick-ends">{words.form.quickEnds}</p>
      {quickEnds.map((outcome) => (
        <button type="button" key={outcome} onClick={() => end(outcome)}>
          {words.form.outcomes[outcome]}
        </button>
      ))}
    </div>
  )
}

function isUntouched({ danger, outcome, helpQuestion, agreements, consent, ...notes }: CoachingNotes): boolean {
  const texts = [helpQuestion ?? '', notes.concern, notes.strengths, notes.tried, notes.familyWants, notes.stillPossible]
  const answers = [danger, outcome, notes.familyKnows]
  return (
    texts.every((text) => text.trim() === '') &&
    answers.every((answer) => answer === null) &&
    agreements.length === 0 &&
    consent.kind === 'not-asked'
  )
}

function Missing({ asked, missing }: { asked: unknown; missing: readonly MissingNote[] }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [asked])
  if (missing.length === 0) return null
  return (
    <div class="missing" role="group" aria-labelledby="missing">
      <h2 id="missing" ref={heading} tabIndex={-1}>
        {words.form.missingHeading}
      </h2>
      <ul>
        {missing.map((one) => (
          <li key={one}>
            <a href={`#${fieldOf[one]}`} onClick={(event) => lead(event, fieldOf[one])}>
              {words.form.missing[one]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function lead(event: Event, id: string) {
  event.preventDefault()
  const place = document.getElementById(id)
  const field = place?.matches('fieldset') ? place.querySelector<HTMLElement>('input') : place
  place?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
