import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { type RankingRow, ranked, scoreText } from '#domain/evaluation/ranking'
import { taskLevels } from '#domain/evaluation/task'
import { objectKinds } from '#domain/goals/goal'
import { type Grade, grades } from '#domain/grade'
import { ledgerMatch } from '#domain/ledger-match'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { rankedTasks } from '#storage/evaluation-results'
import { evaluationTasksOf } from '#storage/evaluation-tasks'
import { reachedUnits } from '#storage/reach'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { EarlierYear } from './EarlierYear.tsx'
import { exportRanking } from './ranking-export.ts'
import { GradeMark, TaskMark } from './StateMark.tsx'

const keys = ['kind', 'level', 'grade', 'unit', 'section', 'search'] as const

/** 排名: the evaluations of the year by points, with their grade and what the unit said of itself. */
export function RankingPage() {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const tasks = useLiveQuery(() => rankedTasks(book, rules), [book, rules])
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(0)
  const filter = Object.fromEntries(keys.map((key) => [key, address.get(key) ?? ''])) as Record<
    (typeof keys)[number],
    string
  > // one entry for each key
  const { kind, level, grade, unit: unitId, section, search } = filter
  // The place is that among what is shown: projects are ranked with projects once the filter says so.
  const rows = useMemo(() => {
    if (!tasks || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    const matches = ledgerMatch({ unit: unitId, section, search }, units)
    const shown = tasks.filter(
      (task) =>
        (reached === null || reached.has(task.unitId)) &&
        (by.duty !== 'unit' || task.state === 'concluded') &&
        (kind === '' || task.kind === kind) &&
        (level === '' || task.level === level) &&
        matches(task.unitId, [task.name]),
    )
    return ranked(shown).filter((row) => grade === '' || row.grade === grade)
  }, [tasks, units, sections, by, kind, level, grade, unitId, section, search])
  const columns = useMemo(() => columnsOf(new Map((units ?? []).map(({ id, name }) => [id, name]))), [units])
  if (!rows || !units || !sections) return null
  const filtered = keys.some((key) => filter[key] !== '')

  function select(changes: Record<string, string>) {
    setCurrent(0)
    setInAddress(changes)
  }
  function exportAll(list: readonly RankingRow[]) {
    attempt(async () => {
      const sentence = await exportRanking(list, book, units ?? [])
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="评价结果排名" trail="绩效评价" note="名次按筛选后的已结论任务排列，同分同名次">
        <Button variant="outlined" disabled={rows.length === 0} onClick={() => exportAll(rows)}>
          导出 Excel
        </Button>
      </PageHead>
      <FilterLine
        what="评价结果"
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        placeholder="名称、单位"
        searchWidth={220}
        onChange={select}
        onClear={() => select(Object.fromEntries(keys.map((key) => [key, ''])))}
        menus={[
          { key: 'kind', label: '类别', options: optionsOf(objectKinds) },
          { key: 'level', label: '层级', options: optionsOf(taskLevels) },
          { key: 'grade', label: '等级', options: optionsOf(grades) },
        ]}
      />
      <FigureLine figures={figuresOf(rows)} count={rows.length} selected={selected.size} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<RankingRow>
          label="评价结果排名"
          rows={rows}
          idOf={({ taskId }) => taskId}
          nameOf={({ name }) => name}
          columns={columns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={{ column: 'place', descending: false }}
          onSort={() => undefined}
          selected={selected}
          onSelect={setSelected}
          current={current}
          onCurrent={setCurrent}
          onOpen={({ taskId }) => void navigate(`/evaluation/tasks/${taskId}/result`)}
          empty={
            <EmptyState
              text={
                filtered
                  ? '没有符合筛选条件的评价。'
                  : '本年度还没有评价任务。新建任务、评分并形成结论后，在这里排名。'
              }
            >
              {!filtered && (
                <>
                  <Button variant="outlined" onClick={() => void navigate('/evaluation/tasks')}>
                    去评价任务
                  </Button>
                  <EarlierYear count={countTasks} path="/evaluation/ranking" />
                </>
              )}
            </EmptyState>
          }
        />
      </Box>
    </Box>
  )
}

async function countTasks(bookId: string): Promise<number> {
  return (await evaluationTasksOf(bookId)).length
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

function columnsOf(unitById: ReadonlyMap<string, string>): Column<RankingRow>[] {
  const unitName = ({ unitId }: RankingRow) => unitById.get(unitId) ?? ''
  return [
    {
      id: 'place',
      title: '名次',
      width: 64,
      align: 'right',
      sortable: false,
      cell: ({ place }) => place ?? '—',
    },
    {
      id: 'name',
      title: '评价对象',
      width: 200,
      grow: 2,
      sortable: false,
      cell: ({ name }) => name,
      hover: ({ name }) => name,
    },
    {
      id: 'unit',
      title: '单位',
      width: 130,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    { id: 'kind', title: '类别', width: 80, sortable: false, cell: ({ kind }) => objectKinds[kind] },
    { id: 'level', title: '层级', width: 76, sortable: false, cell: ({ level }) => taskLevels[level] },
    {
      id: 'state',
      title: '状态',
      width: 92,
      sortable: false,
      cell: ({ state }) => <TaskMark state={state} />,
    },
    {
      id: 'points',
      title: '评价得分',
      width: 80,
      align: 'right',
      sortable: false,
      cell: ({ points }) => scoreText(points) || '—',
    },
    {
      id: 'grade',
      title: '等级',
      width: 60,
      sortable: false,
      cell: ({ grade }) => <GradeMark grade={grade} />,
    },
    {
      id: 'self',
      title: '自评得分',
      width: 80,
      align: 'right',
      sortable: false,
      cell: ({ self }) => scoreText(self) || '—',
    },
    {
      id: 'selfGrade',
      title: '自评等级',
      width: 76,
      sortable: false,
      cell: ({ selfGrade }) => <GradeMark grade={selfGrade} />,
    },
    {
      id: 'difference',
      title: '自评－评价',
      width: 92,
      align: 'right',
      sortable: false,
      cell: (row) => <Difference row={row} />,
      hover: ({ difference }) => (difference ? '自评得分减评价得分；等级不同的标出' : ''),
    },
  ]
}

function Difference({ row }: { row: RankingRow }) {
  const { difference, grade, selfGrade } = row
  const isApart = grade !== '' && selfGrade !== '' && grade !== selfGrade
  return (
    <Box component="span" sx={{ color: isApart ? colours.attention : colours.text }}>
      {isApart && <span aria-hidden="true">▲ </span>}
      {scoreText(difference, true) || '—'}
    </Box>
  )
}
