import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import MuiTextField from '@mui/material/TextField'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { openEvaluationTask } from '#actions/open-evaluation-task'
import { isDay } from '#domain/dates'
import {
  type EvaluationScope,
  evaluationScopes,
  type IndicatorSystem,
  indicatorsOf,
} from '#domain/evaluation/indicator-system'
import { checkWanted, proposedDue, type TaskObject, type TaskWanted } from '#domain/evaluation/open-task'
import { type EvaluationTask, type TaskExpert, type TaskLevel, taskLevels } from '#domain/evaluation/task'
import { templatesFor } from '#domain/evaluation/templates'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { indicatorSystemsOf } from '#storage/evaluation-tasks'
import { allAgencies } from '#storage/experts'
import { goalLines } from '#storage/goal-lines'
import type { GoalRow } from '#storage/goals'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { DayField } from '#ui/DayField.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { ExpertChoice } from './ExpertChoice.tsx'

const found = createFilterOptions<GoalRow>({
  limit: 50,
  stringify: (row) => `${row.name} ${row.code} ${row.initials}`,
})

/** 新建评价任务: what is evaluated, by which system, by whom and until when. */
export function TaskDialog(props: {
  known: readonly EvaluationTask[]
  units: readonly Unit[]
  today: string
  /** What is chosen to begin with, as the year's plan names it. */
  start: { kind: string; goalId: string; unitId: string; level: string }
  onClose: () => void
  onDone: (id: string) => void
}) {
  const { units, start } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const goals = useLiveQuery(() => goalLines(book.id), [book.id])
  const own = useLiveQuery(() => indicatorSystemsOf(book.id), [book.id])
  const agencies = useLiveQuery(() => allAgencies(book.demo), [book.demo])
  const [scope, setScope] = useState<EvaluationScope>(scopeOf(start.kind))
  const [chosen, setGoal] = useState<GoalRow | null | undefined>(undefined)
  const [unitId, setUnitId] = useState(start.unitId)
  const [level, setLevel] = useState<TaskLevel>(start.level === 'department' ? 'department' : 'fiscal')
  const [systemId, setSystemId] = useState('')
  const [agencyId, setAgencyId] = useState('')
  const [startsOn, setStartsOn] = useState(props.today)
  // Until a day is written it follows the day of the start.
  const [writtenDue, setDueOn] = useState<string | null>(null)
  const dueOn = writtenDue ?? (isDay(startsOn) ? proposedDue(startsOn) : '')
  const [isBlind, setIsBlind] = useState(false)
  const [calibrationId, setCalibrationId] = useState('')
  const [experts, setExperts] = useState<readonly TaskExpert[]>([])

  const systems = useMemo(() => systemsFor(scope, own ?? []), [scope, own])
  const system = systems.find(({ id }) => id === systemId) ?? systems[0]
  const goal = chosen === undefined ? (goals?.find(({ id }) => id === start.goalId) ?? null) : chosen
  const object = objectOf({ scope, goal, unitId, units, office: book.identity })
  const options = useMemo(() => (goals ?? []).filter(({ kind }) => kind === scope), [goals, scope])
  if (!goals || !own || !agencies) return null

  const wanted: TaskWanted | null =
    object && system
      ? { object, scope, level, system, agencyId, startsOn, dueOn, experts, isBlind, calibrationId }
      : null
  const problems = wanted ? checkWanted(wanted, props.known) : []

  function confirm() {
    if (!wanted) return
    attempt(async () => {
      const task = await openEvaluationTask(book.id, wanted, by)
      say(`已新建评价任务：${task.name}`)
      props.onDone(task.id)
    })
  }

  function chooseScope(next: EvaluationScope) {
    setScope(next)
    setGoal(null)
    setSystemId('')
    setCalibrationId('')
  }

  return (
    <ConfirmDialog
      open
      title="新建评价任务"
      action="新建任务"
      disabled={!wanted || problems.length > 0}
      onCancel={props.onClose}
      onConfirm={confirm}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <ChoiceField
          label="评价对象类型"
          value={scope}
          choices={evaluationScopes}
          onCommit={(next) => next !== '' && chooseScope(next)}
        />
        <ChoiceField
          label="层级"
          value={level}
          choices={taskLevels}
          onCommit={(next) => next !== '' && setLevel(next)}
        />
        {needsGoal(scope) && (
          <Box sx={{ gridColumn: '1 / -1' }}>
            <Box aria-hidden="true" sx={{ fontSize: 12, lineHeight: '20px', color: colours.secondary }}>
              评价的{evaluationScopes[scope]}
            </Box>
            <Autocomplete
              options={options}
              value={goal}
              filterOptions={found}
              getOptionKey={(row) => row.id}
              getOptionLabel={(row) => row.name || '未填名称'}
              onChange={(_event, row) => setGoal(row)}
              renderOption={(attributes, row) => (
                <li {...attributes} key={row.id}>
                  <Box sx={{ flex: 1, minWidth: 0 }}>
                    {row.name}
                    <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
                      {units.find(({ id }) => id === row.unitId)?.name} ·{' '}
                      {row.total === null ? '未填金额' : `${formatWan(row.total)} 万元`}
                    </Box>
                  </Box>
                </li>
              )}
              renderInput={(params) => (
                <MuiTextField
                  {...params}
                  autoFocus
                  placeholder="名称、代码、拼音首字母"
                  sx={{ '& .MuiAutocomplete-inputRoot': { py: 0 } }}
                  slotProps={{
                    ...params.slotProps,
                    htmlInput: {
                      ...params.slotProps.htmlInput,
                      'aria-label': `评价的${evaluationScopes[scope]}`,
                    },
                  }}
                />
              )}
            />
          </Box>
        )}
        {scope === 'department' && (
          <Box sx={{ gridColumn: '1 / -1' }}>
            <Box aria-hidden="true" sx={{ fontSize: 12, lineHeight: '20px', color: colours.secondary }}>
              评价的部门
            </Box>
            <UnitPicker
              fullWidth
              label="评价的部门"
              units={units.filter(({ parentId }) => parentId === '')}
              value={unitId}
              onChange={setUnitId}
            />
          </Box>
        )}
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ChoiceField
            label="指标体系（复制到任务中，可再修改）"
            value={system?.id ?? ''}
            choices={Object.fromEntries(systems.map(({ id, name }) => [id, name]))}
            onCommit={(next) => {
              setSystemId(next)
              setCalibrationId('')
            }}
          />
        </Box>
        <DayField label="开始日期" value={startsOn} onCommit={setStartsOn} />
        <DayField label="完成日期" value={dueOn} onCommit={setDueOn} />
        <ChoiceField
          label="委托机构"
          value={agencyId}
          blank="不委托，财政局自行组织"
          choices={Object.fromEntries(agencies.map(({ id, name }) => [id, name]))}
          onCommit={setAgencyId}
        />
        <ChoiceField
          label="校准指标（各专家先评，用来统一尺度）"
          value={calibrationId}
          blank="不设"
          choices={Object.fromEntries((system ? indicatorsOf(system) : []).map(({ id, name }) => [id, name]))}
          onCommit={setCalibrationId}
        />
        <Box component="label" sx={{ gridColumn: '1 / -1', fontSize: 13, display: 'flex', gap: 2 }}>
          <input type="checkbox" checked={isBlind} onChange={(event) => setIsBlind(event.target.checked)} />
          匿名评分：评分时不显示项目和单位的名称
        </Box>
      </Box>
      <ExpertChoice
        units={units}
        unitId={object?.unitId ?? ''}
        today={props.today}
        chosen={experts}
        onChange={setExperts}
      />
      {problems.map(({ message }) => (
        <Box key={message} role="alert" sx={{ mt: 2, fontSize: 13, color: colours.alarm }}>
          <span aria-hidden="true">■</span> {message}
        </Box>
      ))}
    </ConfirmDialog>
  )
}

