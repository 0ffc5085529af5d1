import type { WidgetLine } from '../../../shared/contracts/widget/widget-line.ts'
import { languageNames } from '../../../shared/words/language-names.ts'
import type { BeforeWords } from '../../../shared/words/types/words.ts'
import { Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { LiveText } from '../../kit/live-text.tsx'
import { useLater } from '../frame/later-parts.ts'
import { StartForm } from './start-form.tsx'
import { WhoFields } from './who-fields.tsx'
import type { BeforeProps } from '../model/start-model.ts'

/** The page before a chat starts: whether the line is open, whom to call in danger, what is done with the messages, and the start form. */
export function Before(props: BeforeProps) {
  const { line, words } = props
  const { widget } = words
  // After a refused start the call-back form stays available, even when the line opens again.
  const [turnedAway, setTurnedAway] = useState<'too-busy' | 'line-closed' | 'ticket-needed' | null>(null)
  const isUnreached = line === 'unreachable' || line === 'unknown'
  const isNeeded =
    typeof line !== 'string' &&
    (turnedAway !== null || line.state.kind !== 'open' || line.region.languages.length > 1 || Boolean(props.filled.municipality))
  const later = useLater(isNeeded || isUnreached, words, () => import('../call-back/later.ts'))
  useEffect(() => {
    if (typeof line !== 'string') props.settle(line.region.languages)
  }, [line])
  const team = later && <later.Place words={widget} region={props.region} municipality={props.filled.municipality ?? null} />
  const emergency = (crisis: string | null) => <Emergency words={widget} crisis={crisis} />
  if (isUnreached && later) {
    return (
      <main class="before">
        <later.NoAnswer
          {...props}
          said={later.said.callBack}
          emergency={emergency}
          form={(known) => <StartForm {...props} team={null} line={known} turnAway={setTurnedAway} />}
        />
      </main>
    )
  }
  if (typeof line === 'string') {
    return (
      <main class="before">
        {emergency(null)}
        <p role="status">{widget.loading}</p>
      </main>
    )
  }
  const { state, region } = line
  const isOpen = state.kind !== 'closed' && state.kind !== 'nobody-on-duty'
  const { phone, crisisPhone, languages } = region
  return (
    <main class="before">
      {later && languages.length > 1 && <later.LanguageChoice {...props} languages={languages} names={languageNames} />}
      {props.aside}
      <Fragment key={words.locale}>
        <p class={`state ${state.kind}`} role="status">
          <LiveText text={stateSaid(state, widget)} />
        </p>
        {isOpen && <p class="intro">{widget.intro}</p>}
        {emergency(crisisPhone)}
        {!isOpen && later && <p class="helplines">{later.said.callBack.helplines}</p>}
        {phone && state.kind !== 'closed' && <p class="phone">{widget.callInstead(phone)}</p>}
        {later && (turnedAway !== null || state.kind !== 'open') && (
          <>
            {state.kind === 'busy' && state.before > 0 && (
              <p>
                <LiveText text={later.said.callBack.before(state.before)} />
              </p>
            )}
            <later.CallBack
              {...props}
              language={props.asked}
              line={line}
              said={later.said.callBack}
              chat={null}
              isSecond={isOpen}
              comesInstead={turnedAway === 'line-closed'}
            >
              {!isOpen && <WhoFields {...props} team={team} line={line} errorAt={() => null} />}
            </later.CallBack>
          </>
        )}
        {isOpen && <StartForm {...props} team={team} line={line} turnAway={setTurnedAway} />}
      </Fragment>
    </main>
  )
}

function Emergency({ words, crisis }: { words: BeforeWords; crisis: string | null }) {
  return (
    <p class="emergency">
      <LiveText text={crisis ? `${words.emergency} ${words.crisis(crisis)}` : words.emergency} />
    </p>
  )
}

function stateSaid(state: WidgetLine['state'], words: BeforeWords): string {
  if (state.kind === 'open') return words.open(state.closes)
  if (state.kind === 'closing-soon') return words.closingSoon(state.closes)
  if (state.kind === 'busy') return words.busy
  return state.kind === 'closed' ? words.closed(state.opens) : words.nobodyOnDuty
}
