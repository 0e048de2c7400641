import type { Paragraph, Table } from 'docx'
import { type Assessment, materialStates } from '#domain/assessments/assessment'
import type { AssessmentRules } from '#domain/assessments/rules'
import { type AssessmentScore, combinedScore, markText, pointsText } from '#domain/assessments/score'
import { chineseDay } from '#domain/dates'
import { body, type Column, gap, plain, type Row, sizes, table, textWidth, title } from './official-style.ts'

type Block = Paragraph | Table

const annexTitle = { size: sizes.body, face: 'heading' } as const

/** 附件 1: items × experts with the mean; sums at the foot. */
export function scoreTable(assessment: Assessment, score: AssessmentScore): Block[] {
  const experts = assessment.experts.filter(({ submittedOn }) => submittedOn !== '')
  const columns: Column[] = [
    { name: '维度', width: 14, align: 'center' },
    { name: '审核内容', width: 13, align: 'center' },
    { name: '审核要点', width: 36 },
    { name: '分值', width: 10, align: 'right' },
    ...experts.map(({ name }): Column => ({ name, width: 9.5, align: 'right' })),
    { name: '平均', width: 9, align: 'right' },
  ]
  const rows = score.dimensions.flatMap(({ dimension, items, sum, full }) => [
    ...items.map(({ item, mean }, index): Row => {
      const isFirst = index === 0
      const isFirstOfGroup = isFirst || items[index - 1]?.item.group !== item.group
      const inGroup = items.filter((other) => other.item.group === item.group).length
      return [
        ...(isFirst ? [{ text: dimension.name, rows: items.length }] : []),
        ...(isFirstOfGroup ? [{ text: item.group, rows: inGroup }] : []),
        item.text,
        pointsText(item.points),
        ...experts.map(({ marks }) => markText(marks[item.id])),
        mean === null ? '—' : pointsText(mean),
      ]
    }),
    sumRow(`${dimension.name}小计`, full, experts.length, score.experts === 0 ? '—' : pointsText(sum)),
  ])
  const total = sumRow(
    '合计',
    score.full,
    experts.length,
    score.experts === 0 ? '—' : pointsText(score.total),
  )
  return [
    plain('附件 1', annexTitle),
    title('事前绩效评估评分表'),
    table(columns, [...rows, total], textWidth.landscape),
  ]
}

function sumRow(name: string, full: number, experts: number, sum: string): Row {
  return [
    { text: name, span: 3, bold: true },
    { text: pointsText(full), bold: true },
    ...Array.from({ length: experts }, () => ''),
    { text: sum, bold: true },
  ]
}

/** 附件 2: what was handed in and how it stands. */
export function materialList({ materials }: Assessment): Block[] {
  const columns = [
    { name: '序号', width: 8, align: 'center' },
    { name: '资料名称', width: 42 },
    { name: '状态', width: 14, align: 'center' },
    { name: '附件（份）', width: 14, align: 'right' },
    { name: '备注', width: 22 },
  ] as const
  const rows = materials.map(({ item, state, attachments, note }, index) => [
    String(index + 1),
    item,
    materialStates[state],
    String(attachments.length),
    note,
  ])
  return [
    plain('附件 2', annexTitle),
    title('评估资料清单'),
    ...(rows.length === 0 ? body('未登记资料。') : [table(columns, rows, textWidth.portrait)]),
  ]
}

/** 附件 3: each expert's total and opinion with the line for the signature. */
export function expertOpinions({ experts, kind }: Assessment, rules: AssessmentRules): Block[] {
  const submitted = experts.filter(({ submittedOn }) => submittedOn !== '')
  return [
    plain('附件 3', annexTitle, true),
    title('专家意见'),
    ...(submitted.length === 0 ? body('专家评分尚未提交。') : []),
    ...submitted.flatMap((expert, index) => {
      const { total } = combinedScore([expert], rules.tables[kind])
      return [
        ...body(
          `得分 ${pointsText(total)} 分，提交于${chineseDay(expert.submittedOn)}。`,
          `${index + 1}.${expert.name}。`,
          true,
        ),
        ...body(expert.opinion.trim() === '' ? '未另附意见。' : expert.opinion, '意见：', true),
        ...body('专家签字：　　　　　　　日期：　　　年　　月　　日'),
        gap(10),
      ]
    }),
  ]
}
