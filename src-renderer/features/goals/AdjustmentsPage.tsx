import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type Adjustment, adjustmentTotals, isOpenAdjustment } from '#domain/adjustments/adjustment'
import { useSession } from '#session'
import { adjustmentsIn } from '#storage/adjustments'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { BigTable } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { adjustmentColumns, unitSumColumns } from './AdjustmentColumns.tsx'
import { AdjustmentFigures, AdjustmentFilters } from './AdjustmentFilters.tsx'
import { exportAdjustments } from './adjustment-export.ts'
import {
  type AdjustmentRow,
  adjustmentFilterKeys,
  filterAdjustments,
  readAdjustmentFilter,
  rowOfAdjustment,
  sortByColumn,
  type UnitSumRow,
  unitSumRows,
} from './adjustment-rows.ts'

const none: ReadonlySet<string> = new Set()

/** 目标调整台账: every application with its amounts, and what they come to by unit. */
export function AdjustmentsPage() {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const adjustments = useLiveQuery(() => adjustmentsIn(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState(none)
  const [current, setCurrent] = useState(-1)

  const addressText = address.toString()
  const filter = useMemo(() => readAdjustmentFilter(new URLSearchParams(addressText)), [addressText])
  const byUnit = address.get('view') === 'units'
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const filtered = adjustmentFilterKeys.some((key) => filter[key] !== '')

  const all = useMemo(() => {
    if (!adjustments || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    const now = new Date().toISOString()
    const byGoal = new Map<string, Adjustment[]>()
    for (const adjustment of adjustments) {
      const ofGoal = byGoal.get(adjustment.goalId)
      if (ofGoal) ofGoal.push(adjustment)
      else byGoal.set(adjustment.goalId, [adjustment])
    }
    return adjustments
      .filter(({ unitId }) => reached === null || reached.has(unitId))
      .map((adjustment) => rowOfAdjustment(adjustment, byGoal.get(adjustment.goalId) ?? [], rules, now))
  }, [adjustments, units, sections, by, rules])
  const found = useMemo(() => filterAdjustments(all ?? [], filter, units ?? []), [all, filter, units])
  const shown = useMemo(
    () => sortByColumn(found, sort.column, sort.descending),
    [found, sort.column, sort.descending],
  )
  const sums = useMemo(
    () =>
      sortByColumn(
        unitSumRows(found, units ?? []),
        sort.column || 'count',
        sort.column === '' || sort.descending,
      ),
    [found, units, sort.column, sort.descending],
  )
  const columns = useMemo(() => adjustmentColumns(new Map(units?.map((unit) => [unit.id, unit]))), [units])
  if (!all || !units || !sections) return null

  function select(changes: Record<string, string>) {
    setCurrent(-1)
    setInAddress(changes)
  }

  function clearFilters() {
    select(Object.fromEntries(adjustmentFilterKeys.map((key) => [key, ''])))
  }

  // Nothing chosen means everything that is shown.
  const isChosen = (row: AdjustmentRow) => selected.size === 0 || selected.has(byUnit ? row.unitId : row.id)
  const chosen = (byUnit ? found : shown).filter(isChosen)
  const chosenSums = selected.size === 0 ? sums : unitSumRows(chosen, units)

  const common = {
    widths,
    onWidth: (column: string, width: number) => setWidths((before) => ({ ...before, [column]: width })),
    sort,
    onSort: (next: typeof sort) => select({ sort: next.column, order: next.descending ? 'down' : '' }),
    selected,
    onSelect: setSelected,
    current,
    onCurrent: setCurrent,
    onLeave: () => (selected.size > 0 ? setSelected(none) : clearFilters()),
    empty: filtered ? (
      <EmptyState text="没有符合筛选条件的调整。">
        <Button variant="outlined" onClick={clearFilters}>
          清除筛选
        </Button>
      </EmptyState>
    ) : (
      <EmptyState text="本年度还没有目标调整。已批复的目标确需变动的，打开目标后申请调整。">
        <Button variant="outlined" component={Link} to="/goals?status=approved">
          查看已批复的目标
        </Button>
      </EmptyState>
    ),
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="目标调整"
        trail="绩效目标"
        note="目标一经批复不得随意变动；次数和金额供下年安排预算参考"
      >
        <Button variant="outlined" component={Link} to="/goals">
          返回台账
        </Button>
      </PageHead>
      <Tabs
        value={byUnit ? 'units' : ''}
        aria-label="查看方式"
        onChange={(_event, view: string) => {
          setSelected(none)
          select({ view, sort: '', order: '' })
        }}
        sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value="" label={`按申请 ${found.length}`} />
        <Tab value="units" label={`按单位 ${sums.length}`} />
      </Tabs>
      <AdjustmentFilters
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
      />
      <AdjustmentFigures
        totals={adjustmentTotals(found.map(({ adjustment }) => adjustment))}
        open={found.filter(isOpenAdjustment).length}
        count={byUnit ? sums.length : found.length}
        selected={selected.size}
      >
        <Button
          size="small"
          color="inherit"
          disabled={chosen.length === 0}
          onClick={() =>
            attempt(async () => {
              const sentence = await exportAdjustments(chosen, chosenSums, book, units)
              if (sentence) say(sentence)
            })
          }
        >
          {selected.size === 0 ? '导出台账' : `导出所选 ${chosen.length} 份`}
        </Button>
      </AdjustmentFigures>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {byUnit ? (
          <BigTable<UnitSumRow>
            {...common}
            label="按单位汇总"
            rows={sums}
            idOf={(row) => row.id}
            nameOf={(row) => row.name}
            columns={unitSumColumns}
            onOpen={(row) => select({ view: '', unit: row.id, sort: '', order: '' })}
          />
        ) : (
          <BigTable<AdjustmentRow>
            {...common}
            label="目标调整台账"
            rows={shown}
            idOf={(row) => row.id}
            nameOf={(row) => row.name}
            columns={columns}
            onOpen={(row) => void navigate(`/goals/adjustments/${row.id}`)}
          />
        )}
      </Box>
    </Box>
  )
}
