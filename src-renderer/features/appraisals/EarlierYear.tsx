import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate } from 'react-router'
import { useSession } from '#session'
import { appraisalsOf } from '#storage/appraisals'

/** In an empty list: the way to the book of the year before, where that has appraisals. */
export function EarlierYear({ path }: { path: string }) {
  const { book, books, openBook } = useSession()
  const navigate = useNavigate()
  const previous = books.find(({ id }) => id === book.previousId)
  const found = useLiveQuery(
    async () => (previous ? (await appraisalsOf(previous.id)).length : 0),
    [previous],
  )
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
