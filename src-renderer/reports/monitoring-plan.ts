import { chineseDay, type Day } from '#domain/dates'
import type { PlannedMonth } from '#domain/monitoring/plan'
import { monthsText } from '#domain/monitoring/round'
import type { MonitoringRules } from '#domain/monitoring/rules'
import { body, gap, heading, section, signature, table, textWidth, title } from './official-style.ts'
import { wordFile } from './word-file.ts'

export type MonitoringPlanInput = {
  office: string
  year: number
  months: readonly PlannedMonth[]
  rules: Pick<MonitoringRules, 'keyObjects' | 'disposal' | 'gap'>
  writtenOn: Day
}

/** 年度绩效监控工作计划 as a Word file: objects, division of work, the year's table and what follows from warnings. */
export async function monitoringPlan(input: MonitoringPlanInput): Promise<Uint8Array> {
  const { office, year, months, rules } = input
  const name = `${year}年度预算绩效运行监控工作计划`
  const { budget, rate, month } = rules.keyObjects
  const key = `预算 ${budget / 1_000_000} 万元以上且截至 ${month} 月底支出进度低于 ${rate}% 的项目`
  return wordFile({
    title: name,
    creator: office,
    sections: [
      section([
        title(name),
        heading('一、监控范围'),
        ...body(
          `对部门所有项目支出开展绩效目标实现程度和预算执行进度“双监控”；对重要部门、重大政策、重点项目以及${key}开展重点监控。基本支出以序时进度为参照，项目支出以项目实施进度或资金分配进度为参照。`,
        ),
        heading('二、时间安排'),
        gap(6),
        planTable(months),
        gap(8),
        heading('三、职责分工'),
        ...body(
          [
            '监督与绩效管理科：制定年度计划，布置重点监控，汇总形成监控总报告并提出处置意见。',
            '监督检查局：具体开展重点监控，对绩效目标实施情况进行筛查，对部门监控情况进行重点核查。',
            '国库科：负责预算执行进度监控。',
            '各支出管理科室：督促归口部门对所有项目支出开展绩效监控，督促整改落实处置意见。',
            '各部门（单位）：按期填报，对填报内容的真实性负责。',
          ].join('\n'),
        ),
        heading('四、预警和处置'),
        ...body(
          `执行率低于当月预警线，或绩效目标实现程度与预算执行率相差超过 ${rules.gap.yellow} 个百分点的，发出预警。预警后 ${rules.disposal.workingDays} 个工作日内落实处置：使用方向偏差的提示、警示、纠偏；进度滞后的督促加快；严重滞后无法执行的调整预算直至收回财政；目标发生重大变化确需调整的，经绩效评估后方可调整预算。`,
        ),
        ...signature(office, chineseDay(input.writtenOn), 30),
      ]),
    ],
  })
}

function planTable(months: readonly PlannedMonth[]) {
  const columns = [
    { name: '截至月份', width: 18, align: 'center' },
    { name: '执行进度监控', width: 22, align: 'center' },
    { name: '执行预警线', width: 20, align: 'center' },
    { name: '绩效监控轮次和报送期限', width: 40 },
  ] as const
  const lines = months.map(({ month, line, rounds }) => [
    monthsText(month),
    '按月',
    line === null ? '—' : `${line}%`,
    rounds.map(({ name, dueOn }) => `${name}，${chineseDay(dueOn)}前报送`).join('\n') || '—',
  ])
  return table(columns, lines, textWidth.portrait)
}
