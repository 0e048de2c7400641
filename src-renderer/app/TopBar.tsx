import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useLiveQuery } from 'dexie-react-hooks'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { lastBackup } from '#backup/keep'
import { may } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { useSession } from '#session'
import { momentText } from '#ui/moment-text'
import { InboxCount } from './InboxCount.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { SearchBox } from './search/SearchBox.tsx'
import { UnsentCount } from './UnsentCount.tsx'

/** Once a year. */
const CarryDialog = lazy(async () => ({
  default: (await import('../features/settings/CarryDialog.tsx')).CarryDialog,
}))

export function TopBar() {
  const { book, by } = useSession()
  return (
    <Box
      component="header"
      sx={{
        height: 48,
        flex: 'none',
        px: 2,
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        displayPrint: 'none',
      }}
    >
      <BookMenu />
      <Box sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {book.identity.office} · {book.identity.section}
      </Box>
      {!book.kit && <SearchBox />}
      <BackupNote />
      <UnsentCount />
      {may(by, 'apply-package') && <InboxCount />}
      <PersonMenu />
    </Box>
  )
}

/** When everything was last backed up, and whether the copy went well; opens the page of backups. */
function BackupNote() {
  const last = useLiveQuery(lastBackup, [])
  if (!last) return null
  const isAmiss = last.copy === 'failed' || last.copy === 'unreachable'
  return (
    <Button
      component={Link}
      to="/settings/backup"
      sx={{ color: isAmiss ? 'warning.main' : 'text.secondary', fontSize: 13, whiteSpace: 'nowrap' }}
    >
      {isAmiss && '▲ 没有另存 · '}备份 {momentText(last.madeAt).slice(5)}
    </Button>
  )
}

function bookLabel(book: YearBook): string {
  if (book.kit) return book.name
  if (book.collected) return `${book.year} 年度（${book.identity.regionName}上报）`
  return `${book.year} 年度${book.demo ? '（演示）' : book.readOnly ? `（只读 ${book.readOnly.from}）` : ''}`
}

function BookMenu() {
  const { book, books, openBook } = useSession()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [carrying, setCarrying] = useState(false)
  const following = books.some((other) => other.previousId === book.id)
  // A unit's next book comes from the bureau: one of its own would be another book, that no package fits.
  const isUnits = book.identity.level === 'unit'
  const whyNot = following ? '（已结转）' : isUnits ? '（由财政局的参数包建立）' : ''
  // Those collected from others are opened from their own page; in the menu they would stand beside ours of the same year.
  const sameSeries = books.filter(
    (other) => other.demo === book.demo && (other.collected === undefined || other.id === book.id),
  )

  function choose(run: () => void) {
    setAnchor(null)
    run()
  }

  return (
    <>
      <Button
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        endIcon={<ArrowDropDown />}
        sx={{ fontWeight: 600, fontSize: 16 }}
      >
        {bookLabel(book)}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {sameSeries
          .toSorted((left, right) => right.year - left.year)
          .map((other) => (
            <MenuItem
              key={other.id}
              selected={other.id === book.id}
              onClick={() => choose(() => openBook(other.id))}
            >
              {bookLabel(other)}
            </MenuItem>
          ))}
        <Divider />
        {book.kit ? null : (
          <MenuItem
            disabled={whyNot !== '' || [book.readOnly, book.collected].some((mark) => mark !== undefined)}
            onClick={() => choose(() => setCarrying(true))}
          >
            结转到 {book.year + 1} 年度{whyNot || '…'}
          </MenuItem>
        )}
        <MenuItem onClick={() => choose(() => void navigate('/books'))}>打开其他账套…</MenuItem>
      </Menu>
      {carrying && (
        <Suspense fallback={null}>
          <CarryDialog onClose={() => setCarrying(false)} />
        </Suspense>
      )}
    </>
  )
}
