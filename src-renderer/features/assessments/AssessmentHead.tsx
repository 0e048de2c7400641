import { whyAssessed } from '#domain/assessments/assessment'
import { assessmentFlow } from '#domain/assessments/flow'
import type { AssessmentState } from '#domain/assessments/result'
import { assessmentKinds } from '#domain/assessments/rules'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { lookOf, wordOf } from './AssessmentMark.tsx'
import type { AssessmentDraft } from './assessment-draft.ts'

const road: readonly RoadStop<AssessmentState>[] = [
  { word: '提出建议', states: ['due', 'exempt'] },
  { word: '统筹', states: ['proposed'] },
  { word: '评估', states: ['commissioned'] },
  { word: '确认', states: ['reported'] },
  { word: '出结论', states: ['concluded'] },
]

export function AssessmentHead({ draft, units }: { draft: AssessmentDraft; units: readonly Unit[] }) {
  const { assessment } = draft
  const { state, heldSince } = assessment
  const unit = units.find((each) => each.id === assessment.unitId)
  return (
    <>
      <PageHead
        trail="事前评估"
        title={assessment.name || '未填名称的项目'}
        note={<SaveNote saver={draft} at={assessment.changedAt} />}
      />
      <RoadBar
        road={road}
        state={state}
        word={wordOf(assessment)}
        look={lookOf(assessment)}
        holder={holderName(assessmentFlow, state)}
        overdue={overdueDays(assessmentFlow, state, heldSince, new Date().toISOString())}
        where={[unit?.name ?? '未定单位', assessmentKinds[assessment.kind], whyAssessed(assessment)]}
      />
    </>
  )
}
