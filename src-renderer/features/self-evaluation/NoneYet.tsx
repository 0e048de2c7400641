import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '#session'
import { selfEvaluationCounts } from '#storage/self-evaluations'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'

/** The page of a book without a self-evaluation: opens them, or switches to the newest year that has some. */
export function NoneYet({ onOpen, children }: { onOpen: (() => void) | null; children: ReactNode }) {
  const { book, books, openBook } = useSession()
  const navigate = useNavigate()
  const counts = useLiveQuery(() => selfEvaluationCounts(books.map(({ id }) => id)), [books])
  const other = books
    .filter(({ id, demo }) => demo === book.demo && (counts?.get(id) ?? 0) > 0)
    .toSorted((left, right) => right.year - left.year)[0]
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="单位自评" trail="绩效评价">
        {onOpen && (
          <Button variant={other ? 'outlined' : 'contained'} onClick={onOpen}>
            布置自评
          </Button>
        )}
      </PageHead>
      <EmptyState
        text={`${book.year} 年度还没有布置自评。${
          onOpen
            ? '年度终了后布置，系统按已批复的目标和国库台账为每个项目建好自评表。'
            : '监督与绩效管理科布置后，在这里填报和查看。'
        }${other ? `${other.year} 年度有 ${counts?.get(other.id) ?? 0} 份自评表。` : ''}`}
      >
        {other && (
          <Button
            variant="contained"
            onClick={() => {
              openBook(other.id)
              // A book opens at its home page; whoever came here wants this one.
              void navigate('/evaluation/self')
            }}
          >
            切换到 {other.year} 年度
          </Button>
        )}
      </EmptyState>
      {children}
    </Box>
  )
}
