import { isOverdue } from '#domain/applications/application'
import { type ApplicationState, applicationFlowOf, applicationStates } from '#domain/applications/flow'
import { lastReason } from '#domain/applications/step'
import { chineseDay } from '#domain/dates'
import { objectKinds } from '#domain/goals/goal'
import { holderName } from '#domain/workflow'
import { NoteBand } from '#ui/NoteBand.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { colours } from '#ui/theme'
import { stateLooks } from './ApplicationMark.tsx'
import { rowOfApplication } from './application-rows.ts'
import type { PartProps } from './part.ts'

const road: readonly RoadStop<ApplicationState>[] = [
  { word: '建议', states: ['draft', 'dropped'] },
  { word: '预算科', states: ['budgeting'] },
  { word: '审定', states: ['deciding'] },
  { word: '落实', states: ['carrying', 'referred'] },
  { word: '核实', states: ['answered'] },
  { word: '办结', states: ['closed'] },
]

/** Title, saved state, the road with the present step, the deadline, and the last word that must be known. */
export function ApplicationHead({ saver, application, units, today }: PartProps) {
  const unit = units.find(({ id }) => id === application.unitId)
  const { late } = rowOfApplication(application, { today, now: new Date().toISOString() })
  const reason = lastReason(application)
  const isLate = isOverdue(application, today)
  return (
    <>
      <PageHead
        trail="结果应用"
        title={application.name}
        note={<SaveNote saver={saver} at={application.changedAt} />}
      />
      <RoadBar
        road={road}
        state={application.state}
        word={applicationStates[application.state]}
        look={late > 0 ? { shape: '■', colour: colours.alarm } : stateLooks[application.state]}
        holder={holderName(applicationFlowOf(application), application.state)}
        overdue={late}
        where={[
          unit?.name,
          objectKinds[application.kind],
          application.dueOn && `落实期限 ${chineseDay(application.dueOn)}`,
        ]}
      />
      {reason !== '' && <NoteBand>上一步意见：{reason}</NoteBand>}
      {isLate && <NoteBand>■ 落实期限已过，还没有书面反馈。监督与绩效管理科可移送监督检查局处理。</NoteBand>}
    </>
  )
}
