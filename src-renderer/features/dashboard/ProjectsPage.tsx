import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { BoardIndex } from '#domain/dashboard/board-index'
import type { BoardFilter } from '#domain/dashboard/filter'
import { stages } from '#domain/dashboard/lights'
import { type Drill, isDrilled, type ProjectLine, projectLines } from '#domain/dashboard/project-lines'
import { unitsWithin } from '#domain/ledger-match'
import { addUp, formatWan } from '#domain/money'
import { lightColours, lightKinds } from '#domain/monitoring/lights'
import { monthsText } from '#domain/monitoring/round'
import { isLimited } from '#domain/people/duties'
import { useSession } from '#session'
import { snapshotById } from '#storage/dashboard'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useLedger } from '#ui/use-ledger'
import { BoardFilters } from './BoardFilters.tsx'
import { briefPath, formPath } from './board-address.ts'
import { projectColumns, sortLines } from './project-columns.tsx'
import { useBoard } from './use-board.ts'

/** What the board's own filter leaves is narrowed once more: to what a number of it stands for. */
const order = {
  idOf: ({ id }: ProjectLine) => id,
  filterKeys: ['show'] as const,
  readFilter: (address: URLSearchParams) => ({ show: address.get('show') ?? '' }),
  filterRows: (lines: readonly ProjectLine[], { show }: { show: Drill }) =>
    lines.filter((line) => isDrilled(line, show)),
  sortRows: sortLines,
}

/** The projects behind a number of the board; Enter opens the monitoring form with its indicators, or the goal. */
export function ProjectsPage() {
  const navigate = useNavigate()
  const { by } = useSession()
  const { index, filter, address, setInAddress } = useBoard()
  // Frozen for the whole of what was filtered: a duty with less reach has no list of it.
  const frozenId = isLimited(by) ? '' : (address.get('frozen') ?? '')
  const frozen = useLiveQuery(async () => (frozenId === '' ? null : await snapshotById(frozenId)), [frozenId])
  const lines = useMemo(() => {
    if (!index || frozen === undefined) return null
    return frozen ? within(frozen.lines, filter, index) : projectLines(index, filter)
  }, [index, frozen, filter])
  const ledger = useLedger(order, { rows: lines })
  const { shown, chosen } = ledger
  const { show } = ledger.filter
  const columns = useMemo(() => projectColumns(namesOf(index)), [index])
  if (!index || !lines) return null
  const counted = chosen.length > 0 ? chosen : shown
  const sum = (field: 'adjusted' | 'paid' | 'gap' | 'unspent') =>
    formatWan(addUp(counted.map((line) => line[field])))
  const projects = counted.filter(({ goalId }) => goalId !== '').length
  const alone = counted.length - projects
  const back = frozen ? `/dashboard/frozen/${frozen.id}` : `/dashboard?${boardAddress(address)}`
  const title = [monthsText(filter.month), drillText(show)].join('　')
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title={title}
        trail={frozen ? `看板 › ${frozen.name}` : '看板'}
        note={frozen ? `冻结于 ${frozen.asOf}` : ''}
      >
        {chosen.length === 1 && chosen[0]?.goalId && (
          <Button
            variant="outlined"
            onClick={() => void navigate(briefPath(chosen[0]?.goalId ?? '', filter.month))}
          >
            项目简报
          </Button>
        )}
        <Button variant="outlined" onClick={() => void navigate(back)}>
          返回看板
        </Button>
      </PageHead>
      {!frozen && (
        <BoardFilters filter={filter} units={index.units} sections={index.sections} onChange={setInAddress} />
      )}
      <FigureLine
        figures={[
          { name: '', value: projects.toLocaleString('zh-CN'), unit: '个项目' },
          ...(alone > 0 ? [{ name: '未对应的支出', value: `${alone}`, unit: '行' }] : []),
          { name: '调整后预算', value: sum('adjusted'), unit: '万元' },
          { name: '支出', value: sum('paid'), unit: '万元' },
          { name: '差额', value: sum('gap'), unit: '万元' },
          { name: '预计结余', value: sum('unspent'), unit: '万元' },
        ]}
        count={shown.length}
        selected={chosen.length}
      >
        {show !== '' && (
          <Button size="small" onClick={ledger.clearFilters}>
            查看全部
          </Button>
        )}
      </FigureLine>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="看板项目"
          what="项目"
          columns={columns}
          nameOf={({ name }) => name}
          onOpen={(line) => void navigate(line.goalId === '' ? '/execution' : formPath(line))}
          onLeave={() => void navigate(back)}
        >
          <EmptyState text="没有符合条件的项目。" />
        </LedgerTable>
      </Box>
    </Box>
  )
}

function namesOf(index: BoardIndex | undefined) {
  return {
    unitNames: new Map((index?.units ?? []).map(({ id, name }) => [id, name])),
    sectionNames: new Map((index?.sections ?? []).map(({ id, name }) => [id, name])),
  }
}

/** The frozen lines of a unit or section; what else was filtered is frozen with them. */
function within(
  lines: readonly ProjectLine[],
  { unit, section }: BoardFilter,
  { units }: Pick<BoardIndex, 'units'>,
): ProjectLine[] {
  const under = unit === '' ? null : unitsWithin(units, unit)
  const reached = new Set(units.map(({ id }) => id))
  return lines.filter(
    ({ unitId, sectionId }) =>
      (unitId === '' || reached.has(unitId)) &&
      (under === null || under.has(unitId)) &&
      (section === '' || sectionId === section),
  )
}

/** The address of the board without what only the list needs. */
function boardAddress(address: URLSearchParams): string {
  const kept = new URLSearchParams(address)
  for (const key of ['show', 'frozen', 'sort', 'order']) kept.delete(key)
  return kept.toString()
}

const drillWords: Readonly<Record<string, string>> = {
  '': '全部项目',
  unmatched: '未对应项目的支出',
  unspent: '预计年底有结余的项目',
  warning: '预警和关注的项目',
}

/** What a number stands for, as the list is called. */
function drillText(show: Drill): string {
  const known = drillWords[show]
  if (known) return known
  const [first = '', second = ''] = show.split('-')
  if (first === 'stage' && second in stages) return stages[second as keyof typeof stages] // just looked up
  const kind = first in lightKinds ? `${lightKinds[first as keyof typeof lightKinds]}：` : '' // just looked up
  const colour = kind === '' ? first : second
  return colour in lightColours ? `${kind}${lightColours[colour as keyof typeof lightColours]}` : '全部项目' // just looked up
}