function needsGoal(scope: EvaluationScope): boolean {
  return scope === 'project' || scope === 'policy'
}

/** Approved systems of the bureau first, then the templates; what is not approved yet is not offered. */
function systemsFor(scope: EvaluationScope, own: readonly IndicatorSystem[]): IndicatorSystem[] {
  const approved = own.filter((system) => system.scope === scope && system.state === 'approved')
  return [...approved, ...templatesFor(scope)]
}

function objectOf(chosen: {
  scope: EvaluationScope
  goal: GoalRow | null
  unitId: string
  units: readonly Unit[]
  office: { regionName: string }
}): TaskObject | null {
  const { scope, goal, units } = chosen
  if (needsGoal(scope)) {
    if (!goal) return null
    const sectionId = units.find(({ id }) => id === goal.unitId)?.sectionId ?? ''
    return {
      goalId: goal.id,
      unitId: goal.unitId,
      sectionId,
      name: goal.name,
      code: goal.code,
      kind: goal.kind,
    }
  }
  if (scope === 'department') {
    const unit = units.find(({ id }) => id === chosen.unitId)
    if (!unit) return null
    const { id, name, code, sectionId } = unit
    return { goalId: '', unitId: id, sectionId, name: `${name}部门整体支出`, code, kind: 'department' }
  }
  const name = `${chosen.office.regionName}${evaluationScopes[scope]}`
  return { goalId: '', unitId: '', sectionId: '', name, code: '', kind: 'government' }
}

function scopeOf(kind: string): EvaluationScope {
  const scopes = Object.keys(evaluationScopes) as EvaluationScope[] // the keys of the table
  return scopes.find((scope) => scope === kind) ?? 'project'
}
