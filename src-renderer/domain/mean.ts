/** Integer mean in hundredths, a half rounded up; null of nothing. Points are never negative. */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const doubled = 2 * values.reduce((sum, value) => sum + value, 0) + values.length
  const divisor = 2 * values.length
  return (doubled - (doubled % divisor)) / divisor
}
