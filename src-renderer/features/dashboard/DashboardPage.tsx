import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
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
  const [freezing, setFreezing] = useState(false)
  const to = useMemo(() => drillFrom(filter), [filter])
  if (!index || !board) return null

  const isNothing = board.count === 0 && board.unmatched.units === 0
  const mayImport = may(by, 'import-executions')
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
    setFreezing(false)
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
  if (index.items.length === 0)
    return (
      <>
        <PageHead title="看板" trail="绩效监控" />
        <EmptyState text="还没有可以汇总的项目。目标批复、布置监控或导入国库支出台账后，这里显示全部情况。">
          {mayImport && (
            <Button variant="contained" onClick={() => void navigate('/execution/import')}>
              导入国库台账
            </Button>
          )}
        </EmptyState>
      </>
    )
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
        {may(by, 'freeze-dashboard') && (
          <Button variant="outlined" onClick={() => setFreezing(true)}>
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
      {freezing && <FreezeDialog board={board} onCancel={() => setFreezing(false)} onConfirm={freeze} />}
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

/** Without the treasury's ledger the board says so: its figures are what the units said. */
function SourceHint({ source, mayImport }: { source: keyof typeof moneySources; mayImport: boolean }) {
  const navigate = useNavigate()
  return (
    <Box
      role="note"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        p: 3,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        fontSize: 13,
      }}
    >
      <Box sx={{ flex: 1 }}>
        {source === 'forms'
          ? '还没有导入国库支出台账，支出为各单位在监控表中填报的数，没有按月对照。'
          : '还没有支出数据。导入国库支出台账后，显示进度、预警和排名。'}
      </Box>
      {mayImport && (
        <Button variant="outlined" size="small" onClick={() => void navigate('/execution/import')}>
          导入国库台账
        </Button>
      )}
    </Box>
  )
}
