// The browser's own SHA-256 answers by a promise for each hash, which takes longer than the hash: a search of a million needs this one.

const rounds = 64
const lastByte = 63
const [constants, start] = roundConstants()
// One for all hashes: making a new one takes longer than the hash.
const words = new Int32Array(rounds)

/** The first four bytes, as a number, of the SHA-256 of a text of one block: at most 55 bytes in ASCII. */
export function firstBytesOf(text: string): number {
  words.fill(0, 0, 16)
  for (let index = 0; index < text.length; index += 1) put(index, text.charCodeAt(index))
  put(text.length, 0x80)
  words[15] = text.length * 8
  for (let index = 16; index < rounds; index += 1) {
    const early = at(words, index - 15)
    const late = at(words, index - 2)
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[index] = at(words, index - 16) + one + at(words, index - 7) + other
  }
  let [a, b, c, d, e, f, g, h] = start as unknown as [number, number, number, number, number, number, number, number]
  for (let index = 0; index < rounds; index += 1) {
    const chosen = (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g))
    const first = (h + chosen + at(constants, index) + at(words, index)) | 0
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  return (a + at(start, 0)) >>> 0
}

function put(byte: number, value: number): void {
  words[byte >> 2] = at(words, byte >> 2) | (value << (((lastByte - byte) % 4) * 8))
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

// The standard takes them from the roots of the first primes: square roots for the start, cube roots for the rounds.
function roundConstants(): [Int32Array, Int32Array] {
  const primes: number[] = []
  for (let number = 2; primes.length < rounds; number += 1) if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  const fraction = (root: number) => (root % 1) * 2 ** 32
  return [
    Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  ]
}
