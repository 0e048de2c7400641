import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { discardSurvey } from '#actions/discard-survey'
import { saveSurvey } from '#actions/save-survey'
import { desktop } from '#desktop'
import type { Survey } from '#domain/evaluation/survey'
import { surveyFigures, surveyProblems } from '#domain/evaluation/survey-figures'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { evaluationTasksOf } from '#storage/evaluation-tasks'
import { surveyById } from '#storage/surveys'
import { ActionBar } from '#ui/ActionBar.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { Sheet } from '#ui/Sheet.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { SurveyBasics } from './SurveyBasics.tsx'
import { SurveyFigurePanel } from './SurveyFigurePanel.tsx'
import { rowsOfTally, settleTally, tallyColumns, tallyOfRows, unreadMark } from './survey-rows.ts'

/** One questionnaire: who was asked, the tally, and what it comes to with its margin of error. */
export function SurveyPage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const read = useLiveQuery(async () => ({ survey: await surveyById(id) }), [id])
  if (!read) return null
  if (read.survey?.bookId !== book.id)
    return (
      <EmptyPage
        title="满意度问卷"
        trail="绩效评价"
        text="这份问卷不在当前账套中，可能属于其他年度，或已被删除。"
        way={{ to: '/evaluation/surveys', name: '返回满意度问卷' }}
      />
    )
  return <SurveyDocument key={id} kept={read.survey} />
}

function SurveyDocument({ kept }: { kept: Survey }) {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [discarding, setDiscarding] = useState(false)
  const tasks = useLiveQuery(() => evaluationTasksOf(book.id), [book.id])
  const saver = useRecordSaver<Survey>(kept, {
    read: surveyById,
    keep: (latest, change) => saveSurvey(book.id, latest, contentOf({ ...latest, ...change }), by),
  })
  const survey = saver.record
  const rule = rules.evaluation.survey
  const [start] = useState(() => rowsOfTally(kept, rule.satisfied))
  const figures = surveyFigures(survey, rule)
  const readOnly = !may(by, 'save-survey')
  const problems = surveyProblems(survey, rule)
  if (!tasks) return null

  function exportForm() {
    attempt(async () => {
      await saver.flush()
      const { surveyForm } = await import('#reports/survey-form')
      const saved = await desktop.saveFile(
        `${survey.title}.docx`,
        await surveyForm(survey, book.identity.office),
      )
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。`)
    })
  }
  function discard() {
    setDiscarding(false)
    attempt(async () => {
      await saver.flush()
      const latest = await surveyById(survey.id)
      await discardSurvey(survey.id, latest?.revision ?? 0, by)
      say(`已删除问卷：${survey.title}`)
      void navigate('/evaluation/surveys')
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title={survey.title}
        trail="满意度问卷"
        note={readOnly ? null : <SaveNote saver={saver} at={survey.changedAt} />}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          sx={{
            flex: 1,
            minWidth: 0,
            overflow: 'auto',
            p: 3,
            display: 'grid',
            gap: 3,
            alignContent: 'start',
          }}
        >
          <SurveyBasics
            survey={survey}
            tasks={tasks}
            readOnly={readOnly}
            onChange={(patch) => saver.change(() => patch)}
          />
          <Box component="section" aria-label="计票" sx={{ minWidth: 0 }}>
            <Box sx={{ fontWeight: 600, fontSize: 15, mb: 1 }}>问题和计票（每档份数，可从表格粘贴）</Box>
            <Sheet
              label="计票表"
              columns={tallyColumns}
              rows={start}
              nextId={() => crypto.randomUUID()}
              readOnly={readOnly}
              onRows={(rows) => saver.change((before) => tallyOfRows(rows, before))}
              settle={(cells) => settleTally(cells, rule.satisfied)}
              unreadOf={unreadMark}
              blank="还没有问题。在第一行填写问题，再填各档的份数。"
            />
          </Box>
          {problems.map(({ message, severity, at }) => (
            <Box key={`${at}${message}`} sx={{ fontSize: 13, color: severityMarks[severity].colour }}>
              <span aria-hidden="true">{severityMarks[severity].shape}</span> {message}
            </Box>
          ))}
        </Box>
        <SurveyFigurePanel survey={survey} figures={figures} />
      </Box>
      <ActionBar>
        <Button color="inherit" onClick={() => void navigate('/evaluation/surveys')}>
          返回满意度问卷
        </Button>
        {survey.taskId !== '' && (
          <Button color="inherit" onClick={() => void navigate(`/evaluation/tasks/${survey.taskId}`)}>
            打开评价任务
          </Button>
        )}
        <Box sx={{ flex: 1, color: colours.secondary, fontSize: 13, textAlign: 'right' }} />
        {may(by, 'discard-survey') && (
          <Button variant="outlined" onClick={() => setDiscarding(true)}>
            删除问卷
          </Button>
        )}
        <Button variant="contained" onClick={exportForm}>
          导出纸质问卷
        </Button>
      </ActionBar>
      <ConfirmDialog
        open={discarding}
        dangerous
        title={`删除问卷：${survey.title}`}
        action="删除 1 份问卷"
        onCancel={() => setDiscarding(false)}
        onConfirm={discard}
      >
        问题和计票一起删除；操作记录里保留全部内容。
      </ConfirmDialog>
    </Box>
  )
}

/** What a person writes, without the marks of the record. */
function contentOf({
  id: _id,
  bookId: _book,
  revision: _revision,
  changedAt: _at,
  changedBy: _by,
  ...content
}: Survey) {
  return content
}
