import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useState } from 'react'
import { libraryIn } from '#domain/library/library'
import { seesOwn } from '#domain/library/own-flow'
import type { OwnIndicator } from '#domain/library/own-indicator'
import { useSession } from '#session'
import { type Cited, citationsIn, ownIndicatorsIn } from '#storage/own-indicators'
import { useToast } from '#ui/Toast.tsx'

const none: readonly OwnIndicator[] = []

/** The library of the open year, and 个性指标 on their way that the person may see. */
export function useLibrary() {
  const { book, by, rules } = useSession()
  const all = useLiveQuery(() => ownIndicatorsIn(book.id), [book.id])
  const own = useMemo(() => all?.filter((each) => seesOwn(by, each)) ?? none, [all, by])
  const library = useMemo(() => libraryIn(rules, own), [rules, own])
  return { own, library, ready: all !== undefined }
}

/** Who cites what in the open book, as goals change; null until it is known. For a page on which no goal is written. */
export function useLiveCitations(): ReadonlyMap<string, Cited> | null {
  const { book, by } = useSession()
  return useLiveQuery(() => citationsIn(book.id, by), [book.id, by]) ?? null
}

/** The same as it is now, read once: beside a goal that is saved while it is written. */
export function useCitations(): ReadonlyMap<string, Cited> | null {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const [cited, setCited] = useState<ReadonlyMap<string, Cited> | null>(null)
  useEffect(() => {
    let wanted = true
    attempt(async () => {
      const found = await citationsIn(book.id, by)
      if (wanted) setCited(found)
    })
    return () => {
      wanted = false
    }
  }, [book.id, by, attempt])
  return cited
}
