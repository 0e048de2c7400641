import { formatWanExact } from '../money.ts'
import {
  type Assessment,
  type AssessmentExpert,
  type DimensionPart,
  dimensionParts,
  materialStates,
  preconditionStates,
  type ReportText,
  reportTexts,
  reportVersions,
  ways,
} from './assessment.ts'
import { assessmentStates, conclusions } from './result.ts'
import { markText } from './score.ts'
import { assessmentRules } from './table.ts'

/** A changed field as text a person can read. */
export type AssessmentChange = { field: string; label: string; from: string; to: string }

type Line = { label: string; text: string }

/** What differs between two states of an assessment, field by field, for the trail; derived marks are left out. */
export function diffAssessment(before: Assessment, after: Assessment): AssessmentChange[] {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [from, to] = [old.get(field), fresh.get(field)]
    const label = to?.label ?? from?.label ?? field
    return from?.text === to?.text ? [] : [{ field, label, from: from?.text ?? '', to: to?.text ?? '' }]
  })
}

function linesOf(assessment: Assessment): Map<string, Line> {
  const { decision, conclusion, suggestion } = assessment
  const lines = new Map<string, Line>()
  const add = (field: string, label: string, text: string) => lines.set(field, { label, text })
  add('name', '名称', assessment.name)
  add('unitId', '单位', assessment.unitId)
  add('amount', '申报金额（万元）', formatWanExact(assessment.amount))
  add('previousAmount', '上年金额（万元）', formatWanExact(assessment.previousAmount))
  add('state', '状态', assessmentStates[assessment.state])
  add('addedReason', '列入原因', assessment.addedReason)
  add('opinion', '初审意见', assessment.opinion)
  add('suggestion', '评估（评审）建议', suggestion === '' ? '' : ways[suggestion])
  add('countersign', '预算科会签意见', assessment.countersign)
  add('decision.way', '评估方式', decision.way === '' ? '' : ways[decision.way])
  add('decision.reason', '统筹意见', decision.reason)
  add('exemptReason', '免评原因', assessment.exemptReason)
  add('commissionedTo', '评估机构', assessment.commissionedTo)
  add('visitOn', '现场日期', assessment.visitOn)
  add('basedOn', '评估基准日', assessment.basedOn)
  add('conclusion', '评估结论', conclusion === '' ? '' : conclusions[conclusion])
  add('recommended', '建议金额（万元）', formatWanExact(assessment.recommended))
  add('reportVersion', '报告版次', reportVersions[assessment.reportVersion])
  add('number', '评估编号', assessment.number)
  add('reviewNumber', '评审编号', assessment.reviewNumber)
  for (const [key, label] of Object.entries(reportTexts) as [ReportText, string][]) // the rows of the table
    add(`texts.${key}`, label, assessment.texts[key])
  addDimensions(assessment, add)
  for (const { id, item, state, note, attachments } of assessment.materials) {
    const files = attachments.map(({ name }) => name).join('、')
    add(`materials.${id}`, `资料“${item}”`, [materialStates[state], note, files].filter(Boolean).join('；'))
  }
  for (const expert of assessment.experts) addExpert(expert, add)
  for (const { id, text, owner, state } of assessment.preconditions)
    add(`preconditions.${id}`, '前置条件', `${text}（${owner}，${preconditionStates[state]}）`)
  for (const { id, on, text, by } of assessment.followUps)
    add(`followUps.${id}`, '落实情况', `${on} ${by}：${text}`)
  return lines
}

function addDimensions(
  { dimensions, kind }: Assessment,
  add: (field: string, label: string, text: string) => void,
) {
  for (const [id, texts] of Object.entries(dimensions)) {
    const name = assessmentRules.tables[kind].find((dimension) => dimension.id === id)?.name ?? id
    for (const [part, label] of Object.entries(dimensionParts) as [DimensionPart, string][]) // the rows of the table
      add(`dimensions.${id}.${part}`, `${name}·${label}`, texts[part])
  }
}

function addExpert(expert: AssessmentExpert, add: (field: string, label: string, text: string) => void) {
  const { id, name, marks, opinion, submittedOn } = expert
  add(
    `experts.${id}`,
    '专家',
    [name, submittedOn === '' ? '' : `${submittedOn} 提交`].filter(Boolean).join('，'),
  )
  add(`experts.${id}.opinion`, `${name}的意见`, opinion)
  for (const [item, mark] of Object.entries(marks))
    add(`experts.${id}.${item}`, `${name}的评分 ${item}`, markText(mark))
}
