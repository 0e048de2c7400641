import Box from '@mui/material/Box'
import { Link } from 'react-router'
import {
  cutOf,
  isShared,
  type ReportText,
  reportTexts,
  ways,
  whyAssessed,
} from '#domain/assessments/assessment'
import { attributes, goalStatuses } from '#domain/goals/goal'
import { formatWanExact } from '#domain/money'
import { unitWithDepartment } from '#domain/unit-names'
import { DayField } from '#ui/DayField.tsx'
import { note } from '#ui/part-style'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { fieldGrid, type PartProps } from './part.ts'

function money(amount: number | null): string {
  return amount === null ? '—' : `${formatWanExact(amount)} 万元`
}

/** 基本情况: the facts the assessment rests on, and part one of the report. */
export function PartBasics({ draft, goal, units, sections, isOpen }: PartProps) {
  const { assessment, change } = draft
  const { unit, department } = unitWithDepartment(assessment.unitId, units)
  const attribute = goal?.attribute ?? ''
  const facts: [string, string][] = [
    ['主管部门', department?.name ?? '—'],
    ['项目单位', unit?.name ?? '—'],
    ['归口股室', sections.find(({ id }) => id === unit?.sectionId)?.name ?? '—'],
    ['项目属性', attribute === '' ? '未填' : attributes[attribute]],
    ['申报金额', money(assessment.amount)],
    ['上年金额', money(assessment.previousAmount)],
    ['建议金额', money(assessment.recommended)],
    ['核减', money(cutOf(assessment))],
  ]
  const differs = goal !== null && goal.total !== assessment.amount
  return (
    <>
      <Box
        component="dl"
        sx={{ ...fieldGrid, m: 0, mb: 2, gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' }}
      >
        {facts.map(([name, value]) => (
          <Box key={name}>
            <Box component="dt" sx={{ fontSize: 12, color: 'text.secondary' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ ...note, mb: 2 }}>
        评估事由：{whyAssessed(assessment)}
        {assessment.need && `（${assessment.need.clause}）`}。
        {goal && (
          <>
            {' '}
            <Link to={`/goals/${goal.id}`}>查看绩效目标</Link>（{goalStatuses[goal.status]}）
          </>
        )}
        {differs && `　▲ 目标现在申报 ${money(goal.total)}，与评估所用金额不同；重新提出建议时取最新金额。`}
      </Box>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {(['background', 'content', 'goals', 'funds'] as const).map((key) => (
          <ReportField key={key} name={key} draft={draft} readOnly={!isOpen('work')} onChange={change} />
        ))}
      </Box>
    </>
  )
}

export function ReportField(props: {
  name: ReportText
  draft: PartProps['draft']
  readOnly: boolean
  onChange: PartProps['draft']['change']
  lines?: number
}) {
  const { name, draft } = props
  return (
    <TextField
      label={reportTexts[name]}
      lines={props.lines ?? 2}
      readOnly={props.readOnly}
      value={draft.assessment.texts[name]}
      onCommit={(text) => props.onChange('work', ({ texts }) => ({ texts: { ...texts, [name]: text } }))}
    />
  )
}

/** 初审与建议: what 支出管理科 says, what 预算科 adds, what 监督与绩效管理科 decided. */
export function PartProposal({ draft, isOpen }: PartProps) {
  const { assessment, change } = draft
  const { decision, countersign, exemptReason, commissionedTo } = assessment
  const mayPropose = isOpen('proposal')
  const mayWork = isOpen('work')
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {assessment.need === null && (
        <TextField
          label="列入原因"
          lines={2}
          readOnly={!mayPropose}
          value={assessment.addedReason}
          onCommit={(addedReason) => change('proposal', { addedReason })}
        />
      )}
      <TextField
        label="初审意见"
        lines={3}
        readOnly={!mayPropose}
        placeholder="对项目申报、预算和目标的初审意见"
        value={assessment.opinion}
        onCommit={(opinion) => change('proposal', { opinion })}
      />
      <Box sx={fieldGrid}>
        <ChoiceField
          label="评估（评审）建议"
          blank="请选择"
          choices={ways}
          readOnly={!mayPropose}
          value={assessment.suggestion}
          onCommit={(suggestion) => change('proposal', { suggestion })}
        />
        <DayField
          label="现场日期"
          readOnly={!mayWork}
          value={assessment.visitOn}
          onCommit={(visitOn) => change('work', { visitOn })}
        />
        <DayField
          label="评估基准日"
          readOnly={!mayWork}
          value={assessment.basedOn}
          onCommit={(basedOn) => change('work', { basedOn })}
        />
      </Box>
      {decision.way !== '' && (
        <Box sx={note}>
          确定的方式：{ways[decision.way]}，由{commissionedTo}承担。
        </Box>
      )}
      {countersign !== '' && <Box sx={note}>预算科会签意见：{countersign}</Box>}
      {decision.reason !== '' && <Box sx={note}>统筹意见：{decision.reason}</Box>}
      {exemptReason !== '' && <Box sx={note}>免评原因：{exemptReason}</Box>}
      {isShared(assessment) && (
        <Box sx={note}>◆ 评估与评审共用一次现场、一份资料，建议金额同时用于预算评审。</Box>
      )}
      {(['purpose', 'method', 'procedure'] as const).map((key) => (
        <ReportField key={key} name={key} draft={draft} readOnly={!mayWork} onChange={change} />
      ))}
    </Box>
  )
}
