import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type StageState,
  stageState,
  stageStates,
  togetherRate,
  togetherStageList,
  togetherStages,
} from '#domain/goals/together'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { type TogetherRow, togetherRows } from '#storage/together'
import { BigTable } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { useAddress } from '#ui/use-address'
import { TogetherDialog } from './TogetherDialog.tsx'
import { togetherColumns } from './together-columns.tsx'

const stateOptions = togetherStageList.flatMap((stage) =>
  (['together', 'goal', 'funds', 'none'] as const).map((state) => ({
    value: `${stage}.${state}`,
    label: `${togetherStages[stage]}：${stageStates[state]}`,
  })),
)

/** 同步台账: goals and their funds declared, tabled, approved and published together. */
export function TogetherPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(-1)
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [registering, setRegistering] = useState(false)
  const all = useLiveQuery(() => togetherRows(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const unitById = useMemo(() => new Map(units?.map((unit) => [unit.id, unit])), [units])
  const columns = useMemo(() => togetherColumns(unitById), [unitById])
  const [unit, section, state] = ['unit', 'section', 'state'].map((key) => address.get(key) ?? '')
  const rows = useMemo(() => {
    if (!all || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    return all.filter((row) => {
      const own = unitById.get(row.unitId)
      if (reached !== null && !reached.has(row.unitId)) return false
      if (unit !== '' && row.unitId !== unit && own?.parentId !== unit) return false
      if (section !== '' && own?.sectionId !== section) return false
      return state === '' || togetherStageList.some((stage) => state === `${stage}.${stateOf(row, stage)}`)
    })
  }, [all, units, sections, by, unitById, unit, section, state])
  if (!rows || !units || !sections) return null
  const chosen = rows.filter((row) => selected.has(row.id))

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="同步台账" trail="绩效目标">
        {may(by, 'register-together') && (
          <Button variant="contained" disabled={chosen.length === 0} onClick={() => setRegistering(true)}>
            {chosen.length === 0 ? '先勾选再登记' : `登记 ${chosen.length} 个目标`}
          </Button>
        )}
      </PageHead>
      <Box
        role="search"
        aria-label="筛选同步台账"
        sx={{ flex: 'none', display: 'flex', gap: 1, px: 3, py: 1.5, bgcolor: 'background.paper' }}
      >
        <FilterFrame on={unit !== ''} label="单位" onClear={() => setInAddress({ unit: '' })}>
          <UnitPicker
            plain
            units={units}
            value={unit ?? ''}
            allLabel="全部"
            onChange={(value) => setInAddress({ unit: value })}
          />
        </FilterFrame>
        <FilterMenu
          label="股室"
          value={section ?? ''}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => setInAddress({ section: value })}
        />
        <FilterMenu
          label="环节"
          value={state ?? ''}
          options={stateOptions}
          onChange={(value) => setInAddress({ state: value })}
        />
      </Box>
      <FigureLine figures={ratesOf(rows)} count={rows.length} selected={chosen.length} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<TogetherRow>
          label="同步台账"
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
          onOpen={(row) => void navigate(`/goals/${row.id}`)}
          onLeave={() => setSelected(new Set())}
          empty={<EmptyState text="没有符合条件的目标。" />}
        />
      </Box>
      {registering && <TogetherDialog rows={chosen} onClose={() => setRegistering(false)} />}
    </Box>
  )
}

function stateOf(row: TogetherRow, stage: (typeof togetherStageList)[number]): StageState {
  return stageState(row.together, stage, row)
}

/** 同步率 of each stage over what is filtered. */
function ratesOf(rows: readonly TogetherRow[]) {
  return togetherStageList.map((stage) => {
    const { done, due } = togetherRate(rows.map((row) => stateOf(row, stage)))
    const value = due === 0 ? '—' : `${(Math.round((done * 1000) / due) / 10).toFixed(1)}%`
    return { name: `同步${togetherStages[stage]}`, value, unit: `${done} / ${due}` }
  })
}
