const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u20E3]/gu
// Minus signs and the bars of other scripts are no dashes to Unicode, but people type them as such.
const dashes = /[\p{Pd}\u2212\u2043\u02D7\u30FC\u2500]/gu
const marksBetween = /[\s_|\\\u00B7\u2022\u2027\u2219\u22C5]+/g
// Of a link such as `tel:0470123456;phone-context=+32`, only the number counts.
const numberPrefix = /\b(?:tel|callto|gsm) ?\.? ?:? ?(?:\/\/)?(?=[+(\d])|;phone-context=[^;\s]*/gi

/**
 * A text with everything that only decorates numbers and addresses made plain: no invisible characters, every space, dash and digit in its
 * ASCII form, no `tel:`. Reading a number and hinting at personal data both begin with it, so that a hint sees what a reader reads.
 * @example normaliseTyped('\u202Atel:０４７０–12\u00A034\u202C') // '0470-12 34'
 */
export function normaliseTyped(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .replaceAll(dashes, '-')
    .replaceAll(marksBetween, ' ')
    .replaceAll(numberPrefix, '')
    .trim()
}

// In Unicode the ten digits of a script stand in a row, 0 first; where two scripts adjoin, so do their rows.
function asciiDigit(digit: string): string {
  const code = Number(digit.codePointAt(0))
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++
  return String(before % 10)
}
