import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { openEvaluationTask } from '#actions/open-evaluation-task'
import { evaluationScopes, indicatorsOf } from '#domain/evaluation/indicator-system'
import { type EvaluationTask, taskLevels } from '#domain/evaluation/task'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { allAgencies } from '#storage/experts'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { DayField } from '#ui/DayField.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { ExpertChoice } from './ExpertChoice.tsx'
import { TaskGoalField } from './TaskGoalField.tsx'
import { needsGoal, type TaskStart, useTaskWanted } from './use-task-wanted.ts'

/** 新建评价任务: what is evaluated, by which system, by whom and until when. */
export function TaskDialog(props: {
  known: readonly EvaluationTask[]
  units: readonly Unit[]
  today: string
  start: TaskStart
  onClose: () => void
  onDone: (id: string) => void
}) {
  const { units } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const agencies = useLiveQuery(() => allAgencies(book.demo), [book.demo])
  const wish = useTaskWanted(props)
  if (!wish || !agencies) return null

  function confirm() {
    const wanted = wish?.wanted
    if (!wanted) return
    attempt(async () => {
      const task = await openEvaluationTask(book.id, wanted, by)
      say(`已新建评价任务：${task.name}`)
      props.onDone(task.id)
    })
  }

  return (
    <ConfirmDialog
      open
      title="新建评价任务"
      action="新建任务"
      disabled={!wish.wanted || wish.problems.length > 0}
      onCancel={props.onClose}
      onConfirm={confirm}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <ChoiceField
          label="评价对象类型"
          value={wish.scope}
          choices={evaluationScopes}
          onCommit={(next) => next !== '' && wish.chooseScope(next)}
        />
        <ChoiceField
          label="层级"
          value={wish.level}
          choices={taskLevels}
          onCommit={(next) => next !== '' && wish.setLevel(next)}
        />
        {needsGoal(wish.scope) && (
          <TaskGoalField
            word={evaluationScopes[wish.scope]}
            goals={wish.offered}
            units={units}
            value={wish.goal}
            onChange={wish.setGoal}
          />
        )}
        {wish.scope === 'department' && (
          <Box sx={{ gridColumn: '1 / -1' }}>
            <Box aria-hidden="true" sx={{ fontSize: 12, lineHeight: '20px', color: colours.secondary }}>
              评价的部门
            </Box>
            <UnitPicker
              fullWidth
              label="评价的部门"
              units={units.filter(({ parentId }) => parentId === '')}
              value={wish.unitId}
              onChange={wish.setUnitId}
            />
          </Box>
        )}
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ChoiceField
            label="指标体系（复制到任务中，可再修改）"
            value={wish.system?.id ?? ''}
            choices={Object.fromEntries(wish.systems.map(({ id, name }) => [id, name]))}
            onCommit={wish.chooseSystem}
          />
        </Box>
        <DayField label="开始日期" value={wish.startsOn} onCommit={wish.setStartsOn} />
        <DayField label="完成日期" value={wish.dueOn} onCommit={wish.setDueOn} />
        <ChoiceField
          label="委托机构"
          value={wish.agencyId}
          blank="不委托，财政局自行组织"
          choices={Object.fromEntries(agencies.map(({ id, name }) => [id, name]))}
          onCommit={wish.setAgencyId}
        />
        <ChoiceField
          label="校准指标（各专家先评，用来统一尺度）"
          value={wish.calibrationId}
          blank="不设"
          choices={Object.fromEntries(
            (wish.system ? indicatorsOf(wish.system) : []).map(({ id, name }) => [id, name]),
          )}
          onCommit={wish.setCalibrationId}
        />
        <Box component="label" sx={{ gridColumn: '1 / -1', fontSize: 13, display: 'flex', gap: 2 }}>
          <input
            type="checkbox"
            checked={wish.isBlind}
            onChange={(event) => wish.setIsBlind(event.target.checked)}
          />
          匿名评分：评分时不显示项目和单位的名称
        </Box>
      </Box>
      <ExpertChoice
        units={units}
        unitId={wish.object?.unitId ?? ''}
        today={props.today}
        chosen={wish.experts}
        onChange={wish.setExperts}
      />
      {wish.problems.map(({ message }) => (
        <Box key={message} role="alert" sx={{ mt: 2, fontSize: 13, color: colours.alarm }}>
          <span aria-hidden="true">■</span> {message}
        </Box>
      ))}
    </ConfirmDialog>
  )
}
