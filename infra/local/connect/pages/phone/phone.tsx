import './phone.css'
import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { phoneWords as words } from '../../../machine/local-words.ts'
import type { SpokenLine } from '../../phone/phone-lines.ts'
import { PhoneCall } from './phone-call.tsx'
import { PhoneDial, plain } from './phone-dial.tsx'
import { usePhoneLink } from './phone-link.ts'
import { PhoneRinging } from './phone-ringing.tsx'
import { isLive } from './phone-state.ts'
import { useVoice, type Voice } from '../voice.ts'

const demoOwnNumber = '+32000000099'

/** The demonstration telephone. */
function Phone() {
  const voice = useVoice()
  const [own, setOwn] = useState(sessionStorage.getItem('own-number') ?? demoOwnNumber)
  const number = /^\+\d{6,15}$/.test(plain(own)) ? plain(own) : null
  const { phone, tell } = usePhoneLink(number, (news) => {
    if (voice.kind === 'none') return
    if (news.kind === 'line' && news.line.by !== 'customer') voice.speak(news.line)
    if (news.kind === 'call') for (const line of news.lines.slice(-1)) voice.speak(line)
    if (news.kind === 'state' && news.state.kind === 'ended') voice.hush()
  })
  const { call } = phone
  const changeOwn = (typed: string): void => {
    sessionStorage.setItem('own-number', typed)
    setOwn(typed)
  }
  return (
    <main class={isLive(phone) ? 'calling' : ''}>
      <header>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </header>
      {!phone.connected && <p role="alert">{words.noConnection}</p>}
      <div class="handset">
        {phone.ringing && <PhoneRinging key={phone.ringing.from} {...phone.ringing} own={number ?? ''} tell={tell} />}
        {call && isLive(phone) ? (
          <PhoneCall call={call} tell={tell} />
        ) : (
          <div hidden={phone.ringing !== null}>
            <h2 aria-live="polite">{call ? words.states.ended : words.states.idle}</h2>
            {phone.missed && <p role="status">{words.missedCall(phone.missed.label)}</p>}
            <PhoneDial phone={phone} own={own} changeOwn={changeOwn} dial={({ to, from }) => tell({ kind: 'dial', to, from })} />
          </div>
        )}
      </div>
      <section class="heard">
        <div class="heard-head">
          <h2 id="heard">{words.heard}</h2>
          <Sound voice={voice} />
        </div>
        <Lines lines={call?.lines ?? []} />
      </section>
    </main>
  )
}

function Sound({ voice }: { voice: Voice }) {
  if (voice.kind === 'none') return <small>{words.noVoice}</small>
  return (
    <label class="tick">
      <input type="checkbox" role="switch" checked={voice.on} onChange={({ currentTarget }) => voice.turn(currentTarget.checked)} />
      {words.sound}
    </label>
  )
}

function Lines({ lines }: { lines: SpokenLine[] }) {
  const end = useRef<HTMLOListElement>(null)
  useEffect(() => end.current?.lastElementChild?.scrollIntoView({ block: 'nearest' }), [lines.length])
  return (
    <div class="lines" role="log" aria-labelledby="heard" tabIndex={0}>
      {lines.length === 0 && <p class="nothing">{words.nothingHeard}</p>}
      <ol ref={end}>
        {lines.map((line, index) => (
          <li key={index} class={line.by}>
            <span class="speaker">{words.speakers[line.by]}</span>
            <span lang={line.languageCode}>{line.text}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

const page = document.getElementById('page')
if (page) render(<Phone />, page)
