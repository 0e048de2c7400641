import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Collected } from '#domain/year-book'
import { useSession } from '#session'
import { momentText } from '#ui/moment-text'
import { colours } from '#ui/theme'

/** The band of a book that was collected from another bureau: whose it is, as of when, and the way back to one's own. */
export function CollectedBand({ collected }: { collected: Collected }) {
  const { book, books, openBook } = useSession()
  const own = books.find((other) => !other.collected && !other.kit && other.year === book.year)
  const back = own ?? books.find((other) => !other.collected && !other.kit)
  return (
    <Box
      role="note"
      sx={{
        ...{
          display: 'flex',
          alignItems: 'center',
          gap: 4,
          px: 4,
          py: 1,
          fontSize: 13,
          displayPrint: 'none',
        },
        ...{ bgcolor: colours.selected, borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1 }}>
        {collected.name}上报的账套，数据截至 {momentText(collected.at)}，只供查看。
      </Box>
      {back && (
        <Button size="small" variant="outlined" onClick={() => openBook(back.id)}>
          回到本级账套
        </Button>
      )}
    </Box>
  )
}
