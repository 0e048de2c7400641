import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { freezeDashboard } from '#actions/freeze-dashboard'
import { moneySources } from '#domain/dashboard/facts'
import { projectLines } from '#domain/dashboard/project-lines'
import { monthsText } from '#domain/monitoring/round'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { printedWhole } from '#ui/PrintedHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { NoBoard, SourceHint } from './BoardHints.tsx'
import { BoardPrintedHead } from './BoardPrintedHead.tsx'
import { BoardView } from './BoardView.tsx'
import { drillFrom } from './board-address.ts'
import { exportBoard } from './board-export.ts'
import { FreezeDialog } from './FreezeDialog.tsx'
import { MeetingView } from './MeetingView.tsx'
import { useBoard, wholeBoard } from './use-board.ts'

/** 看板: how money and goals stand, in one look; every number opens its projects. */
export function DashboardPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const { index, board, filter, ranking, address, setInAddress } = useBoard()
  const to = useMemo(() => drillFrom(filter), [filter])
  if (!index || !board) return null

  const isNothing = board.count === 0 && board.unmatched.units === 0
  const mayImport = may(by, 'import-executions')
  const mayFreeze = may(by, 'freeze-dashboard')
  function save() {
    if (!index) return
    attempt(async () => {
      const whole = wholeBoard(index, filter, ranking)
      const sentence = await exportBoard(whole, projectLines(index, filter), {
        book,
        units: index.units,
        sections: index.sections,
      })
      if (sentence) say(sentence)
    })
  }
  function freeze(name: string) {
    if (!index) return
    setInAddress({ freeze: '' })
    attempt(async () => {
      const whole = wholeBoard(index, filter, ranking)
      const { id } = await freezeDashboard(
        book.id,
        { name, board: whole, lines: projectLines(index, filter) },
        by,
      )
      say(`已冻结：${name}`)
      void navigate(`/dashboard/frozen/${id}`)
    })
  }
  if (index.items.length === 0) return <NoBoard mayImport={mayImport} />
  return (
    <Box
      sx={{
        ...{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
        '@media print': { display: 'block' },
      }}
    >
      <PageHead
        title={`${book.year} 年 ${monthsText(filter.month)}看板`}
        trail="绩效监控"
        note={sourceNote(board.source, index.month)}
      >
        <Button variant="outlined" onClick={() => void navigate('/dashboard/frozen')}>
          冻结的看板
        </Button>
        {mayFreeze && (
          <Button variant="outlined" onClick={() => setInAddress({ freeze: '1' })}>
            冻结
          </Button>
        )}
        <Button variant="outlined" onClick={() => window.print()}>
          打印
        </Button>
        <Button variant="outlined" onClick={save}>
          导出 Excel
        </Button>
        <Button variant="contained" onClick={() => setInAddress({ panel: 'figures' })}>
          开会演示
        </Button>
      </PageHead>
      <BoardFilters filter={filter} units={index.units} sections={index.sections} onChange={setInAddress} />
      <Box
        component="section"
        aria-label="看板"
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
        {board.source !== 'treasury' && <SourceHint mayImport={mayImport} source={board.source} />}
        {isNothing ? (
          <EmptyState text="筛选的范围内没有项目，也没有支出。">
            <Button
              variant="outlined"
              onClick={() => setInAddress({ unit: '', section: '', book: '', kind: '' })}
            >
              清除筛选
            </Button>
          </EmptyState>
        ) : (
          <BoardView
            board={board}
            to={to}
            lightsBy={address.get('lights') === 'stage' ? 'stage' : 'unit'}
            tables={(address.get('table') ?? '').split(',').filter(Boolean)}
            onChange={setInAddress}
            mayRank
          />
        )}
      </Box>
      {mayFreeze && address.get('freeze') === '1' && (
        <FreezeDialog board={board} onCancel={() => setInAddress({ freeze: '' })} onConfirm={freeze} />
      )}
      {address.has('panel') && (
        <MeetingView
          board={board}
          to={to}
          panel={address.get('panel') ?? ''}
          onPanel={(panel) => setInAddress({ panel })}
        />
      )}
    </Box>
  )
}

function sourceNote(source: keyof typeof moneySources, newest: number): string {
  return source === 'none' ? '' : `${moneySources[source]}，到 ${newest} 月`
}
