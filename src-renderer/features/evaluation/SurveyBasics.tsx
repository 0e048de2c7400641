import Box from '@mui/material/Box'
import type { Survey, SurveyContent } from '#domain/evaluation/survey'
import type { EvaluationTask } from '#domain/evaluation/task'
import { CountField } from '#ui/CountField.tsx'
import { DayField } from '#ui/DayField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'

/** Who is asked, of which task, how many, when and where. */
export function SurveyBasics(props: {
  survey: Survey
  tasks: readonly EvaluationTask[]
  readOnly: boolean
  onChange: (patch: Partial<SurveyContent>) => void
}) {
  const { survey, tasks, readOnly, onChange } = props
  return (
    <Box
      component="section"
      aria-label="调查情况"
      sx={{
        ...{ bgcolor: colours.surface, border: `1px solid ${colours.line}`, borderRadius: '4px', p: 3 },
        ...{ display: 'grid', gridTemplateColumns: '2fr 2fr 1fr 1fr', gap: 2 },
      }}
    >
      <TextField
        label="问卷名称"
        value={survey.title}
        readOnly={readOnly}
        onCommit={(title) => title.trim() !== '' && onChange({ title: title.trim() })}
      />
      <ChoiceField
        label="评价任务"
        value={survey.taskId}
        choices={Object.fromEntries(tasks.map(({ id, name }) => [id, name]))}
        blank="不属于某项任务"
        readOnly={readOnly}
        onCommit={(taskId) =>
          onChange({ taskId, unitId: tasks.find(({ id }) => id === taskId)?.unitId ?? '' })
        }
      />
      <CountField
        label="调查对象人数"
        value={survey.population || null}
        readOnly={readOnly}
        placeholder="不详"
        onCommit={(population) => onChange({ population: population ?? 0 })}
      />
      <CountField
        label="发放份数"
        value={survey.handedOut || null}
        readOnly={readOnly}
        placeholder="不详"
        onCommit={(handedOut) => onChange({ handedOut: handedOut ?? 0 })}
      />
      <TextField
        label="调查对象"
        value={survey.audience}
        readOnly={readOnly}
        placeholder="例如：享受补助的学生家长"
        onCommit={(audience) => onChange({ audience })}
      />
      <TextField
        label="地点和方式"
        value={survey.place}
        readOnly={readOnly}
        placeholder="例如：4 个乡镇入户，现场填写"
        onCommit={(place) => onChange({ place })}
      />
      <DayField
        label="调查日期"
        value={survey.surveyedOn}
        readOnly={readOnly}
        placeholder="如 2026-01-20"
        onCommit={(surveyedOn) => onChange({ surveyedOn })}
      />
    </Box>
  )
}
