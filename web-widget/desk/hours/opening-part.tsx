import type { DeskLine } from '../../../shared/contracts/line/desk-line.ts'
import { openingChecks } from '../../../shared/domain/line/opening-check.ts'
import { deskLineNl } from '../../../shared/words/nl/desk/line.ts'

/** The checks before the last opening, part by part, with a remedy for each that failed. */
export function OpeningPart({ opening }: Pick<DeskLine, 'opening'>) {
  const { allGood, checked, noOpening, parts, remedies, verdicts } = deskLineNl
  return (
    <section aria-labelledby="opening">
      <h2 id="opening">{deskLineNl.opening}</h2>
      {opening === null ? <p>{noOpening}</p> : null}
      {opening === null ? null : (
        <>
          <p>{checked(opening.opens, opening.checked)}</p>
          {openingChecks.every((part) => opening.parts[part] === 'good') ? <p>{allGood}</p> : null}
          <ul class="opening">
            {openingChecks.map((part) => (
              <li key={part} class={opening.parts[part]}>
                {parts[part]}: <strong>{verdicts[opening.parts[part]]}</strong>
                {opening.parts[part] === 'not-good' ? `. ${remedies[part]}` : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
