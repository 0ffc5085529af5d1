import { normaliseTyped } from './typed-text.ts'

/** A kind of text that identifies a person. */
export type PersonalTrace = 'national-number' | 'telephone' | 'e-mail' | 'long-number'

// In the international form, then in the Belgian one, with any marks between the digits.
const telephone =
  /(?:\+|\b0[\s./()[\]-]{0,5}0)[\s./()[\]-]{0,5}[1-9](?:[\s./()[\]-]{0,5}\d){6,14}(?!\d)|\b0(?:[\s./()[\]-]{0,5}\d){8,10}(?!\d)/
// The first match counts, so the most specific shapes come first: a national number is also a long number. A Belgian telephone number has
// nine or ten digits with its first 0 ("+32 (0)3" keeps it), a national number eleven. An address is sought from its @ on: sought from its
// first letter, a long text without one would cost the square of its length.
const shapes: readonly (readonly [PersonalTrace, RegExp])[] = [
  ['national-number', /(?<![\d+])\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}(?!\d)/],
  ['e-mail', /(?<=[^\s@])@[^\s@]+\.[a-z]{2,}/i],
  ['telephone', telephone],
  ['long-number', /\d{7,}|\d(?: ?[./-]? ?\d){7,}/],
]

// Dates such as "24/11/2026", "24 11 2026" and "2026-11-24" belong in agreements and identify nobody.
const dates = /\b\d{1,2}([./ -])\d{1,2}\1(?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b/g
// An address written so that programs do not see it: "jan(at)example(punt)be".
const spelledAt = / ?[([{<] ?(?:at|apenstaartje|@) ?[)\]}>] ?| apenstaartje | at (?=[\w-]+\.(?:be|com|nl|net|org|eu|fr|de|lu)\b)/gi
const spelledDot = / ?[([{<] ?(?:dot|punt|point|\.) ?[)\]}>] ?/gi

const run = /\+?\d(?:[\s./()[\]-]{0,5}\d)*/g
const hour = '(?:[01]?\\d|2[0-4])'
const count = '(?:[0-2]?\\d|3[01])'
const month = '(?:0?[1-9]|1[0-2])'
const year = '(?:19|20)\\d{2}'
// A list is of one kind: hours or days, times, dates, years, each alone or as a span ("9-12 13-17"); or it is two postal codes.
const spans = [count, `${hour}\\.[0-5]\\d`, `${count}/${month}(?:/\\d{2})?`, `${count}\\.${month}(?:\\.\\d{2})?`, year].map(
  (item) => `${item}(?:-${item})?`,
)
const items = [...spans, `${count}-${month}-\\d{2}`]
const lists = [...items.map((item) => new RegExp(`^${item}(?: ${item})+$`)), /^[1-9]\d{3} [1-9]\d{3}$/]
const times = new RegExp(`^${spans[1]}(?: ${spans[1]})+$`)

/**
 * The kind of personal data that a text seems to hold, the most specific one, or null. A hint before sending or saving, never a block. A
 * name looks like any other word, so only numbers and e-mail addresses are found.
 * @example personalTraceIn('bel 0470 12 34 56') // 'telephone'
 */
export function personalTraceIn(text: string): PersonalTrace | null {
  const plain = normaliseTyped(text).replaceAll(spelledAt, '@').replaceAll(spelledDot, '.').replaceAll(dates, ' … ')
  const unlisted = plain.replaceAll(run, (digits) => (isList(digits) ? '…' : digits))
  return shapes.find(([, shape]) => shape.test(unlisted))?.[0] ?? null
}

function isList(digits: string): boolean {
  const list = digits.replaceAll(/ ?([/-]) ?/g, '$1')
  if (!lists.some((shape) => shape.test(list))) return false
  if (!list.startsWith('0') || times.test(list)) return true
  // "04 70 12 34 56", a mobile number in pairs, looks like hours. Hours and days follow each other, and few make up a number's nine or ten.
  const parts = list.split(/[ ./-]/)
  const isAsLong = /^.{9,10}$/.test(parts.join(''))
  if (/[./-]/.test(list) || list.startsWith('04')) return !isAsLong
  return parts.every((part, index) => index === 0 || Number(part) > Number(parts[index - 1]))
}
