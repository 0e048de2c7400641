import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { asOfText, boardOf } from '#domain/dashboard/board'
import { compareBoards } from '#domain/dashboard/compare'
import { isLimited } from '#domain/people/duties'
import { useSession } from '#session'
import { snapshotById, snapshotsOf } from '#storage/dashboard'
import { localToday } from '#storage/local-day'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { PageHead } from '#ui/PageHead.tsx'
import { printedWhole } from '#ui/PrintedHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { BoardPrintedHead } from './BoardPrintedHead.tsx'
import { BoardView } from './BoardView.tsx'
import { drillFrom } from './board-address.ts'
import { exportBoard } from './board-export.ts'
import { ComparedTable } from './ComparedTable.tsx'
import { useBoardIndex } from './use-board.ts'

/** The frozen boards of the book. */
export function FrozenListPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const snapshots = useLiveQuery(() => snapshotsOf(book.id), [book.id])
  if (!snapshots) return null
  return (
    <>
      <PageHead title="冻结的看板" trail="看板">
        <Button variant="outlined" onClick={() => void navigate('/dashboard')}>
          返回看板
        </Button>
      </PageHead>
      {snapshots.length === 0 || isLimited(by) ? (
        <EmptyState text="还没有冻结的看板。在看板上按“冻结”，可以把当时的数字保存下来。" />
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 4, display: 'grid', gap: 2, overflow: 'auto' }}>
          {snapshots.map(({ id, name, changedAt, changedBy, board }) => (
            <Box
              component="li"
              key={id}
              sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 3 }}
            >
              <Link to={`/dashboard/frozen/${id}`}>{name}</Link>
              <Box sx={{ fontSize: 12, color: colours.secondary }}>
                {asOfText(board)}，{board.count} 个项目，{changedBy} 冻结于 {momentText(changedAt)}
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </>
  )
}

/** One frozen board, as it was; or beside how it stands now. */
export function FrozenPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const snapshot = useLiveQuery(() => snapshotById(id), [id])
  const index = useBoardIndex()
  const to = useMemo(() => (snapshot ? drillFrom(snapshot.board.filter, snapshot.id) : null), [snapshot])
  if (snapshot === undefined || !index) return null
  // Kept for the whole of what was filtered: a duty with less reach must not see it.
  if (!snapshot || snapshot.bookId !== book.id || isLimited(by) || !to)
    return (
      <EmptyPage
        title="冻结的看板"
        trail="看板"
        text="这份冻结的看板不在当前账套或职责的范围内。"
        way={{ to: '/dashboard/frozen', name: '返回冻结的看板' }}
      />
    )
  const { board } = snapshot
  const isComparing = address.has('compare')
  function save() {
    if (!snapshot || !index) return
    attempt(async () => {
      const { units, sections } = index
      const sentence = await exportBoard(snapshot.board, snapshot.lines, { book, units, sections })
      if (sentence) say(sentence)
    })
  }
  return (
    <Box
      sx={{
        ...{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
        '@media print': { display: 'block' },
      }}
    >
      <PageHead title={snapshot.name} trail="冻结的看板" note={`只读，${asOfText(snapshot.board)}`}>
        <Button variant="outlined" onClick={() => void navigate('/dashboard/frozen')}>
          返回
        </Button>
        <Button variant="outlined" onClick={() => window.print()}>
          打印
        </Button>
        <Button variant="outlined" onClick={save}>
          导出 Excel
        </Button>
        <Button variant="contained" onClick={() => setInAddress({ compare: isComparing ? '' : '1' })}>
          {isComparing ? '看冻结时的看板' : '与现在对比'}
        </Button>
      </PageHead>
      <Box
        component="section"
        aria-label="冻结的看板"
        tabIndex={0}
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          p: 3,
          display: 'flex',
          flexDirection: 'column',
          gap: 3,
          '& > *': { flex: 'none' },
          ...printedWhole,
        }}
      >
        <BoardPrintedHead board={board} />
        {isComparing ? (
          <ComparedTable
            asOf={snapshot.asOf}
            rows={compareBoards(
              board,
              boardOf(index, {
                filter: board.filter,
                ranking: board.ranking,
                today: localToday(),
                limits: { warnings: 0, heat: 0 },
              }),
            )}
          />
        ) : (
          <BoardView
            board={{ ...board, warnings: board.warnings.slice(0, 10) }}
            to={to}
            lightsBy={address.get('lights') === 'stage' ? 'stage' : 'unit'}
            tables={(address.get('table') ?? '').split(',').filter(Boolean)}
            onChange={setInAddress}
            mayRank={false}
          />
        )}
      </Box>
    </Box>
  )
}
