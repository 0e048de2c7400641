import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate } from 'react-router'
import { useSession } from '#session'

/** In an empty list: the way to the book of the year before, where that has something of the kind. */
export function EarlierYear({ count, path }: { count: (bookId: string) => Promise<number>; path: string }) {
  const { book, books, openBook } = useSession()
  const navigate = useNavigate()
  const previous = books.find(({ id }) => id === book.previousId)
  const found = useLiveQuery(() => (previous ? count(previous.id) : 0), [previous, count])
  if (!previous || !found) return null
  return (
    <Button
      variant="outlined"
      onClick={() => {
        openBook(previous.id)
        // Another book opens at its home page; here one wants to go on.
        void navigate(path)
      }}
    >
      切换到 {previous.year} 年度
    </Button>
  )
}
