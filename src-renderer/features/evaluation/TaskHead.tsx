import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { asksFigures } from '#domain/evaluation/fiscal-figures'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import { type EvaluationTask, type TaskState, taskLevels, taskStates } from '#domain/evaluation/task'
import { taskFlowOf } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import { holderName } from '#domain/workflow'
import { useSession } from '#session'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
import { taskLooks } from './StateMark.tsx'
import { type TaskPart, taskParts } from './task-part.ts'
import { isShownToUnit } from './task-rows.ts'

const road: readonly RoadStop<TaskState>[] = [
  { word: '准备', states: ['preparing', 'stopped'] },
  { word: '评分', states: ['scoring'] },
  { word: '汇总', states: ['combining'] },
  { word: '征求意见', states: ['asked'] },
  { word: '结论', states: ['concluded'] },
]

const ownPages = ['schedule', 'figures', 'score', 'kits', 'result'] as const
type OwnPage = (typeof ownPages)[number]

function isOwnPage(place: string): place is OwnPage {
  return ownPages.some((page) => page === place)
}

/** Title, the road with the present step, and the places of a task: its parts, the workbench and the result. */
export function TaskHead(props: {
  task: EvaluationTask
  unitName: string
  here: TaskPart | 'schedule' | 'result'
  note?: ReactNode
  children?: ReactNode
}) {
  const { task, here } = props
  const { by, book } = useSession()
  const navigate = useNavigate()
  const path = `/evaluation/tasks/${task.id}`
  const mayScore = may(by, 'save-score-sheet') && task.state !== 'preparing'
  const parts = Object.entries(taskParts) as [TaskPart, string][] // the entries of the table

  const asks = asksFigures(indicatorsOf(task.system).map(({ name }) => name))

  function go(place: TaskPart | OwnPage) {
    if (isOwnPage(place)) void navigate(`${path}/${place}`)
    else
      void navigate(place === 'basics' ? path : `${path}?part=${place}`, {
        replace: here !== 'result' && here !== 'schedule',
      })
  }

  return (
    <>
      <PageHead trail="评价任务" title={task.name} note={props.note}>
        {props.children}
      </PageHead>
      <RoadBar
        road={road}
        state={task.state}
        word={taskStates[task.state]}
        look={taskLooks[task.state]}
        holder={holderName(taskFlowOf(task), task.state)}
        where={[task.number, taskLevels[task.level], props.unitName, task.dueOn && `${task.dueOn} 前完成`]}
      />
      <Tabs
        value={here}
        aria-label="评价任务的各部分"
        onChange={(_event, place: TaskPart | OwnPage) => go(place)}
        sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
      >
        {parts.map(([part, name]) => (
          <Tab key={part} value={part} label={name} />
        ))}
        {by.duty !== 'unit' && !book.kit && <Tab value="schedule" label="现场安排" />}
        {asks && by.duty !== 'unit' && <Tab value="figures" label="报表数据" />}
        {mayScore && <Tab value="score" label="评分" />}
        {mayScore && !book.kit && <Tab value="kits" label="专家评分包" />}
        {(by.duty === 'unit' ? isShownToUnit(task) : task.state !== 'preparing') && !book.kit && (
          <Tab value="result" label="结果" />
        )}
      </Tabs>
    </>
  )
}
