import type { OpenRegion, UnconfirmedRegion } from '../../../shared/domain/regions/region.ts'
import { addDays, type Day, dayOf, weekdayOf, type Weekday } from '../../../shared/domain/time/brussels-time.ts'
import { escaped, htmlPage } from './html.ts'
import { clockNow, dateInWords } from '../machine/local-clock.ts'
import { localWords } from '../machine/local-words.ts'
import type { LineClock } from '../machine/clock.ts'
import type { DutyNow } from '../people/on-duty-now.ts'
import { people } from '../people/people.ts'
import type { DeadLetter } from '../aws/queues.ts'
import type { OutboxMessage } from '../aws/sns.ts'
import type { Origins } from '../machine/three-ports.ts'

export type LocalView = {
  clock: LineClock
  origins: Origins
  regions: readonly (OpenRegion | UnconfirmedRegion)[]
  duty: DutyNow
  outbox: OutboxMessage[]
  deadLetters: { id: string; letter: DeadLetter }[]
}

const words = localWords.page

/** The local page: links, the line's time, messages that were sent, and what the stand-ins do not do. */
export function localPage(view: LocalView): string {
  const body = [
    `<h1>${words.title}</h1>`,
    `<p>${words.lead}</p>`,
    places(view),
    tries(),
    clockPart(view.clock),
    dutyList(view),
    regionList(view),
    outbox(view),
    letters(view),
    limits(),
  ]
  return htmlPage({ title: words.title, body: body.join('\n'), script: '/local/ticking.js' })
}

function places({ origins }: LocalView): string {
  const rows = [
    [`${origins.school}/`, words.school],
    [`${origins.aws}/phone`, words.phone],
    [`${origins.aws}/workspace`, words.workspace],
    [`${origins.product}/desk/`, words.desk],
  ] as const
  const items = rows.map(([address, [name, what]]) => `<li><a href="${address}">${name}</a><br>${what}</li>`)
  return `<h2>${words.places}</h2>\n<ul class="places">${items.join('\n')}</ul>`
}

function tries(): string {
  return `<h2>${words.tries}</h2>\n<ol>${words.tryList.map((one) => `<li>${escaped(one)}</li>`).join('\n')}</ol>`
}

function clockPart(clock: LineClock): string {
  const { now, wall, words: shown } = clockNow(clock)
  const steps = [
    [60, words.minutes(1)],
    [900, words.minutes(15)],
    [3600, words.hour],
    [86_400, words.day],
  ] as const
  const jumps = presetsFrom(clock.now()).map(({ at, name }) => button('set', at, name))
  return `<h2>${words.clock}</h2>
<p>${words.clockNow}</p>
<p class="now"><time datetime="${now}">${escaped(shown)}</time></p>
<form method="post" action="/local/clock"><fieldset><legend>${words.clockJumps}</legend>${jumps.join('')}</fieldset></form>
<form method="post" action="/local/clock"><fieldset><legend>${words.clockAdvance}</legend>${steps.map(([seconds, name]) => button('advanceSeconds', String(seconds), name)).join('')}</fieldset></form>
<form method="post" action="/local/clock" class="row"><label>${words.clockDate}<input type="datetime-local" name="set" value="${wall}" required></label><button>${words.clockSet}</button></form>`
}

/** Moments that are useful for a demonstration, counted from today. */
export function presetsFrom(now: Date): { at: string; name: string }[] {
  const today = dayOf(now)
  const christmas = `${today.slice(0, 4)}-12-25`
  return [
    { at: `${nextDay(today, 'mon')}T10:00`, name: words.presets.monday },
    { at: `${nextDay(today, 'tue')}T10:30`, name: words.presets.tuesday },
    { at: `${nextDay(today, 'wed')}T10:30`, name: words.presets.wednesday },
    { at: `${today}T16:58`, name: words.presets.closing },
    { at: `${nextDay(today, 'sat')}T10:30`, name: words.presets.saturday },
    { at: `${today > christmas ? `${Number(today.slice(0, 4)) + 1}-12-25` : christmas}T10:30`, name: words.presets.christmas },
  ]
}

function nextDay(from: Day, weekday: Weekday): Day {
  let day = from
  while (weekdayOf(day) !== weekday) day = addDays(day, 1)
  return day
}

function button(name: string, value: string, text: string): string {
  return `<button name="${name}" value="${value}">${escaped(text)}</button>`
}

function dutyList({ regions, duty }: LocalView): string {
  const named = (region: string, role: 'on-duty' | 'backup') =>
    people
      .filter((person) => person.region === region && duty.get(person.username) === role)
      .map((person) => `${person.firstName} ${person.lastName}`)
  const items = regions.flatMap((region) => {
    if (region.status !== 'sourced') return []
    const who = words.onDuty({ first: named(region.id, 'on-duty'), backup: named(region.id, 'backup') })
    return [`<li>${escaped(`${region.brand} – ${region.name}: ${who}`)}</li>`]
  })
  return `<h2>${words.duty}</h2>\n<ul>${items.join('\n')}</ul>`
}

function regionList({ regions }: LocalView): string {
  const items = regions.map((region) => {
    const state = region.status === 'sourced' ? `${words.regionOpen} (${region.demoPhone})` : words.regionListed
    return `<li>${escaped(`${region.brand} – ${region.name}`)}: ${state}</li>`
  })
  return `<h2>${words.regions}</h2>\n<ul>${items.join('\n')}</ul>`
}

function outbox({ outbox: messages }: LocalView): string {
  const items = messages.slice(0, 50).map(({ to, subject, message, attributes, sentAt }) => {
    // A topic has many subscribers; the attribute `to` has the address of this message.
    const head = [dateInWords(new Date(sentAt)), attributes['to'] ?? to, subject].filter(Boolean).join(' – ')
    return `<li><strong>${escaped(head)}</strong><p>${escaped(message)}</p></li>`
  })
  return `<h2 id="outbox">${words.outbox}</h2>\n${items.length > 0 ? `<ul class="letters">${items.join('\n')}</ul>` : `<p class="quiet">${words.outboxNone}</p>`}`
}

function letters({ deadLetters }: LocalView): string {
  const items = deadLetters.map(({ id, letter }) => {
    const queue = letter.queueArn.split(':').at(-1) ?? ''
    const what = `${dateInWords(new Date(letter.diedAt))} – ${queue} – ${words.deadLetter({ times: letter.receives, reason: letter.reason })} – ${id}`
    return `<li>${escaped(what)}</li>`
  })
  return `<h2>${words.deadLetters}</h2>\n${items.length > 0 ? `<ul class="letters">${items.join('\n')}</ul>` : `<p class="quiet">${words.deadLettersNone}</p>`}`
}

function limits(): string {
  const items = words.limitList.map((limit) => `<li>${limit}</li>`)
  return `<h2>${words.limits}</h2>\n<ul>${items.join('\n')}</ul>\n<p class="quiet">${words.more}</p>`
}
