import {
  type SelfEvaluationState,
  selfEvaluationFlow,
  selfEvaluationStates,
} from '#domain/evaluation/self-evaluation-flow'
import { returnedBecause } from '#domain/evaluation/self-evaluation-step'
import { holderName, overdueDays } from '#domain/workflow'
import { NoteBand } from '#ui/NoteBand.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import type { PartProps } from './part.ts'
import { stateLooks } from './StateMark.tsx'

const road: readonly RoadStop<SelfEvaluationState>[] = [
  { word: '填报', states: ['draft', 'returned'] },
  { word: '审核', states: ['submitted'] },
  { word: '汇总', states: ['confirmed'] },
  { word: '已汇总', states: ['collected'] },
]

/** Title, saved state and the road with the present step. */
export function SelfEvaluationHead({ draft, score, units, sections }: PartProps) {
  const { form } = draft
  const unit = units.find(({ id }) => id === form.unitId)
  const section = sections.find(({ id }) => id === (unit?.sectionId ?? form.sectionId))
  const opinion = returnedBecause(form)
  return (
    <>
      <PageHead
        trail="单位自评"
        title={form.name || '未填名称的项目'}
        note={<SaveNote saver={draft} at={form.changedAt} />}
      />
      <RoadBar
        road={road}
        state={form.state}
        word={selfEvaluationStates[form.state]}
        look={stateLooks[form.state]}
        holder={holderName(selfEvaluationFlow, form.state)}
        overdue={overdueDays(selfEvaluationFlow, form.state, form.heldSince, new Date().toISOString())}
        where={[unit?.name, section?.name, `自评表（${score.edition.name}）`]}
      />
      {opinion !== '' && <NoteBand>退回意见：{opinion}</NoteBand>}
    </>
  )
}
