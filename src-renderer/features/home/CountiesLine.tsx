import Box from '@mui/material/Box'
import { Link } from 'react-router'
import { countedBooks, missingCounties } from '#domain/counties/double'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { colours } from '#ui/theme'

/** 区县上报, at a city: how many counties' books of the year were collected, and which are still missing. */
export function CountiesLine() {
  const { book, books, by } = useSession()
  if (book.identity.level !== 'city' || !may(by, 'see-counties')) return null
  const { counted } = countedBooks(books, book.year)
  const missing = missingCounties(counted, book.identity)
  const reported = counted.filter(({ collected }) => collected !== undefined).length
  return (
    <Box component="section" aria-label="区县上报" sx={{ fontSize: 13, color: colours.secondary }}>
      <Link to="/counties">区县上报 {reported} 个</Link>
      {missing.length === 0 ? (
        <Box component="span" sx={{ color: colours.ok, ml: 3 }}>
          ● {book.year} 年度全部区县已上报。
        </Box>
      ) : (
        <Box component="span" sx={{ color: colours.attention, ml: 3 }}>
          ▲ {book.year} 年度还有 {missing.length} 个没有上报：{missing.join('、')}。
        </Box>
      )}
    </Box>
  )
}
