import Button from '@mui/material/Button'
import type { Collected } from '#domain/year-book'
import { useSession } from '#session'
import { momentText } from '#ui/moment-text'
import { Band } from './Band.tsx'

/** The band of a book that was collected from another bureau: whose it is, as of when, and the way back to one's own. */
export function CollectedBand({ collected }: { collected: Collected }) {
  const { book, books, openBook } = useSession()
  const own = books.find((other) => !other.collected && !other.kit && other.year === book.year)
  const back = own ?? books.find((other) => !other.collected && !other.kit)
  return (
    <Band
      actions={
        back ? (
          <Button size="small" variant="outlined" onClick={() => openBook(back.id)}>
            回到本级账套
          </Button>
        ) : null
      }
    >
      {collected.name}上报的账套，数据截至 {momentText(collected.at)}，只供查看。
    </Band>
  )
}
