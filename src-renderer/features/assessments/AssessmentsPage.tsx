import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { openAssessments } from '#actions/open-assessments'
import { figuresOf } from '#domain/assessments/figures'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { assessmentsOf, unlistedGoals } from '#storage/assessments'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useLedger } from '#ui/use-ledger'
import { AssessmentAdd } from './AssessmentAdd.tsx'
import { AssessmentFigureLine, AssessmentFilterLine, AssessmentGroups } from './AssessmentFilters.tsx'
import { assessmentColumns } from './assessment-columns.tsx'
import {
  type AssessmentRow,
  filterKeys,
  filterRows,
  readFilter,
  rowOfAssessment,
  rowOfNeed,
  sortRows,
} from './assessment-rows.ts'
import { exportAssessmentLedger } from './report-export.ts'

const order = { idOf: ({ id }: AssessmentRow) => id, filterKeys, readFilter, filterRows, sortRows }

/** 事前评估台账: what must be assessed and is not listed, what is under way, concluded and exempt, and why each is due. */
export function AssessmentsPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const assessments = useLiveQuery(() => assessmentsOf(book.id), [book.id])
  const needs = useLiveQuery(() => unlistedGoals(book), [book])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const [adding, setAdding] = useState(false)

  const all = useMemo(() => {
    if (!assessments || !needs || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    const now = new Date().toISOString()
    const rows = [...needs.map(rowOfNeed), ...assessments.map((each) => rowOfAssessment(each, now))]
    return reached ? rows.filter((row) => reached.has(row.unitId)) : rows
  }, [assessments, needs, units, sections, by])
  const ledger = useLedger(order, { rows: all, units })
  const { filter, filtered, inAnyGroup, shown, chosen, select, clearFilters } = ledger
  const columns = useMemo(() => assessmentColumns(units ?? [], sections ?? []), [units, sections])

  if (!all || !units || !sections) return null
  const unlisted = all.filter((row) => row.group === 'unlisted')
  const mayList = may(by, 'open-assessment')

  function list(rows: readonly AssessmentRow[]) {
    attempt(async () => {
      const ids = rows.map((row) => row.goalId)
      const made = await openAssessments(book, ids, '', by)
      ledger.unselect()
      say(`已列入事前评估 ${made.length} 个项目，请支出管理科提出建议。`)
    })
  }

  const chosenUnlisted = chosen.filter((row) => row.group === 'unlisted')
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="台账" trail="事前评估">
        {mayList && (
          <Button variant="outlined" onClick={() => setAdding(true)}>
            另行列入
          </Button>
        )}
        {mayList && unlisted.length > 0 && (
          <Button variant="contained" onClick={() => list(unlisted)}>
            列入全部应评项目（{unlisted.length}）
          </Button>
        )}
      </PageHead>
      <AssessmentGroups rows={inAnyGroup} group={filter.group} onChange={(group) => select({ group })} />
      <AssessmentFilterLine
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
      />
      <AssessmentFigureLine figures={figuresOf(shown)} count={shown.length} selected={chosen.length}>
        <Button
          size="small"
          color="inherit"
          disabled={shown.length === 0}
          onClick={() =>
            attempt(async () => {
              const sentence = await exportAssessmentLedger(shown, book, units, sections)
              if (sentence) say(sentence)
            })
          }
        >
          导出台账
        </Button>
      </AssessmentFigureLine>
      {chosenUnlisted.length > 0 && mayList && (
        <Box sx={{ px: 4, py: 1, display: 'flex', gap: 2, alignItems: 'center', bgcolor: 'action.selected' }}>
          <Box sx={{ flex: 1, fontSize: 13 }}>已选 {chosenUnlisted.length} 个应评未列的项目</Box>
          <Button size="small" variant="outlined" onClick={() => list(chosenUnlisted)}>
            列入 {chosenUnlisted.length} 个
          </Button>
          <Button size="small" color="inherit" onClick={ledger.unselect}>
            取消选择
          </Button>
        </Box>
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="事前评估台账"
          what="项目"
          columns={columns}
          nameOf={(row) => row.name || '未填名称的项目'}
          onOpen={(row) =>
            void navigate(row.assessmentId ? `/assessments/${row.assessmentId}` : `/goals/${row.goalId}`)
          }
        >
          <EmptyState text="没有达到事前评估标准的政策和项目。确需评估的，可以另行列入。">
            {mayList && (
              <Button variant="outlined" onClick={() => setAdding(true)}>
                另行列入
              </Button>
            )}
          </EmptyState>
        </LedgerTable>
      </Box>
      {adding && <AssessmentAdd rows={all} units={units} onClose={() => setAdding(false)} />}
    </Box>
  )
}
