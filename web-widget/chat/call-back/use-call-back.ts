import { useRef, useState } from 'preact/hooks'
import type { Refusal } from '../../../shared/contracts/refusal.ts'
import type { AskCallback, CallbackAsked } from '../../../shared/contracts/widget/ask-callback.ts'
import type { TooBusy } from '../../../shared/contracts/widget/chats.ts'
import { newKey } from '../../kit/now.ts'
import { ask } from '../frame/later-parts.ts'
import type { CallBackProps } from './call-back-props.ts'
import type { FormProblem } from '../model/start-model.ts'

/** The number as she types it, what is wrong with it, and the promise that comes of it. The number stays in this form alone. */
export function useCallBack({ line, language, chat, filled, said }: CallBackProps) {
  const [number, setNumber] = useState('')
  const [othersMayAnswer, setOthers] = useState(false)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const [isSending, setSending] = useState(false)
  const [asked, setAsked] = useState<CallbackAsked | null>(null)
  // One key for this form: a double click, or a second try after a lost answer, is one wish.
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
    const answer = await ask<CallbackAsked | TooBusy | Refusal>('/api/widget/callbacks', {
      method: 'POST',
      body: request,
      headers: { 'accept-language': language, ...(chat && { 'x-place-ticket': chat.placeTicket }) },
    })
    setSending(false)
    if (answer.kind === 'unreachable') return setProblem({ field: null, sentence: said.notSent })
    const { body } = answer
    if (body.kind === 'promised') {
      setNumber('')
      setAsked(body)
    } else setProblem({ field: body.kind === 'refused' ? body.field : null, sentence: body.sentence ?? said.notSent })
  }
  function write(text: string) {
    setNumber(text)
    setProblem(null)
  }
  return { number, write, othersMayAnswer, setOthers, problem, isSending, asked, send }
}
