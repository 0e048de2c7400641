/** Chance that is the same every time: of one seed and one subject. */
export type Chance = {
  /** 0 ≤ x < `below`, whole. */
  whole: (below: number) => number
  /** So many of a hundred. */
  percent: (of: number) => boolean
  pick: <Each>(list: readonly [Each, ...Each[]]) => Each
}

export function chanceOf(seed: number, subject: string): Chance {
  let state = seed >>> 0
  for (let at = 0; at < subject.length; at++) state = Math.imul(state ^ subject.charCodeAt(at), 0x01000193)
  // Mulberry32: small, and every bit of the seed tells.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const whole = (below: number) => next() % below
  return {
    whole,
    percent: (of) => whole(100) < of,
    pick: (list) => list[whole(list.length)] ?? list[0],
  }
}
