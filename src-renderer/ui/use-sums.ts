import { useDeferredValue, useMemo } from 'react'

/**
 * What is reckoned over the shown rows of a ledger (null while they are read), once for each list of them, and after the list
 * itself stands: null until then; for a moment the sums of the list before.
 */
export function useSums<Row, Sums>(
  rows: readonly Row[] | null,
  sumsOf: (rows: readonly Row[]) => Sums,
): Sums | null {
  const shown = useDeferredValue(rows, null)
  return useMemo(() => shown && sumsOf(shown), [shown, sumsOf])
}
