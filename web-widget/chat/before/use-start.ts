import { useRef, useState } from 'preact/hooks'
import { newKey } from '../../kit/now.ts'
import { askWidget } from '../frame/later-parts.ts'
import type { Filled, StartFormProps, FormProblem } from '../model/start-model.ts'

// In the order of the form: the focus goes to the first field with an error.
const needed = ['referrerType', 'municipality', 'alias'] as const

/** The state of the start form: its values, its errors, and the request that starts the chat. */
export function useStart(props: StartFormProps) {
  const { widget } = props.words
  const { filled } = props
  const [problem, setProblem] = useState<readonly FormProblem[]>([])
  const [isStarting, setStarting] = useState(false)
  // One idempotency key per form: a double click, or a retry after a lost answer, opens one chat.
  const session = useRef(newKey())

  async function start() {
    if (isStarting) return
    // Null is a choice: “I do not know”.
    const empty = needed.filter((field) => filled[field] !== null && !filled[field]?.trim())
    const missing = empty.map((field) => ({ field, sentence: widget.missing[field] }))
    setProblem(missing)
    if (missing.length > 0) return
    setStarting(true)
    // Loaded only now: whoever does not start a chat needs none of it. Where it does not load, neither would the request get through.
    const result = await import('../start/start-chat.ts')
      .then(({ startChat }) => startChat(askWidget, props, session.current))
      .catch(() => null)
    setStarting(false)
    if (result === null || result.kind === 'failed')
      setProblem([result?.refusal ?? { field: null, sentence: widget.failed(props.line.region.phone) }])
    else if (result.body.kind === 'started') props.begin(result.body)
    else {
      if (result.body.kind === 'line-closed') props.lookAgain()
      else setProblem([{ field: null, ...result.body }])
      props.turnAway(result.body.kind)
    }
  }
  function fill(some: Partial<Filled>) {
    props.fill(some)
    setProblem((before) => before.filter(({ field }) => field !== null && !(field in some)))
  }
  return { fill, problem, isStarting, start }
}
