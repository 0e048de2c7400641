import { startTransition, useEffect, useMemo, useState } from 'react'

/**
 * What is reckoned over the shown rows of a ledger (null while they are read), once for each list of them, and after the list
 * itself stands: null until then; for a moment the sums of the list before. Not by a deferred value: a list that is drawn
 * beside what the user does would take it along.
 */
export function useSums<Row, Sums>(
  rows: readonly Row[] | null,
  sumsOf: (rows: readonly Row[]) => Sums,
): Sums | null {
  const [shown, setShown] = useState<readonly Row[] | null>(null)
  useEffect(() => startTransition(() => setShown(rows)), [rows])
  return useMemo(() => shown && sumsOf(shown), [shown, sumsOf])
}
