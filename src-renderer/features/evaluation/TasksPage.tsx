import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { feedbackOf, feedbackStates } from '#domain/evaluation/feedback'
import { evaluationScopes } from '#domain/evaluation/indicator-system'
import { taskLevels, taskStates } from '#domain/evaluation/task'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { evaluationTaskCount, evaluationTasksOf, sheetsOfBook } from '#storage/evaluation-tasks'
import { localToday } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { EarlierYear } from './EarlierYear.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import { taskColumns } from './task-columns.tsx'
import {
  filterTasks,
  isNoticed,
  isShownToUnit,
  readTaskFilter,
  rowOfTask,
  sortTasks,
  type TaskRow,
  taskFigures,
  taskFilterKeys,
} from './task-rows.ts'

const order = {
  idOf: ({ id }: TaskRow) => id,
  filterKeys: taskFilterKeys,
  readFilter: readTaskFilter,
  filterRows: filterTasks,
  sortRows: sortTasks,
}

/** 评价任务台账: what is being evaluated, how far the scoring is, and what it came to. */
export function TasksPage() {
  const { book, by, rules } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const tasks = useLiveQuery(() => evaluationTasksOf(book.id), [book.id])
  const sheets = useLiveQuery(() => sheetsOfBook(book.id), [book.id])
  const [today] = useState(localToday)

  const all = useMemo(() => {
    if (!tasks || !sheets || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    return tasks
      .filter((task) => reached === null || reached.has(task.unitId))
      .filter((task) => by.duty !== 'unit' || isNoticed(task))
      .map((task) =>
        rowOfTask(
          task,
          sheets.filter(({ taskId }) => taskId === task.id),
          rules.evaluation,
        ),
      )
  }, [tasks, sheets, units, sections, by, rules])
  const ledger = useLedger(order, { rows: all, units })
  const { filter, filtered, shown, chosen, select, clearFilters } = ledger
  const columns = useMemo(() => taskColumns(units ?? [], sections ?? [], today), [units, sections, today])
  if (!all || !tasks || !units || !sections) return null
  const mayOpen = may(by, 'open-evaluation-task')
  const hasFeedback = filter.feedback !== '' || all.some(({ task }) => feedbackOf(task) !== null)
  const { count, working, concluded, overdue } = taskFigures(shown, today)

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="评价任务" trail="绩效评价">
        {mayOpen && (
          <Button variant="contained" onClick={() => setInAddress({ new: '1' })}>
            新建任务
          </Button>
        )}
      </PageHead>
      <FilterLine
        what="评价任务"
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        placeholder="名称、编号、单位"
        searchWidth={220}
        onChange={select}
        onClear={clearFilters}
        menus={[
          { key: 'state', label: '状态', options: optionsOf(taskStates) },
          { key: 'scope', label: '类型', options: optionsOf(evaluationScopes) },
          { key: 'level', label: '层级', options: optionsOf(taskLevels) },
          ...(hasFeedback
            ? [{ key: 'feedback' as const, label: '结果反馈', options: optionsOf(feedbackStates) }]
            : []),
        ]}
      />
      <FigureLine
        figures={[
          { name: '任务', value: `${count}`, unit: '项' },
          { name: '在办', value: `${working}`, unit: '项' },
          { name: '已过完成日期', value: `${overdue}`, unit: '项' },
          { name: '已结论', value: `${concluded}`, unit: '项' },
        ]}
        count={shown.length}
        selected={chosen.length}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="评价任务台账"
          what="评价任务"
          columns={columns}
          nameOf={(row) => row.name}
          onOpen={(row) => {
            // What a unit looks for is what it came to.
            const isResult = by.duty === 'unit' && isShownToUnit(row.task)
            void navigate(`/evaluation/tasks/${row.id}${isResult ? '/result' : ''}`)
          }}
        >
          <Nothing mayOpen={mayOpen} />
        </LedgerTable>
      </Box>
      {mayOpen && address.get('new') && (
        <TaskDialog
          known={tasks}
          units={units}
          today={today}
          start={{
            kind: address.get('kind') ?? '',
            goalId: address.get('goal') ?? '',
            unitId: address.get('of') ?? '',
            level: address.get('as') ?? '',
          }}
          onClose={() => setInAddress({ new: '', kind: '', goal: '', of: '', as: '' })}
          onDone={(id) => void navigate(`/evaluation/tasks/${id}`)}
        />
      )}
    </Box>
  )
}

function Nothing(props: { mayOpen: boolean }) {
  const { book } = useSession()
  return (
    <EmptyState
      text={
        props.mayOpen
          ? `${book.year} 年度还没有评价任务。评价在被评价的预算年度的账套中进行；点“新建任务”选择对象、指标体系和专家。`
          : `${book.year} 年度还没有可以查看的评价任务。`
      }
    >
      <EarlierYear count={evaluationTaskCount} path="/evaluation/tasks" />
    </EmptyState>
  )
}
