import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { coverageStates } from '#domain/evaluation/coverage'
import { kindCounts, type PlanLine, planProblems } from '#domain/evaluation/plan-list'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { BigTable } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { useAddress } from '#ui/use-address'
import { PastDialog } from './PastDialog.tsx'
import { PlanBulk } from './PlanBulk.tsx'
import { PlanHead } from './PlanHead.tsx'
import { PlanKinds } from './PlanKinds.tsx'
import { PlanNotes } from './PlanNotes.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { planColumns } from './plan-columns.tsx'
import {
  filterKeys,
  filterLines,
  isInView,
  type PlanView,
  planViews,
  readFilter,
  sortLines,
} from './plan-rows.ts'
import { type PlanDesk, usePlan } from './use-plan.ts'

/** 评价计划: what is covered and what falls due, what the rules propose for the year, and what the bureau decides. */
export function EvaluationPlanPage() {
  const { book } = useSession()
  const desk = usePlan()
  if (!desk) return null
  return <Planner key={book.id} desk={desk} />
}

function Planner({ desk }: { desk: PlanDesk }) {
  const { book, rules } = useSession()
  const { coverage } = rules.evaluation
  const [address, setInAddress] = useAddress()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(0)
  const [entering, setEntering] = useState<readonly PlanLine[] | null>(null)

  const addressText = address.toString()
  const hasList = desk.lines.some(({ item }) => item !== null)
  const filter = useMemo(
    () => readFilter(new URLSearchParams(addressText), hasList ? 'list' : 'due'),
    [addressText, hasList],
  )
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const fitting = useMemo(() => filterLines(desk.lines, filter, units ?? []), [desk.lines, filter, units])
  const shown = useMemo(
    () =>
      sortLines(
        fitting.filter((line) => isInView(line, filter.view)),
        sort.column,
        sort.descending,
      ),
    [fitting, filter.view, sort.column, sort.descending],
  )
  const columns = useMemo(() => planColumns(units ?? []), [units])
  const problems = useMemo(
    () =>
      planProblems(
        desk.plan ?? { capacity: desk.capacity, items: [], past: [], leftNote: '' },
        desk.lines,
        coverage,
      ),
    [desk, coverage],
  )
  if (!units || !sections) return null
  const chosen = shown.filter(({ object }) => selected.has(object.id))
  const counts = kindCounts(desk.lines)
  const line = shown[current]
  const filtered = filterKeys.some((key) => filter[key] !== '')

  function select(changes: Record<string, string>) {
    setCurrent(0)
    setInAddress(changes)
  }
  function clearFilters() {
    select(Object.fromEntries(filterKeys.map((key) => [key, ''])))
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PlanHead desk={desk} problems={problems} units={units} />
      <PlanKinds counts={counts} kind={filter.kind} onChoose={(kind) => select({ kind })} />
      <PlanNotes
        desk={desk}
        chosen={counts.reduce((sum, count) => sum + count.chosen, 0)}
        problems={problems}
      />
      <Tabs
        value={filter.view}
        aria-label="显示范围"
        onChange={(_event, view: PlanView) => select({ view })}
        sx={{
          flex: 'none',
          px: 2,
          bgcolor: 'background.paper',
          borderTop: 1,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        {(Object.keys(planViews) as PlanView[]).map((view) => (
          <Tab
            key={view}
            value={view}
            label={`${planViews[view]} ${fitting.filter((each) => isInView(each, view)).length}`}
          />
        ))}
      </Tabs>
      <FilterLine
        what="评价对象"
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        placeholder="名称、代码、单位"
        searchWidth={220}
        onChange={select}
        onClear={clearFilters}
        menus={[{ key: 'state', label: '周期', options: optionsOf(coverageStates) }]}
      />
      {chosen.length > 0 && (
        <PlanBulk
          desk={desk}
          chosen={chosen}
          onPast={() => setEntering(chosen)}
          onDone={() => setSelected(new Set())}
        />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<PlanLine>
          label="评价对象"
          rows={shown}
          idOf={({ object }) => object.id}
          nameOf={({ object }) => object.name}
          columns={columns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={sort}
          onSort={(next) => select({ sort: next.column, order: next.descending ? 'down' : '' })}
          selected={new Set(chosen.map(({ object }) => object.id))}
          onSelect={setSelected}
          current={current}
          onCurrent={setCurrent}
          onOpen={(opened) =>
            desk.isOpen && desk.decide([opened], opened.item?.decision === 'chosen' ? 'dropped' : 'chosen')
          }
          onLeave={() => (selected.size > 0 ? setSelected(new Set()) : clearFilters())}
          empty={<EmptyState text={emptyText(filter.view, filtered)} />}
        />
        <PlanPanel
          desk={desk}
          line={line}
          unitName={units.find(({ id }) => id === line?.object.unitId)?.name ?? ''}
          onPast={() => line && setEntering([line])}
        />
      </Box>
      {entering && (
        <PastDialog
          lines={entering}
          year={book.year}
          since={coverage.cycle.since}
          past={desk.plan?.past ?? []}
          onCancel={() => setEntering(null)}
          onSave={(past) => {
            setEntering(null)
            setSelected(new Set())
            desk.save({ past }, `已登记 ${entering.length} 个对象的以前年度评价。`)
          }}
        />
      )}
    </Box>
  )
}

function emptyText(view: PlanView, filtered: boolean): string {
  if (filtered) return '没有符合筛选条件的对象。按 Esc 清除筛选。'
  if (view === 'list')
    return '名单还是空的。点“采用建议名单”，系统按周期和风险列出本年应评的对象，再由本局增减。'
  if (view === 'due') return '没有到期或逾期的对象。'
  return '本账套还没有已批复的绩效目标，也没有单位。先导入目标和单位。'
}
