import { useState } from 'preact/hooks'
import type { PromiseToAskAbout } from '../../../shared/contracts/contacts/earlier-contacts.ts'
import { referrers, useDesk, words } from '../state/desk-context.ts'

/**
 * Asks about each call that was promised to the same telephone number whether this conversation is about it: a number may be of several
 * people, so only the worker can tell. It shows nothing of a family.
 */
export function PromiseQuestions({ id, promises }: { id: string; promises: readonly PromiseToAskAbout[] }) {
  const { client, contacts } = useDesk()
  const { now } = words
  const [said, say] = useState('')
  async function answer(about: PromiseToAskAbout['id'], same: boolean) {
    const result = await client.saySame(id, { about, same })
    if (result.kind === 'failed') return say(result.sentence ?? words.offline)
    contacts.learn(id, { earlier: result.body.earlier, promises: result.body.promises })
    say(same ? now.promiseSettled : now.promiseStays)
  }
  return (
    <>
      {promises.map((one) => (
        <section key={one.id} class="promise-question" aria-labelledby={`promise-${one.id}`}>
          <h2>{now.promiseHeading}</h2>
          <p id={`promise-${one.id}`}>
            <b>{now.promiseAsked(one.asked)}</b>
          </p>
          <p>{whoSaid(one)}</p>
          <p class="soft">{now.promiseHelp}</p>
          <div class="answers">
            <button type="button" onClick={() => void answer(one.id, true)}>
              {now.promiseIsSame}
            </button>
            <button type="button" onClick={() => void answer(one.id, false)}>
              {now.promiseIsOther}
            </button>
          </div>
        </section>
      ))}
      <p role="status" class={said === '' ? 'visually-hidden' : 'soft'}>
        {said}
      </p>
    </>
  )
}

function whoSaid({ channel, referrerType, alias }: PromiseToAskAbout): string {
  const { callbacks } = words
  const role = referrerType === null ? null : referrers[referrerType]
  return [alias ?? callbacks.somebody, role, `${callbacks.channel.toLowerCase()} ${callbacks.channels[channel]}`]
    .filter(Boolean)
    .join(' · ')
}
