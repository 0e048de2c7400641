import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { coverageStates } from '#domain/evaluation/coverage'
import { kindCounts, type PlanLine, planProblems } from '#domain/evaluation/plan-list'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { useLedger } from '#ui/use-ledger'
import { PastDialog } from './PastDialog.tsx'
import { PlanBulk } from './PlanBulk.tsx'
import { PlanHead } from './PlanHead.tsx'
import { PlanKinds } from './PlanKinds.tsx'
import { PlanNotes } from './PlanNotes.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { planColumns } from './plan-columns.tsx'
import { isInView, type PlanView, planOrder, planViews } from './plan-rows.ts'
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
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const [entering, setEntering] = useState<readonly PlanLine[] | null>(null)

  const hasList = desk.lines.some(({ item }) => item !== null)
  const ledger = useLedger(
    useMemo(() => planOrder(hasList ? 'list' : 'due'), [hasList]),
    { rows: desk.lines, units, first: 0 },
  )
  const { filter, inAnyGroup, shown, chosen } = ledger
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
  const counts = kindCounts(desk.lines)
  const line = shown[ledger.current]

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PlanHead desk={desk} problems={problems} units={units} />
      <PlanKinds counts={counts} kind={filter.kind} onChoose={(kind) => ledger.select({ kind })} />
      <PlanNotes
        desk={desk}
        chosen={counts.reduce((sum, count) => sum + count.chosen, 0)}
        problems={problems}
      />
      <Tabs
        value={filter.view}
        aria-label="显示范围"
        onChange={(_event, view: PlanView) => ledger.select({ view })}
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
            label={`${planViews[view]} ${inAnyGroup.filter((each) => isInView(each, view)).length}`}
          />
        ))}
      </Tabs>
      <FilterLine
        what="评价对象"
        filter={filter}
        units={units}
        sections={sections}
        filtered={ledger.filtered}
        placeholder="名称、代码、单位"
        searchWidth={220}
        onChange={ledger.select}
        onClear={ledger.clearFilters}
        menus={[{ key: 'state', label: '周期', options: optionsOf(coverageStates) }]}
      />
      {chosen.length > 0 && (
        <PlanBulk desk={desk} chosen={chosen} onPast={() => setEntering(chosen)} onDone={ledger.unselect} />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="评价对象"
          what="对象"
          columns={columns}
          nameOf={({ object }) => object.name}
          onOpen={(opened) =>
            desk.isOpen && desk.decide([opened], opened.item?.decision === 'chosen' ? 'dropped' : 'chosen')
          }
        >
          <EmptyState text={emptyTexts[filter.view]} />
        </LedgerTable>
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
            ledger.unselect()
            desk.save({ past }, `已登记 ${entering.length} 个对象的以前年度评价。`)
          }}
        />
      )}
    </Box>
  )
}

const emptyTexts: Readonly<Record<PlanView, string>> = {
  list: '名单还是空的。点“采用建议名单”，系统按周期和风险列出本年应评的对象，再由本局增减。',
  due: '没有到期或逾期的对象。',
  all: '本账套还没有已批复的绩效目标，也没有单位。先导入目标和单位。',
}
