import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { loadDemo } from '#actions/load-demo'
import { may } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { useToast } from '#ui/Toast.tsx'
import { CreateBook } from './CreateBook.tsx'
import { KitCard } from './KitCard.tsx'
import type { Making } from './use-new-book.ts'

type Props = Making & {
  books: readonly YearBook[]
  openBook: (id: string) => void
  /** Further ways to begin, at the foot. */
  children?: ReactNode
}

/** The first page: create a book, open one, or look at the demo. */
export function StartPage({ by, books, openBook, onMake, signUp, children }: Props) {
  const { attempt } = useToast()
  const [loading, setLoading] = useState(false)

  function openDemo() {
    setLoading(true)
    if (by) attempt(() => onMake(() => loadDemo(by)).finally(() => setLoading(false)))
  }

  return (
    <Box
      {...(books.length === 0 ? { component: 'main' } : {})}
      sx={{
        display: 'grid',
        justifyContent: 'center',
        gridTemplateColumns: 'minmax(0, 760px)',
        gap: 3,
        px: 6,
        py: 4,
        height: books.length === 0 ? '100vh' : 'auto',
        overflow: 'auto',
        alignContent: books.length === 0 ? 'safe center' : 'start',
      }}
    >
      <Box>
        <Typography variant="h1" sx={{ fontSize: 22 }}>
          {books.length === 0 ? '绩衡' : '账套'}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          市、区县财政局预算绩效管理 · 数据只存在本机，不联网。
        </Typography>
      </Box>
      {books.length > 0 && <BookList books={books} openBook={openBook} />}
      {(signUp || (by && may(by, 'create-book'))) && <CreateBook by={by} onMake={onMake} signUp={signUp} />}
      <Paper variant="outlined" sx={{ p: 4, display: 'flex', gap: 4, alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h2">先看看演示账套</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            一个虚构的县：各股室、各单位和四本预算的项目都已填好，可随意试用，随时整套删除。
          </Typography>
        </Box>
        <Button variant="outlined" disabled={loading} onClick={openDemo}>
          {loading ? '正在打开演示账套…' : '打开演示账套'}
        </Button>
      </Paper>
      {by && may(by, 'open-expert-kit') && <KitCard by={by} onMake={onMake} />}
      {children}
    </Box>
  )
}

function BookList({ books, openBook }: Pick<Props, 'books' | 'openBook'>) {
  const ordered = books.toSorted(
    (left, right) => Number(left.demo) - Number(right.demo) || right.year - left.year,
  )
  return (
    <Paper variant="outlined">
      {ordered.map((book) => (
        <Box
          key={book.id}
          sx={{
            display: 'flex',
            gap: 4,
            alignItems: 'center',
            px: 4,
            py: 2,
            '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
          }}
        >
          <Box sx={{ flex: 1 }}>
            <Typography sx={{ fontWeight: 600 }}>
              {book.kit ? book.name : `${book.year} 年度`}
              {book.demo && '（演示）'}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {book.identity.office} · {book.identity.section}
            </Typography>
          </Box>
          <Button variant="outlined" aria-label={`打开 ${book.year} 年度`} onClick={() => openBook(book.id)}>
            打开
          </Button>
        </Box>
      ))}
    </Paper>
  )
}
