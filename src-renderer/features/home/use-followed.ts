import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { trailKeyOf } from '#storage/trail-span'

/**
 * What `read` gives, anew after every write in the books, and when `again` changes. Not a live query of what is read, which
 * would copy and watch every row. `read` has to stay the same function while nothing it uses changes.
 */
export function useFollowed<T>(bookIds: readonly string[], read: () => Promise<T>, again = 0): T | undefined {
  const ids = bookIds.join(' ')
  const trails = useLiveQuery(() => trailKeyOf(ids.split(' ')), [ids])
  const key = trails === undefined ? '' : `${again} ${trails}`
  const [found, setFound] = useState<T>()
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (key === '') return
    let isCurrent = true
    read().then(
      (result) => isCurrent && setFound(result),
      (error: unknown) => isCurrent && setFailure(error),
    )
    return () => {
      isCurrent = false
    }
  }, [key, read])
  if (failure) throw failure
  return found
}
