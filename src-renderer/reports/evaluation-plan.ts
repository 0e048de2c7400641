import { chineseDay, type Day } from '#domain/dates'
import type { CoverageRules } from '#domain/evaluation/coverage-rules'
import type { EvaluationPlan, PlanItem } from '#domain/evaluation/plan'
import type { KindCount } from '#domain/evaluation/plan-list'
import { taskLevels } from '#domain/evaluation/task'
import { objectKinds } from '#domain/goals/goal'
import { formatWan } from '#domain/money'
import { body, gap, heading, section, signature, table, textWidth, title } from './official-style.ts'
import { wordFile } from './word-file.ts'

export type EvaluationPlanInput = {
  office: string
  year: number
  plan: Pick<EvaluationPlan, 'capacity' | 'leftNote'>
  items: readonly PlanItem[]
  counts: readonly KindCount[]
  /** Due and overdue objects that are not on the list. */
  left: number
  unitName: (unitId: string) => string
  rules: CoverageRules
  writtenOn: Day
}

/** 年度绩效评价工作计划 as a Word file: what it rests on, the list, how the cycle stands, division of work, and the days. */
export async function evaluationPlanDocument(input: EvaluationPlanInput): Promise<Uint8Array> {
  const { office, year, items, counts, rules, plan, left } = input
  const name = `${year}年度绩效评价工作计划`
  return wordFile({
    title: name,
    creator: office,
    sections: [
      section([
        title(name),
        heading('一、评价对象'),
        ...body(
          `政府预算绩效评价每年开展；部门、政策、项目支出财政重点评价以 ${rules.cycle.years} 年为周期实现全覆盖。对 ${year} 年度支出列入评价 ${items.length} 项，名单见附件。选取时先列必评和到期的对象，再按资金规模、监控预警、上次评价等级和间隔年数由高到低列入。`,
        ),
        gap(6),
        countTable(counts),
        gap(8),
        ...(left > 0 ? body(`还有 ${left} 个到期、逾期的对象本年未能列入。${plan.leftNote.trim()}`) : []),
        heading('二、职责分工'),
        ...body(
          [
            '监督与绩效管理科：统一制定评价工作计划，统筹组织力量，推动完成年度重点评价任务。',
            '预算科：组织下级政府预算绩效评价，评价结果反馈监督与绩效管理科。',
            '支出管理科室：督促指导归口部门开展自评，对重点评价提出需求。',
            '监督检查局、投资评审中心及第三方机构：负责现场评价。',
            '被评价单位：如实提供资料，配合现场评价，对资料的真实性负责。',
          ].join('\n'),
        ),
        heading('三、工作步骤'),
        ...body(
          [
            '准备：确定评价任务、指标体系和评价人员，通知被评价单位。',
            '实施：收集资料、现场核实、问卷调查，专家独立评分，形成工作底稿。',
            '结论：汇总评分，征求被评价单位意见，出具评价报告。',
            '应用：反馈结果，督促整改，与预算安排挂钩，按规定公开。',
          ].join('\n'),
        ),
        ...signature(office, chineseDay(input.writtenOn), 30),
      ]),
      section([title(`${year}年度绩效评价名单`), listTable(input)], { landscape: true }),
    ],
  })
}

function countTable(counts: readonly KindCount[]) {
  const columns = [
    { name: '类别', width: 22 },
    { name: '对象', width: 14, align: 'right' },
    { name: '周期内已评', width: 18, align: 'right' },
    { name: '今年到期', width: 16, align: 'right' },
    { name: '已逾期', width: 14, align: 'right' },
    { name: '本年列入', width: 16, align: 'right' },
  ] as const
  const lines = counts.map(({ name, all, covered, due, overdue, chosen }) => [
    name,
    ...[all, covered, due, overdue, chosen].map(String),
  ])
  return table(columns, lines, textWidth.portrait)
}

function listTable({ items, unitName }: EvaluationPlanInput) {
  const columns = [
    { name: '序号', width: 6, align: 'center' },
    { name: '评价对象', width: 26 },
    { name: '类别', width: 10, align: 'center' },
    { name: '单位', width: 20 },
    { name: '资金\n（万元）', width: 13, align: 'right' },
    { name: '评价层级', width: 11, align: 'center' },
    { name: '列入理由', width: 34 },
  ] as const
  const lines = items.map(({ name, kind, unitId, size, level, reasons, note }, index) => [
    String(index + 1),
    name,
    objectKinds[kind],
    unitName(unitId) || '—',
    size === null ? '—' : formatWan(size),
    taskLevels[level],
    [...reasons, note].filter(Boolean).join('；'),
  ])
  return table(columns, lines, textWidth.landscape)
}
