import type { Danger } from '../../../shared/domain/conversations/coaching.ts'
import { useDesk, words } from '../state/desk-context.ts'

/** What to do when somebody is in danger, with the numbers to give: each a link, one to a line, so that none is misread in a hurry. */
export function DangerAdvice({ danger }: { danger: Exclude<Danger, 'none'> }) {
  const { me } = useDesk()
  const { sentence, numbers } = words.form.dangerAdvice[danger]
  const crisis = danger === 'cannot-wait' ? me.region.crisisPhone : null
  const all = crisis === null ? numbers : [{ number: crisis, what: words.form.crisisNumber }, ...numbers]
  return (
    <div class="advice" role="alert">
      <p>{sentence}</p>
      <ul class="help-numbers">
        {all.map(({ number, what }) => (
          <li key={number}>
            <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a> {what}
          </li>
        ))}
      </ul>
    </div>
  )
}
