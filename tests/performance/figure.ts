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
