import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceWords } from '../../../infra/local/machine/local-words.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import type { Referrer } from '../../support/journey/journey-referrer.ts'
import type { Worker } from '../../support/journey/journey-worker.ts'

// A chat under what browsers, networks and people do to it: translation, no network, an ending while one types, leaving in a hurry.
const { widget, callBack } = nl
let line: Journey
let sam: Worker
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  sam = await line.worker('sam.wilg')
  await sam.isAvailable()
})
afterAll(() => line.close())

async function waits(alias: string, prepare?: (page: Page) => Promise<void>): Promise<Referrer> {
  const referrer = await line.referrer('limburg-oost')
  await prepare?.(referrer.page)
  await referrer.opensTheChat()
  await referrer.startsAs({ role: 'school', municipality: 'Genk', alias })
  await referrer.reads(widget.inQueue)
  return referrer
}

async function joins(referrer: Referrer): Promise<void> {
  await sam.accepts()
  await referrer.reads(widget.joined('Sam'))
  await sam.reads(workspaceWords.joined('Sam'))
}

const status = (referrer: Referrer) => referrer.frame.locator('.stage').first().innerText()
const field = (referrer: Referrer) => referrer.frame.getByLabel(widget.input)

// As the translation of a browser does: every text node, also each later one, gives way to an element of the browser's own.
function translates(): void {
  const wrap = () => {
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    const found: Node[] = []
    while (texts.nextNode()) {
      const inside = texts.currentNode.parentElement
      if (inside && !inside.closest('font, script, style, title, textarea, option') && texts.currentNode.nodeValue?.trim())
        found.push(texts.currentNode)
    }
    for (const text of found) {
      const font = document.createElement('font')
      font.textContent = text.nodeValue
      text.parentNode?.replaceChild(font, text)
    }
  }
  const begin = () => new MutationObserver(wrap).observe(document.documentElement, { childList: true, subtree: true, characterData: true })
  if (document.documentElement) begin()
  else addEventListener('DOMContentLoaded', begin)
}

describe('a chat', () => {
  it('says what is now while the browser translates it (1.14)', async () => {
    const before = line.complaints.length
    const referrer = await waits('Juf Eik', async (page) => {
      await page.addInitScript(translates)
      await page.reload()
    })
    await expect.poll(() => referrer.frame.locator('font').count()).toBeGreaterThan(5)
    await referrer.stopsWaiting()
    await referrer.frame.getByRole('button', { name: callBack.back }).click()
    await joins(referrer)
    await expect.poll(() => status(referrer)).toBe(widget.joined('Sam'))
    await field(referrer).fill('é'.repeat(1000))
    await referrer.reads(widget.charactersLeft(24))
    await field(referrer).fill('é'.repeat(1001))
    await referrer.reads(widget.charactersLeft(23))
    await field(referrer).fill('')
    await referrer.page.context().setOffline(true)
    await expect.poll(() => status(referrer)).toBe(widget.reconnecting)
    await referrer.page.context().setOffline(false)
    await expect.poll(() => status(referrer)).toBe(widget.joined('Sam'))
    await referrer.ends()
    await expect.poll(() => status(referrer)).toBe(widget.ended)
    await sam.finishes()
    await referrer.frame.getByRole('button', { name: widget.leaveNoTrace }).click()
    await expect.poll(() => referrer.frame.locator('.state').innerText()).toContain('We zijn er')
    expect(line.complaints.slice(before).filter((one) => /NotFoundError|insertBefore|removeChild/.test(one))).toEqual([])
    await referrer.page.context().close()
  })

  it('says at once that there is no connection, and that it is back (2.14)', async () => {
    const referrer = await waits('Juf Den')
    await joins(referrer)
    await referrer.page.context().setOffline(true)
    await expect.poll(() => status(referrer), { timeout: 5000 }).toBe(widget.reconnecting)
    await referrer.page.context().setOffline(false)
    await expect.poll(() => status(referrer)).toBe(widget.joined('Sam'))
    await referrer.ends()
    await sam.finishes()
    await referrer.page.context().close()
  })

  it('keeps what is typed through the call-back form and the end, and stays closed afterwards (2.6, 2.13)', async () => {
    const referrer = await waits('Juf Berk')
    await field(referrer).fill('Half een zin')
    await referrer.stopsWaiting()
    await referrer.frame.getByRole('button', { name: callBack.back }).click()
    await expect.poll(() => field(referrer).inputValue()).toBe('Half een zin')
    await joins(referrer)
    await sam.hangsUp('CHAT')
    await sam.finishes()
    const kept = referrer.frame.getByLabel(widget.unsent)
    await expect.poll(() => kept.inputValue()).toBe('Half een zin')
    await expect.poll(() => kept.getAttribute('readonly')).not.toBeNull()
    await referrer.reloads()
    await referrer.page.locator('permanence-chat [aria-expanded="false"]').waitFor()
    await referrer.page.context().close()
  })

  it('does not send while letters are composed, and shows each script in its own direction (2.7, 2.8)', async () => {
    const referrer = await waits('Juf Olm')
    await joins(referrer)
    await field(referrer).fill('にほん')
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
      await field(referrer).evaluate(
        (one, init) => one.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init })),
        composing,
      )
    }
    await expect.poll(() => field(referrer).inputValue()).toBe('にほん')
    await field(referrer).press('Enter')
    await sam.reads('にほん')
    await sam.writes('مرحبا كيف حالك')
    await referrer.writes('שלום')
    for (const text of ['مرحبا كيف حالك', 'שלום']) {
      const shown = referrer.frame.locator('.message .text').getByText(text).first()
      await expect.poll(() => shown.evaluate((one) => getComputedStyle(one.closest('.text') ?? one).direction)).toBe('rtl')
    }
    await referrer.ends()
    await sam.finishes()
    await referrer.page.context().close()
  })

  it('asks before a page takes along what is not sent, and only then (5.10)', async () => {
    const referrer = await waits('Juf Iep')
    const asked: string[] = []
    referrer.page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await referrer.reloads()
    await referrer.reads(widget.inQueue)
    expect(asked).toEqual([])
    await field(referrer).pressSequentially('Half een zin')
    await referrer.reloads()
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await referrer.reads(widget.inQueue)
    await referrer.frame.getByRole('button', { name: widget.quickExit }).click()
    await referrer.page.context().close()
  })

  it.each(['in the queue', 'in a conversation'])('ends for the worker as soon as somebody leaves in a hurry, %s (1.11)', async (where) => {
    const referrer = await waits('Juf Linde')
    await sam.rings('CHAT')
    if (where === 'in a conversation') await joins(referrer)
    await referrer.page.route(/wikipedia/, (route) => route.fulfill({ body: 'elsewhere' }))
    await referrer.frame.getByRole('button', { name: widget.quickExit }).click()
    await expect.poll(() => referrer.page.url()).toMatch(/wikipedia/)
    if (where === 'in the queue') await sam.page.getByRole('heading', { name: workspaceWords.ringing.CHAT }).waitFor({ state: 'hidden' })
    else await sam.finishes()
    await referrer.page.context().close()
  })
})
