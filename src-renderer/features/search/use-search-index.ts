import { useEffect, useMemo, useState } from 'react'
import { type Searchable, type SearchThing, searchable } from '#domain/search/search'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { searchIndexOf } from '#storage/search-index'
import { useToast } from '#ui/Toast.tsx'

/** What can be found now: at once the pages of the house, as soon as it is read everything of the book. */
export function useSearchIndex(things: readonly SearchThing[]): {
  index: readonly Searchable[]
  isWhole: boolean
} {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const house = useMemo(() => things.map(searchable), [things])
  const [ofBook, setOfBook] = useState<readonly Searchable[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    attempt(async () => {
      const read = await searchIndexOf(book.id, by, breather())
      if (isCurrent) setOfBook(read)
    })
    return () => {
      isCurrent = false
    }
  }, [book.id, by, attempt])
  const index = useMemo(() => [...house, ...(ofBook ?? [])], [house, ofBook])
  return { index, isWhole: ofBook !== null }
}
