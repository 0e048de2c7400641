import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { prepareBoard } from '#storage/board-ready'
import { boardKeyOf } from '#storage/dashboard'

/** After so long without a write nobody is in the middle of something. */
const quietMilliseconds = 3000

/** Has the board ready before somebody opens it: after the start, and after an import. */
export function usePreparedBoard(): void {
  const { book, by } = useSession()
  const isShown = may(by, 'see-dashboard') && !book.kit
  const key = useLiveQuery(() => boardKeyOf(book), [book])
  useEffect(() => {
    if (!isShown || key === undefined) return
    const timer = setTimeout(() => {
      // It costs the time of working it out on the page when it does not succeed.
      prepareBoard(book).catch((error: unknown) => console.warn('the board could not be prepared', error))
    }, quietMilliseconds)
    return () => clearTimeout(timer)
  }, [isShown, key, book])
}
