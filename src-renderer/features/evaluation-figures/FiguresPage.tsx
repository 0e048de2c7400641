import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useParams } from 'react-router'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { desktop } from '#desktop'
import {
  type FiscalFigure,
  fiscalAnswer,
  fiscalFigureList,
  fiscalFigures,
  type StatedFigures,
} from '#domain/evaluation/fiscal-figures'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import type { EvaluationTask } from '#domain/evaluation/task'
import { writableFields } from '#domain/evaluation/task-flow'
import { parseDecimal } from '#domain/monitoring/ratio'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { bytesOf, workbookTypes } from '#ui/collect-files'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { MoneyField } from '#ui/MoneyField.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { ReadField } from '#ui/ReadField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { type Chosen, useFileChoice } from '#ui/use-file-choice.tsx'

const typed = '人工填写'

/** 财政报表数据 of the evaluation of a government: figures with their cells, and what they come to. */
export function FiguresPage() {
  const { id = '' } = useParams()
  const { by } = useSession()
  const { attempt, say } = useToast()
  const { ask, field } = useFileChoice({
    label: '财政报表',
    accept: workbookTypes,
    multiple: true,
    onChosen: take,
  })
  const task = useLiveQuery(() => evaluationTaskById(id), [id])
  if (task === undefined) return null
  if (task === null)
    return (
      <EmptyPage
        title="财政报表数据"
        trail="绩效评价"
        text="这个评价任务不在当前账套中，可能属于其他年度。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )
  const figures = task.figures ?? {}
  const readOnly = !may(by, 'save-evaluation-task') || !writableFields[task.state].includes('figures')

  function save(change: StatedFigures, said: string) {
    if (!task) return
    attempt(async () => {
      await saveEvaluationTask(task.id, task.revision, { figures: { ...figures, ...change } }, by)
      if (said !== '') say(said)
    })
  }

  function take(files: Chosen) {
    attempt(async () => {
      const { readFiscalStatement } = await import('#excel/read-fiscal-statement')
      let found: StatedFigures = {}
      for (const file of files) found = { ...found, ...readFiscalStatement(await bytesOf(file), file.name) }
      const count = Object.keys(found).length
      if (count === 0)
        say({ text: '没有认出报表中的数据，原有数据没有改动。可先导出空白表填写。', severity: 'info' })
      else save(found, `读出 ${count} 项数据，请核对来源。`)
    })
  }

  async function exportBlank(): Promise<void> {
    const { fiscalFiguresWorkbook } = await import('#excel/write-fiscal-figures')
    const saved = await desktop.saveFile('财政运行数据表.xlsx', await fiscalFiguresWorkbook(figures))
    if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。`)
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={`财政报表数据：${task.name}`} trail="绩效评价">
        <Button variant="outlined" component={Link} to={`/evaluation/tasks/${task.id}`}>
          返回任务
        </Button>
        <Button variant="outlined" onClick={() => attempt(exportBlank)}>
          导出数据表
        </Button>
        {!readOnly && (
          <Button variant="contained" onClick={ask}>
            导入报表
          </Button>
        )}
        {field}
      </PageHead>
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          p: 4,
          display: 'grid',
          gap: 6,
          gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' },
          alignItems: 'start',
        }}
      >
        <Given figures={figures} readOnly={readOnly} onSave={(change) => save(change, '')} />
        <Reckoned task={task} figures={figures} />
      </Box>
    </Box>
  )
}

function Given(props: {
  figures: StatedFigures
  readOnly: boolean
  onSave: (change: StatedFigures) => void
}) {
  const { figures, readOnly } = props
  const put = (figure: FiscalFigure, value: string) =>
    props.onSave({ [figure]: { value, source: value === '' ? '' : typed } })
  return (
    <Box component="section" aria-label="报表数据">
      <Typography variant="h2">报表数据</Typography>
      <Box component="table" sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">数据（金额为万元）</th>
            <th scope="col" style={{ width: 170 }}>
              数值
            </th>
            <th scope="col" style={{ width: '32%' }}>
              来源
            </th>
          </tr>
        </thead>
        <tbody>
          {fiscalFigureList.map((figure) => {
            const { name, kind } = fiscalFigures[figure]
            const value = figures[figure]?.value ?? ''
            return (
              <tr key={figure}>
                <td>{name}</td>
                <td>
                  {kind === 'amount' ? (
                    <MoneyField
                      hideLabel
                      label={name}
                      readOnly={readOnly}
                      value={value === '' ? null : Number(value)}
                      onCommit={(amount) => put(figure, amount === null ? '' : String(amount))}
                    />
                  ) : (
                    <ReadField
                      hideLabel
                      align="right"
                      label={name}
                      readOnly={readOnly}
                      value={value}
                      take={(text) => {
                        const bare = text.normalize('NFKC').replace(/[\s%]/g, '')
                        if (bare !== '' && parseDecimal(bare) === null) return '没有保存。请填数字，如 85.5。'
                        put(figure, bare)
                        return ''
                      }}
                    />
                  )}
                </td>
                <td style={{ color: colours.secondary, overflowWrap: 'anywhere' }}>
                  {figures[figure]?.source}
                </td>
              </tr>
            )
          })}
        </tbody>
      </Box>
    </Box>
  )
}

function Reckoned({ task, figures }: { task: EvaluationTask; figures: StatedFigures }) {
  const rows = indicatorsOf(task.system).map(({ id, name }) => ({
    id,
    name,
    answer: fiscalAnswer(name, figures),
  }))
  const known = rows.filter(({ answer }) => answer !== null).length
  return (
    <Box component="section" aria-label="算出的指标值">
      <Typography variant="h2">算出的指标值</Typography>
      <Box sx={{ my: 1, fontSize: 13, color: 'text.secondary' }}>
        {known === 0
          ? '填入或导入报表数据后，按公式算出的指标值列在这里，评分时可直接采用。'
          : `${rows.length} 个指标中 ${known} 个由报表数据算出，评分时可直接采用；其余由专家评分。`}
      </Box>
      <Box component="table" sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" style={{ width: 90, textAlign: 'right' }}>
              值
            </th>
            <th scope="col">算式和依据</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, answer }) => (
            <tr key={id}>
              <td>{name}</td>
              <td style={{ textAlign: 'right' }}>{answer?.value ?? '—'}</td>
              <td style={{ color: colours.secondary }}>
                {answer ? `${answer.formula}〔${answer.mark}〕` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

const tableStyle = {
  ...{ width: '100%', mt: 2, borderCollapse: 'collapse', fontSize: 13, bgcolor: 'background.paper' },
  '& th, & td': {
    px: 2,
    py: 1,
    textAlign: 'left',
    borderBottom: 1,
    borderColor: 'divider',
    verticalAlign: 'middle',
  },
  '& th': { bgcolor: colours.head, fontWeight: 600 },
} as const
