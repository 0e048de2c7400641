import { useEffect, useState } from 'react'

/**
 * A new row of a list that is kept only once it has a name. It stands there until the kept one does, in the same place: the
 * field that the keyboard has gone on to stays.
 */
export function useFreshRow<Row extends { id: string }>(kept: readonly Row[] | undefined) {
  const [fresh, setFresh] = useState<Row | null>(null)
  const isKept = fresh !== null && (kept?.some(({ id }) => id === fresh.id) ?? false)
  useEffect(() => {
    if (isKept) setFresh(null)
  }, [isKept])
  return [isKept ? null : fresh, setFresh] as const
}

/** The list with what was written in one row; a new one that is not kept yet is added with all that stands in it. */
export function withRow<Row extends { id: string }>(
  rows: readonly Row[],
  { whole, patch, isNew }: { whole: Row; patch: Partial<Row>; isNew: boolean },
): Row[] {
  if (isNew && !rows.some(({ id }) => id === whole.id)) return [...rows, whole]
  return rows.map((row) => (row.id === whole.id ? { ...row, ...patch } : row))
}
