/** A line of the bench: what was measured, beside a bare reference in the same run where there is one. */
export type Figure = {
  name: string
  value: number
  reference: number | null
  ratio: number | null
  goal: number
  ok: boolean
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

/** A figure that is not to be more than its goal. */
export function limit(name: string, value: number, goal: number): Figure {
  return { name, value: Math.round(value), reference: null, ratio: null, goal, ok: value <= goal }
}

/** A figure that is told, not bounded. */
export function told(name: string, value: number): Figure {
  return limit(name, value, Number.MAX_SAFE_INTEGER)
}

/**
 * Rounds of the program, each with its bare reference: the middle of their quotients is not to be more than the goal. A busy
 * machine slows both.
 */
export function compared(
  name: string,
  rounds: readonly { own: number; bare: number }[],
  goal: number,
): Figure {
  const ratio = median(rounds.map(({ own, bare }) => own / bare))
  return {
    name,
    value: Math.round(median(rounds.map(({ own }) => own))),
    reference: Math.round(median(rounds.map(({ bare }) => bare))),
    ...{ ratio: Number(ratio.toFixed(2)), goal, ok: ratio <= goal },
  }
}
