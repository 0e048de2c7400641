import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { type RankingRow, ranked } from '#domain/evaluation/ranking'
import { taskLevels } from '#domain/evaluation/task'
import { objectKinds } from '#domain/goals/goal'
import { type Grade, grades } from '#domain/grade'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { rankedTasks } from '#storage/evaluation-results'
import { evaluationTaskCount } from '#storage/evaluation-tasks'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useLedger } from '#ui/use-ledger'
import { EarlierYear } from './EarlierYear.tsx'
import { rankingColumns } from './ranking-columns.tsx'
import { exportRanking } from './ranking-export.ts'
import { rankingOrder } from './ranking-rows.ts'

/** 排名: the evaluations of the year by points, with their grade and what the unit said of itself. */
export function RankingPage() {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const tasks = useLiveQuery(() => rankedTasks(book, rules), [book, rules])
  const all = useMemo(() => {
    if (!tasks || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    return ranked(
      tasks.filter(
        ({ unitId, state }) =>
          (reached === null || reached.has(unitId)) && (by.duty !== 'unit' || state === 'concluded'),
      ),
    )
  }, [tasks, units, sections, by])
  const ledger = useLedger(rankingOrder, { rows: all, units, first: 0 })
  const { shown, chosen } = ledger
  const columns = useMemo(
    () => rankingColumns(new Map((units ?? []).map(({ id, name }) => [id, name]))),
    [units],
  )
  if (!all || !units || !sections) return null

  function exportShown() {
    attempt(async () => {
      const sentence = await exportRanking(shown, book, units ?? [])
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="评价结果排名" trail="绩效评价" note="名次按筛选后的已结论任务排列，同分同名次">
        <Button variant="outlined" disabled={shown.length === 0} onClick={exportShown}>
          导出 Excel
        </Button>
      </PageHead>
      <FilterLine
        what="评价结果"
        filter={ledger.filter}
        units={units}
        sections={sections}
        filtered={ledger.filtered}
        placeholder="名称、单位"
        searchWidth={220}
        onChange={ledger.select}
        onClear={ledger.clearFilters}
        menus={[
          { key: 'kind', label: '类别', options: optionsOf(objectKinds) },
          { key: 'level', label: '层级', options: optionsOf(taskLevels) },
          { key: 'grade', label: '等级', options: optionsOf(grades) },
        ]}
      />
      <FigureLine figures={figuresOf(shown)} count={shown.length} selected={chosen.length} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="评价结果排名"
          what="评价"
          columns={columns}
          nameOf={({ name }) => name}
          onOpen={({ taskId }) => void navigate(`/evaluation/tasks/${taskId}/result`)}
        >
          <EmptyState text="本年度还没有评价任务。新建任务、评分并形成结论后，在这里排名。">
            <Button variant="outlined" onClick={() => void navigate('/evaluation/tasks')}>
              去评价任务
            </Button>
            <EarlierYear count={evaluationTaskCount} path="/evaluation/ranking" />
          </EmptyState>
        </LedgerTable>
      </Box>
    </Box>
  )
}

function figuresOf(rows: readonly RankingRow[]) {
  const concluded = rows.filter(({ place }) => place !== null)
  const of = (grade: Grade) => ({
    name: grades[grade],
    value: String(concluded.filter((row) => row.grade === grade).length),
    unit: '项',
  })
  const all = Object.keys(grades) as Grade[] // the keys of the table
  return [{ name: '已结论', value: String(concluded.length), unit: '项' }, ...all.map(of)]
}
