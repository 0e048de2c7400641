import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import {
  type Adjustment,
  adjustmentStates,
  adjustmentTotals,
  amountChange,
  isOpenAdjustment,
} from '#domain/adjustments/adjustment'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { adjustmentsIn } from '#storage/adjustments'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { useAddress } from '#ui/use-address'
import { AdjustmentMark, changeText } from './AdjustmentMark.tsx'
import { AdjustmentUnits } from './AdjustmentUnits.tsx'
import { momentText } from './LedgerColumns.tsx'

const stateOptions = Object.entries(adjustmentStates).map(([value, label]) => ({ value, label }))

/** 目标调整台账: every request of the year, and per unit how often and by how much was adjusted. */
export function AdjustmentsPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(-1)
  const [widths, setWidths] = useState<Record<string, number>>({})
  const all = useLiveQuery(() => adjustmentsIn(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const unitById = useMemo(() => new Map(units?.map((unit) => [unit.id, unit])), [units])
  const columns = useMemo(() => columnsOf(unitById), [unitById])
  if (!all || !units || !sections) return null
  const [unit, state] = [address.get('unit') ?? '', address.get('state') ?? '']
  const reached = reachedUnits(by, units, sections)
  const rows = all.filter(
    (row) =>
      (reached === null || reached.has(row.unitId)) &&
      (state === '' || row.state === state) &&
      (unit === '' || row.unitId === unit || unitById.get(row.unitId)?.parentId === unit),
  )
  const totals = adjustmentTotals(rows)

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="目标调整" trail="绩效目标">
        <Button variant="outlined" component={Link} to="/goals?status=approved">
          到已批复的目标申请调整
        </Button>
      </PageHead>
      <Box
        role="search"
        aria-label="筛选调整"
        sx={{ flex: 'none', display: 'flex', gap: 1, px: 3, py: 1.5, bgcolor: 'background.paper' }}
      >
        <FilterFrame on={unit !== ''} label="单位" onClear={() => setInAddress({ unit: '' })}>
          <UnitPicker
            plain
            units={units}
            value={unit}
            allLabel="全部"
            onChange={(chosen) => setInAddress({ unit: chosen })}
          />
        </FilterFrame>
        <FilterMenu
          label="状态"
          value={state}
          options={stateOptions}
          onChange={(chosen) => setInAddress({ state: chosen })}
        />
      </Box>
      <FigureLine
        figures={[
          { name: '在办', value: String(rows.filter(isOpenAdjustment).length), unit: '个' },
          { name: '已批准', value: String(totals.count), unit: '次' },
          { name: '调增', value: formatWan(totals.increased), unit: '万元' },
          { name: '调减', value: formatWan(totals.decreased), unit: '万元' },
        ]}
        count={rows.length}
        selected={selected.size}
      />
      <Box sx={{ flex: 2, minHeight: 200, display: 'flex' }}>
        <BigTable<Adjustment>
          label="目标调整台账"
          rows={rows}
          idOf={(row) => row.id}
          nameOf={(row) => row.name}
          columns={columns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={{ column: '', descending: false }}
          onSort={() => setCurrent(-1)}
          selected={selected}
          onSelect={setSelected}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => void navigate(`/goals/adjustments/${row.id}`)}
          onLeave={() => setSelected(new Set())}
          empty={<EmptyState text="还没有调整申请。已批复的目标确需变动时，在目标页点“申请调整”。" />}
        />
      </Box>
      <AdjustmentUnits adjustments={rows} units={unitById} />
    </Box>
  )
}

function columnsOf(units: ReadonlyMap<string, Unit>): Column<Adjustment>[] {
  return [
    { id: 'name', title: '项目名称', width: 280, grow: 2, sortable: false, cell: (row) => row.name },
    {
      id: 'unit',
      title: '单位',
      width: 200,
      grow: 1,
      sortable: false,
      cell: (row) => units.get(row.unitId)?.name ?? '',
    },
    { id: 'number', title: '次数', width: 72, sortable: false, cell: (row) => `第 ${row.number} 次` },
    {
      id: 'before',
      title: '调整前（万元）',
      width: 120,
      align: 'right',
      sortable: false,
      cell: (row) => formatWan(row.before.total),
    },
    {
      id: 'after',
      title: '调整后（万元）',
      width: 120,
      align: 'right',
      sortable: false,
      cell: (row) => formatWan(row.after.total),
    },
    {
      id: 'change',
      title: '增减（万元）',
      width: 110,
      align: 'right',
      sortable: false,
      cell: (row) => changeText(amountChange(row)),
    },
    {
      id: 'state',
      title: '状态',
      width: 100,
      sortable: false,
      cell: (row) => <AdjustmentMark state={row.state} />,
    },
    {
      id: 'changed',
      title: '修改时间',
      width: 136,
      sortable: false,
      cell: (row) => momentText(row.changedAt),
    },
  ]
}
