import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate } from 'react-router'
import { useSession } from '#session'
import { applicationCounts } from '#storage/applications'
import { EmptyState } from '#ui/EmptyState.tsx'

/** What a book without an application says, and the year to which it leads instead. */
export function NoneYet({ mayPropose }: { mayPropose: boolean }) {
  const { book, books, openBook } = useSession()
  const navigate = useNavigate()
  const counts = useLiveQuery(() => applicationCounts(books.map(({ id }) => id)), [books])
  const other = books
    .filter(({ id, demo }) => demo === book.demo && (counts?.get(id) ?? 0) > 0)
    .toSorted((left, right) => right.year - left.year)[0]
  const hint = mayPropose
    ? '点“提出应用建议”，系统按规则列出应当应用的结果、建议的措施和金额。'
    : '监督与绩效管理科提出建议后，在这里审定、落实和跟踪。'
  return (
    <EmptyState
      text={`${book.year} 年度还没有结果应用。${hint}${other ? `${other.year} 年度有 ${counts?.get(other.id) ?? 0} 项。` : ''}`}
    >
      {other && (
        <Button
          variant="outlined"
          onClick={() => {
            openBook(other.id)
            // A book opens at its home page; whoever came here wants this one.
            void navigate('/applications')
          }}
        >
          切换到 {other.year} 年度
        </Button>
      )}
    </EmptyState>
  )
}
