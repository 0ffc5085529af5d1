import { afterEach, describe, expect, it } from 'vitest'
import { nl } from '../../../../shared/words/nl/nl.ts'
import { wordsIn } from '../../../../shared/words/languages.ts'
import { threeLanguages } from '../../../support/people/three-languages.ts'
import { answered, openProduct, type ProductLine, type ProductOptions } from '../fixtures/product-line.ts'

let line: ProductLine
const { phone, chatLine, widget } = nl
const { offer } = phone
const open = async (options: ProductOptions = {}, ...available: string[]) => {
  line = await openProduct(options)
  await line.available(...available)
}
const promises = () => line.asked.filter(({ what }) => what === 'promise').map(({ parameters }) => parameters)
const attributesOf = (id: string) => line.engineApi.contact(id)?.attributes ?? {}
const refused = { promise: () => answered({ result: 'refused', sentence: 'Dat nummer kennen we niet.' }) }
/** The only worker is in a call, so the next caller waits. */
const talking = async () => {
  const id = line.dial('+32471000009')
  await line.hears(phone.connecting)
  await expect.poll(async () => (await line.pass(1000), line.states(id))).toBe('ringing')
  line.engineApi.accept('els', id)
  await expect.poll(async () => (await line.pass(1000), line.states(id))).toBe('connected')
  line.heard.splice(0)
  return id
}
afterEach(() => line.close())

describe('a caller when nobody is signed in', () => {
  it('hears so, and is called back on her own number', async () => {
    await open()
    const id = line.dial()
    await line.hears(phone.nobodyOnDuty)
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.ownNumber, '1')
    await line.hears('Genoteerd.')
    await line.hears('ended')
    const [asked] = promises()
    expect(asked).toMatchObject({ number: '+32471000001', reason: 'nobody-signed-in', mayOthersAnswer: 'no', region: 'limburg-oost' })
    expect(promises()).toHaveLength(1)
  })

  it('types another number, which is kept nowhere', async () => {
    await open()
    const id = line.dial()
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '1')
    await line.answers(id, offer.ownNumber, '2')
    await line.answers(id, offer.enterNumber, '0471000002#')
    await line.answers(id, offer.readBack('0471000002'), '1')
    await line.hears('ended')
    expect(promises()).toMatchObject([{ number: '0471000002', mayOthersAnswer: 'yes' }])
    expect(JSON.stringify(attributesOf(id))).not.toContain('0471')
  })

  it('whose number is withheld types it, and has three tries', async () => {
    await open({ answers: refused })
    const id = line.dial(null)
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.withheld, '0900#')
    await line.answers(id, offer.readBack('0900'), '1')
    for (let again = 0; again < 2; again++) {
      await line.answers(id, offer.enterNumber, '0900#')
      await line.answers(id, offer.readBack('0900'), '1')
    }
    for (const sentence of [offer.tooManyTries, offer.declined, phone.helplines, phone.bye]) await line.hears(sentence)
    expect(promises()).toHaveLength(3)
  })

  it('1.3: whose number belongs to nobody types one, and is never offered those digits', async () => {
    const judged = () => answered({ decision: 'closed', team: '', sentence: 'Gesloten.', ownNumber: 'no' })
    await open({ answers: { route: judged } })
    const id = line.dial('+266696687')
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.withheld, '0471000002#')
    await line.hears('ended')
    expect(promises()).toMatchObject([{ number: '0471000002' }])
    expect(line.heard.join(' ')).not.toContain(offer.ownNumber)
  })

  it('3.2: hears the number that she typed, and types it anew when it is wrong', async () => {
    await open()
    const id = line.dial(null)
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.withheld, '0471000009#')
    await line.hears(offer.readBack('0471000009'))
    expect(promises()).toEqual([])
    await line.answers(id, offer.readBack('0471000009'), '2')
    await line.answers(id, offer.enterNumber, '0471000002#')
    await line.hears(offer.readBack('0471000002'))
    await line.hears('ended')
    // Silence after a number that was read back twice leaves it as it was typed.
    expect(promises()).toMatchObject([{ number: '0471000002' }])
  })

  it.each([
    ['is silent', ''],
    ['presses a wrong key', '7'],
  ])('who %s is asked once more, and hears who else listens', async (_how, keys) => {
    await open()
    const id = line.dial()
    await line.answers(id, offer.question, keys)
    if (keys === '') await line.pass(5_000)
    await line.answers(id, offer.question, keys)
    for (const sentence of [offer.declined, phone.helplines, phone.bye, 'ended']) await line.hears(sentence)
    expect(promises()).toEqual([])
  })
})

