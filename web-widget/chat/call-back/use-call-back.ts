import { useRef, useState } from 'preact/hooks'
import type { AskCallback, CallbackAsked } from '../../../shared/contracts/widget/ask-callback.ts'
import { newKey } from '../../kit/now.ts'
import { ticketHeader } from '../../../shared/contracts/widget/place-ticket.ts'
import { askWidget } from '../frame/later-parts.ts'
import type { CallBackProps } from './call-back-props.ts'
import type { FormProblem } from '../model/start-model.ts'

/** The state of the call-back form: the number, its errors and the promise. The number is held nowhere else in the page. */
export function useCallBack({ line, language, chat, filled, said }: CallBackProps) {
  const [number, setNumber] = useState('')
  const [othersMayAnswer, setOthers] = useState(false)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const [isSending, setSending] = useState(false)
  const [asked, setAsked] = useState<CallbackAsked | null>(null)
  // One idempotency key per form: a double click, or a retry after a lost answer, makes one request to be called back.
  const session = useRef(newKey())

  async function send() {
    if (isSending) return
    if (number.trim() === '') return setProblem({ field: 'number', sentence: said.missingNumber })
    setSending(true)
    setProblem(null)
    const request: AskCallback = {
      session: session.current,
      region: line.region.id,
      language,
      number,
      othersMayAnswer,
      referrerType: filled.referrerType || null,
      municipality: filled.municipality ?? null,
      alias: filled.alias.trim() || null,
      contactId: chat?.contactId ?? null,
    }
    const result = await askWidget('POST /api/widget/callbacks', {
      body: request,
      headers: { 'accept-language': language, ...(chat && { [ticketHeader]: chat.placeTicket }) },
    })
    setSending(false)
    if (result.kind === 'failed') setProblem(result.refusal ?? { field: null, sentence: said.notSent })
    else if (result.body.kind === 'too-busy') setProblem({ field: null, sentence: result.body.sentence })
    else {
      setNumber('')
      setAsked(result.body)
    }
  }
  function write(text: string) {
    setNumber(text)
    setProblem(null)
  }
  return { number, write, othersMayAnswer, setOthers, problem, isSending, asked, send }
}
