import type { DeskFigures } from '../../../shared/contracts/reports/figures.ts'
import { useDesk, words } from '../state/desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useQuery } from '../client/use-query.ts'

const { figures: part } = words

/** The screen “Figures”, for the coordinator: counts of what became of every contact, above all whether any was lost. */
export function FiguresScreen() {
  const { client } = useDesk()
  const [result, again] = useQuery(() => client.figures(), '')
  return (
    <section class="figures" aria-labelledby="figures">
      <h1 id="figures">{part.heading}</h1>
      {result.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {result.kind === 'failed' ? <FailureNote failure={result} again={again} /> : null}
      {result.kind === 'ok' ? <Counted figures={result.body} /> : null}
    </section>
  )
}

function Counted({ figures }: { figures: DeskFigures }) {
  const { reached, promised, heardClosing, leftByThemselves, stillThere, unrecorded, lost, cameIn, losses } = figures
  const { all, ...parts } = figures.promises
  return (
    <>
      <p class={lost === 0 ? 'lost none' : 'lost'}>{part.lost(lost)}</p>
      <p class="soft">{part.lostMeans(figures)}</p>
      {losses.length === 0 ? null : (
        <>
          <h2 id="losses">{part.lossesHeading}</h2>
          <ul aria-labelledby="losses">
            {losses.map((loss, index) => (
              <li key={index}>{part.loss(loss)}</li>
            ))}
          </ul>
        </>
      )}
      <Sums
        heading={part.became}
        names={part.rows}
        parts={{ reached, promised, heardClosing, leftByThemselves, stillThere, unrecorded }}
        total={['cameIn', cameIn]}
      />
      <Sums heading={part.promisedHeading} names={part.promisedRows} parts={parts} total={['all', all]} />
      <p class="soft">{part.refused(figures.refused)}</p>
    </>
  )
}

type SumsProps<Part extends string, Total extends string> = {
  heading: string
  names: Record<NoInfer<Part | Total>, string>
  parts: Record<Part, number>
  total: [name: Total, count: number]
}

/** A table whose rows are added up again in the browser: a total that does not match is reported. */
function Sums<Part extends string, Total extends string>({ heading, names, parts, total: [total, of] }: SumsProps<Part, Total>) {
  const rows = Object.entries<number>(parts)
  const sum = rows.reduce((so, [, count]) => so + count, 0)
  return (
    <>
      <table>
        <caption>{heading}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{part.count}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{nameIn(names, name)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{names[total]}</th>
            <td>{of}</td>
          </tr>
        </tfoot>
      </table>
      {sum === of ? (
        <p class="soft">{part.addsUp}</p>
      ) : (
        <p class="advice" role="alert">
          {part.doesNotAddUp({ sum, of })}
        </p>
      )}
    </>
  )
}

function nameIn(names: Record<string, string>, name: string): string {
  return names[name] ?? name
}
