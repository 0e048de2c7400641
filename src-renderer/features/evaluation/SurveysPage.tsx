import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { saveSurvey } from '#actions/save-survey'
import { emptySurvey, type Survey } from '#domain/evaluation/survey'
import { marginText, type SurveyFigures, surveyFigures } from '#domain/evaluation/survey-figures'
import { percentText } from '#domain/monitoring/ratio'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { evaluationTasksOf } from '#storage/evaluation-tasks'
import { surveysOf } from '#storage/surveys'
import type { Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { type SortValue, stablySortedBy } from '#ui/sorted'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { EarlierYear } from './EarlierYear.tsx'

type Row = { survey: Survey; figures: SurveyFigures; taskName: string }

/** 满意度问卷 of the year, each with its rate and how sure that is. */
export function SurveysPage() {
  const { book, by, rules } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const [address] = useAddress()
  const surveys = useLiveQuery(() => surveysOf(book.id), [book.id])
  const tasks = useLiveQuery(() => evaluationTasksOf(book.id), [book.id])
  const rule = rules.evaluation.survey
  const rows = useMemo(() => {
    const nameById = new Map((tasks ?? []).map(({ id, name }) => [id, name]))
    return (surveys ?? []).map(
      (survey): Row => ({
        survey,
        figures: surveyFigures(survey, rule),
        taskName: nameById.get(survey.taskId) ?? '',
      }),
    )
  }, [surveys, tasks, rule])
  const ledger = useLedger<Row, Record<string, string>>(order, { rows, first: 0 })
  if (!surveys || !tasks) return null

  function create() {
    attempt(async () => {
      const task = tasks?.find(({ id }) => id === address.get('task'))
      const questions = rule.questions.map((text) => ({ id: crypto.randomUUID(), text }))
      const title = `${task?.name ?? ''}满意度问卷${task ? '' : ` ${rows.length + 1}`}`
      const about = task ? { taskId: task.id, unitId: task.unitId } : {}
      const made = await saveSurvey(book.id, null, { ...emptySurvey(questions), ...about, title }, by)
      void navigate(`/evaluation/surveys/${made.id}`)
    })
  }
  const button = may(by, 'save-survey') && (
    <Button variant="contained" onClick={create}>
      新建问卷
    </Button>
  )

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="满意度问卷" trail="绩效评价">
        {rows.length > 0 && button}
      </PageHead>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="满意度问卷"
          what="问卷"
          columns={columns}
          nameOf={({ survey }) => survey.title}
          onOpen={({ survey }) => void navigate(`/evaluation/surveys/${survey.id}`)}
        >
          <EmptyState text="还没有问卷。新建后可导出纸质问卷，收回后在表格里计票，系统算出满意率和抽样误差。">
            {button}
            <EarlierYear count={countSurveys} path="/evaluation/surveys" />
          </EmptyState>
        </LedgerTable>
      </Box>
    </Box>
  )
}

async function countSurveys(bookId: string): Promise<number> {
  return (await surveysOf(bookId)).length
}

const values: Readonly<Record<string, (row: Row) => SortValue>> = {
  title: ({ survey }) => survey.title,
  task: ({ taskName }) => taskName,
  audience: ({ survey }) => survey.audience,
  population: ({ survey }) => survey.population,
  valid: ({ figures }) => figures.valid,
  needed: ({ figures }) => figures.needed - figures.valid,
  rate: ({ figures: { rate } }) => rate && Number(rate.of) / Number(rate.to),
  margin: ({ figures }) => figures.margin,
}

/** Nothing is filtered: a year has a few surveys. */
const order = {
  idOf: ({ survey }: Row) => survey.id,
  filterKeys: [],
  readFilter: () => ({}),
  filterRows: (rows: readonly Row[]) => rows,
  sortRows(rows: readonly Row[], column: string, descending: boolean) {
    const read = values[column]
    return read ? stablySortedBy(rows, read, descending) : rows
  },
}

const columns: Column<Row>[] = [
  {
    id: 'title',
    title: '问卷名称',
    width: 220,
    grow: 2,
    cell: ({ survey }) => survey.title,
    hover: ({ survey }) => survey.title,
  },
  {
    id: 'task',
    title: '评价任务',
    width: 170,
    grow: 1,
    cell: ({ taskName }) => taskName || '—',
    hover: ({ taskName }) => taskName,
  },
  {
    id: 'audience',
    title: '调查对象',
    width: 130,
    grow: 1,
    cell: ({ survey }) => survey.audience,
    hover: ({ survey }) => survey.audience,
  },
  {
    id: 'population',
    title: '对象人数',
    width: 80,
    align: 'right',
    cell: ({ survey }) => survey.population || '不详',
  },
  {
    id: 'valid',
    title: '有效问卷',
    width: 80,
    align: 'right',
    cell: ({ figures }) => figures.valid || '—',
  },
  {
    id: 'needed',
    title: '样本量',
    width: 100,
    cell: ({ figures }) => <Enough figures={figures} />,
    hover: ({ figures }) => `需要 ${figures.needed} 份`,
  },
  {
    id: 'rate',
    title: '满意率',
    width: 76,
    align: 'right',
    cell: ({ figures }) => (figures.rate ? percentText(figures.rate) : '—'),
  },
  {
    id: 'margin',
    title: '抽样误差',
    width: 140,
    align: 'right',
    cell: ({ figures }) => marginText(figures.margin),
  },
]

function Enough({ figures }: { figures: SurveyFigures }) {
  if (figures.valid === 0)
    return (
      <Box component="span" sx={{ color: colours.secondary }}>
        ○ 未计票
      </Box>
    )
  return figures.isEnough ? (
    <Box component="span" sx={{ color: colours.ok }}>
      ● 已达到
    </Box>
  ) : (
    <Box component="span" sx={{ color: colours.attention }}>
      ▲ 差 {figures.needed - figures.valid} 份
    </Box>
  )
}
