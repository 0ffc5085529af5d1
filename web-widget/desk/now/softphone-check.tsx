import { useState } from 'preact/hooks'
import type { DeskLine } from '../../../shared/contracts/line/desk-line.ts'
import { softphoneNl } from '../../../shared/words/nl/desk/line.ts'
import { type MicrophoneTried, notificationsNow, playTone, tryMicrophone } from './microphone.ts'
import { useDesk } from '../state/desk-context.ts'
import { leadTo } from '../parts/when-fields.tsx'
import { failureSaid } from '../parts/failure-note.tsx'

export type SoftphoneCheckProps = { softphone: DeskLine['softphone'] }

const said: Record<MicrophoneTried, string> = {
  works: softphoneNl.microphoneWorks,
  refused: softphoneNl.microphoneRefused,
  absent: softphoneNl.microphoneAbsent,
  busy: softphoneNl.microphoneBusy,
}

/** “Check your softphone”, for a worker with a turn today, so that a fault is found before the first call. */
export function SoftphoneCheck({ softphone }: SoftphoneCheckProps) {
  const { client } = useDesk()
  const [stands, setStands] = useState(softphone)
  const [microphone, setMicrophone] = useState<MicrophoneTried | null>(null)
  const [saysItWorks, setSaysItWorks] = useState(false)
  const [sound, setSound] = useState<boolean | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  if (stands === 'no-turn') return null
  if (stands === 'works') {
    return (
      <p role="status" id="softphone-works" tabIndex={-1}>
        {softphoneNl.works}
      </p>
    )
  }

  const isTried = (microphone !== null || saysItWorks) && sound !== null
  async function save() {
    const result = await client.softphoneTried({ microphone: microphone === 'works' || saysItWorks, sound: sound === true })
    setFailure(result.kind === 'failed' ? failureSaid(result) : null)
    if (result.kind !== 'ok') return
    setStands(result.body.softphone)
    // The pressed button is gone, so the focus moves to the result.
    if (result.body.softphone === 'works') leadTo('softphone-works')
  }
  return (
    <section class="softphone" aria-labelledby="softphone">
      <h2 id="softphone">{softphoneNl.heading}</h2>
      <p>{stands === 'fails' ? softphoneNl.failedBefore : softphoneNl.why}</p>
      <Microphone tried={microphone} become={setMicrophone} says={{ itWorks: saysItWorks, become: setSaysItWorks }} />
      <Sound heard={sound} become={setSound} />
      <Notifications />
      <p role="alert">{failure}</p>
      <p role="status">{stands === 'fails' ? softphoneNl.fails : ''}</p>
      {isTried ? null : <p id="softphone-first">{softphoneNl.tryFirst}</p>}
      <button
        type="button"
        class="main"
        disabled={!isTried}
        aria-describedby={isTried ? undefined : 'softphone-first'}
        onClick={() => void save()}
      >
        {softphoneNl.save}
      </button>
    </section>
  )
}

type MicrophoneProps = {
  tried: MicrophoneTried | null
  become(tried: MicrophoneTried): void
  says: { itWorks: boolean; become(itWorks: boolean): void }
}

function Microphone({ tried, become, says }: MicrophoneProps) {
  // The workspace may frame the desk without granting it the microphone, and the softphone may use another device. The desk cannot test
  // that, so the worker tries the softphone itself and reports the result.
  const maySayItself = window.parent !== window && tried !== null && tried !== 'works'
  return (
    <div role="group" aria-labelledby="microphone">
      <h3 id="microphone">{softphoneNl.microphone}</h3>
      <button type="button" onClick={() => void tryMicrophone().then(become)}>
        {softphoneNl.tryMicrophone}
      </button>
      <p role="status">{tried === null ? '' : said[tried]}</p>
      {maySayItself ? (
        <label class="says-itself">
          <input type="checkbox" checked={says.itWorks} onChange={(event) => says.become(event.currentTarget.checked)} />
          {softphoneNl.inWorkspace}
        </label>
      ) : null}
    </div>
  )
}

function Sound({ heard, become }: { heard: boolean | null; become(heard: boolean): void }) {
  const [played, setPlayed] = useState(false)
  return (
    <div role="group" aria-labelledby="sound">
      <h3 id="sound">{softphoneNl.sound}</h3>
      <button type="button" onClick={() => void playTone().then(() => setPlayed(true))}>
        {softphoneNl.playTone}
      </button>
      {played ? (
        <fieldset>
          <legend>{softphoneNl.heardTone}</legend>
          {[true, false].map((answer) => (
            <label key={String(answer)}>
              <input type="radio" name="heard" checked={heard === answer} onChange={() => become(answer)} />
              {answer ? softphoneNl.heard : softphoneNl.notHeard}
            </label>
          ))}
        </fieldset>
      ) : null}
      <p role="status">{heard === false ? softphoneNl.notHeardHelp : ''}</p>
    </div>
  )
}

// The browser’s question appears only after a click. Notifications are optional: the workspace shows a call in any case.
function Notifications() {
  const [allowed, setAllowed] = useState(notificationsNow())
  if (allowed === null) return null
  return (
    <div role="group" aria-labelledby="notifications">
      <h3 id="notifications">{softphoneNl.notifications}</h3>
      {allowed === 'default' ? (
        <button type="button" onClick={() => void Notification.requestPermission().then(setAllowed)}>
          {softphoneNl.allowNotifications}
        </button>
      ) : (
        <p role="status">{allowed === 'granted' ? softphoneNl.notificationsAllowed : softphoneNl.notificationsRefused}</p>
      )}
    </div>
  )
}
