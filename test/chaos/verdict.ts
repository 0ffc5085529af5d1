/** How a storm is run: the same seed gives the same choices, `count` how many times the fault strikes. */
export type StormOptions = { seed: number; count: number }

/** What a storm did and what it found: `counted` are its own figures, `wrongs` one sentence for each promise that was not kept. */
export type Verdict = { name: string; counted: Readonly<Record<string, number>>; wrongs: readonly string[] }

/** The figures that a whole run must reach, or else it proves less than it says. */
export type Floors = Readonly<Record<string, number>>

/** What is wrong with a verdict: its own wrongs, and each figure below its floor. */
export function wrongsOf({ name, counted, wrongs }: Verdict, floors: Floors): string[] {
  const low = Object.entries(floors).filter(([figure, floor]) => (counted[figure] ?? 0) < floor)
  return [...wrongs.map((wrong) => `${name}: ${wrong}`), ...low.map(([figure, floor]) => `${name}: ${figure} is below ${floor}`)]
}