describe('a caller whose worker is in a conversation', () => {
  it('hears so, then her place, and leaves by key one without a word lost', async () => {
    await open({}, 'els')
    const first = await talking()
    const id = line.dial()
    await line.hears(phone.waitingBusy)
    await line.hears(`Jij bent de eerste in de rij. ${phone.waitingChoice}`, 120)
    line.heard.splice(0)
    await line.answers(id, phone.waitingChoice, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.ownNumber, '1')
    await line.hears('ended')
    expect(promises()).toMatchObject([{ reason: 'busy', number: '+32471000001' }])
    expect(line.states(first)).toBe('connected')
  })

  it('who asks for a call and says no more keeps her place', async () => {
    await open({}, 'els')
    await talking()
    const id = line.dial()
    await line.answers(id, phone.waitingBusy, '1')
    await line.hears(offer.stillWaiting)
    await line.hears(phone.waitingChoice)
    expect(line.states(id)).toBe('queued')
  })

  it('is answered in the middle of the offer, when the worker is free', async () => {
    await open({}, 'els')
    const first = await talking()
    const id = line.dial()
    await line.answers(id, phone.waitingBusy, '1')
    await line.hears(offer.othersMayAnswer)
    line.engineApi.agentHangsUp('els', first)
    line.engineApi.clear('els', first)
    await line.pass(0)
    expect(line.engineApi.accept('els', id)).toBe(true)
    await line.hears('els joins')
  })

  it('hears it when nobody is signed in any more', async () => {
    await open({}, 'els')
    await talking()
    const id = line.dial()
    await line.hears(phone.waitingBusy)
    line.engineApi.signOut('els')
    await line.answers(id, phone.nobodyWhileWaiting, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.ownNumber, '1')
    await line.hears('Genoteerd.')
    expect(promises()).toMatchObject([{ reason: 'nobody-signed-in' }])
  })

  it('is told that we close, and offered a call', async () => {
    await open({ at: '2026-11-24T16:57:00+01:00' }, 'els')
    await talking()
    const id = line.dial()
    await line.hears(phone.closedWhileWaiting, 300)
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.ownNumber, '1')
    await line.hears('ended')
    expect(promises()).toMatchObject([{ reason: 'closing' }])
  })

  it('waits no longer than about twenty minutes', async () => {
    await open({}, 'els')
    await talking()
    const id = line.dial()
    const seconds = await line.hears(phone.waitedTooLong, 1_600)
    expect(seconds / 60).toBeGreaterThan(18)
    expect(seconds / 60).toBeLessThan(24)
    await line.hears(offer.question)
    line.engineApi.customerHangsUp(id)
    expect(attributesOf(id)).toMatchObject({ callbackReason: 'waited-too-long' })
  })
})

describe('the worker who answers', () => {
  it('hears for which region, who, and how long', async () => {
    await open({}, 'els')
    await line.answers(line.dial(), phone.who, '1')
    await line.hears(phone.connecting)
    await line.pass(5_000)
    const id = line.engineApi.agent('els')?.contacts[0]?.contactId ?? ''
    line.engineApi.accept('els', id)
    await line.hears('els alone: Oproep voor regio Oost. Iemand belt vanuit het werk.')
    expect(attributesOf(id)).toMatchObject({ referrerGroup: 'professional' })
  })
})

describe('near closing', () => {
  const soon = { route: () => answered({ decision: 'closing-soon', team: '', sentence: 'We sluiten bijna. Druk één.' }) }

  it('a caller chooses to be called back at once', async () => {
    await open({ answers: soon }, 'els')
    const id = line.dial()
    await line.answers(id, 'We sluiten bijna.', '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.ownNumber, '1')
    await line.hears('ended')
    expect(promises()).toMatchObject([{ reason: 'closing' }])
  })

  it('a caller who says nothing waits', async () => {
    await open({ answers: soon }, 'els')
    const id = line.dial()
    await line.hears(phone.connecting)
    expect(['queued', 'ringing']).toContain(line.states(id))
  })
})

describe('a chat that waits', () => {
  it('reads its place, what comes, and where to leave a number', async () => {
    await open({}, 'els')
    const busy = [line.chat(), line.chat()]
    await line.pass(1_000)
    for (const one of busy) line.engineApi.accept('els', one)
    const id = line.chat()
    await line.hears(widget.waiting)
    expect(await line.hears(`${chatLine.stillWaiting} Jij bent de eerste in de rij.`, 400)).toBeGreaterThan(200)
    await line.hears(chatLine.endsSoon(5), 800)
    const rest = await line.hears(phone.waitedTooLong, 400)
    expect(rest).toBeGreaterThan(240)
    for (const text of [chatLine.leaveNumber, widget.emergency, widget.ended]) await line.hears(text)
    expect(line.states(id)).toBe('ended')
  })

  it('when nobody is signed in is shown the form and ends', async () => {
    await open()
    const id = line.chat()
    for (const text of [phone.nobodyOnDuty, chatLine.leaveNumber, widget.ended]) await line.hears(text, 5)
    expect(line.states(id)).toBe('ended')
    expect(promises()).toEqual([])
  })
})

describe('a line in three languages', () => {
  const [fr, en] = [wordsIn('fr'), wordsIn('en')]

  it.each([
    ['French by key eight', '8', fr],
    ['English by key nine', '9', en],
  ] as const)('speaks %s, and whispers in Dutch', async (_which, key, words) => {
    await open({ region: threeLanguages() }, 'els')
    const id = line.dial()
    await line.answers(id, 'Pour le français, tapez huit.', key)
    for (const text of [words.phone.who, words.phone.connecting, words.phone.emergency, words.phone.privacy]) await line.hears(text)
    expect(attributesOf(id)).toMatchObject({ language: words.language })
    await line.pass(5_000)
    line.engineApi.accept('els', id)
    await line.hears('els alone: Oproep voor Zeeduin. In het')
  })

  it('goes on in its own when nobody chooses', async () => {
    await open({ region: threeLanguages() }, 'els')
    line.dial()
    await line.hears(phone.connecting)
    expect(line.heard.join()).not.toContain(fr.phone.emergency)
  })

  it('takes a chat to the language that the widget speaks', async () => {
    await open({ region: threeLanguages() })
    line.chat({ language: 'fr' })
    await line.hears(fr.phone.nobodyOnDuty, 5)
    await line.hears(fr.chatLine.leaveNumber, 5)
  })
})
