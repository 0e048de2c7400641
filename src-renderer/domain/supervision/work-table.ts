import type { Day } from '../dates.ts'
import type { Duty } from '../people/duties.ts'
import type { Level, Section } from '../year-book.ts'
import type { Mark } from '../year-rules.ts'
import { sectionsOfDuty, type WorkPlanned } from './work-item.ts'

/** One row of the shipped plan. The mark is that of the work; the day is this system's default 〔拟〕 unless it says 〔源〕. */
export type WorkTemplate = {
  id: string
  duty: Duty
  name: string
  /** Month and day in the year of the book. */
  due: string
  proofHint: string
  clause: string
  mark: Mark
  /** Only for bureaus of this level. */
  level?: Level
}

/** How long before its day an item appears in the owner's 待办. */
export const workNotice = { days: 30, clause: '本系统缺省', mark: '拟' } as const

const document = '巴财〔2020〕38号'

type Row = [id: string, name: string, due: string, proof: string, clause: string, mark?: Mark, level?: Level]

function rowsOf(duty: Duty, rows: readonly Row[]): WorkTemplate[] {
  return rows.map(([id, name, due, proofHint, clause, mark = '源', level]) => ({
    ...{ id, duty, name, due, proofHint, mark },
    clause: `${document} ${clause}`,
    ...(level ? { level } : {}),
  }))
}

/** The duties of the founding document as a year's plan, by 2+2+N. */
export const workTemplates: readonly WorkTemplate[] = [
  ...rowsOf('performance', [
    ['year-plan', '制定年度预算绩效管理工作计划', '01-31', '工作计划', '三（一）1'],
    ['rules', '梳理、修订绩效管理制度', '11-30', '制度文件', '三（四）1'],
    ['monitoring-plan', '制定年度绩效监控工作计划，布置重点监控', '03-31', '监控计划', '三（二）2'],
    ['evaluation-plan', '统一制定年度评价工作计划', '03-31', '评价计划', '三（二）3'],
    ['experts', '更新绩效专家团队和第三方机构库', '04-30', '专家和机构名册', '三（四）3'],
    ['disclosure-rule', '制定绩效信息公开规程，指导公开工作', '04-30', '公开规程', '三（二）6'],
    ['training', '组织预算绩效管理业务培训', '06-30', '培训通知、签到', '五（三）'],
    ['audit', '与审计对接，交换绩效管理工作信息', '06-30', '会议纪要、往来函', '三（五）2'],
    ['assessments', '统筹确定并组织实施事前绩效评估', '10-31', '评估通知和名单', '三（二）1'],
    ['report-first', '形成上半年监控总报告，提出处置意见', '08-31', '监控总报告', '三（二）2'],
    ['tasks', '推动完成年度重点评价任务', '09-30', '评价报告', '三（二）3'],
    ['indicators', '推动健全分类分领域绩效指标体系', '10-31', '指标体系文本', '三（四）2'],
    ['application', '汇总评价结果，提出结果运用建议送预算科', '10-31', '建议文件', '三（二）5'],
    ['report-second', '形成下半年监控总报告，提出处置意见', '11-30', '监控总报告', '三（二）2'],
    ['joint-review', '组织绩效目标集中会审和重点复审', '12-15', '会审纪要', '三（二）4'],
    ['congress', '向人大报告年度绩效管理工作和重点评价结果', '12-31', '报告', '三（五）2'],
    ['appraisal', '组织对下级财政、部门和局内科室的工作考核', '12-31', '考核通报', '三（五）1'],
  ]),
  ...rowsOf('budget', [
    ['indicators-government', '健全政府预算绩效指标体系', '06-30', '指标体系文本', '三（一）1'],
    ['notice', '随预算编制通知同步下达绩效目标管理要求', '09-15', '编制通知', '三（二）4'],
    ['counties', '组织区县政府预算绩效评价并反馈结果', '09-30', '评价报告', '三（二）3', '源', 'city'],
    ['application-decision', '结果运用意见报局领导审定', '11-15', '审定意见', '三（二）5'],
    ['budget-use', '评估、评审结果用于年初预算安排', '12-31', '预算安排依据', '三（二）1'],
    ['congress-goals', '绩效目标与预决算草案同步报人大审议', '12-31', '报送文件', '三（五）2', '拟'],
  ]),
  ...rowsOf('inspection', [
    ['key-monitoring', '对重要部门、重大政策、重点项目开展绩效监控', '08-15', '监控结果', '三（二）2'],
    ['screening', '筛查目标实施情况，重点核查部门监控情况', '08-20', '核查记录', '三（二）2'],
    ['visits', '承担现场评价工作', '08-31', '现场评价记录', '三（二）3'],
    ['disclosure-check', '监督检查绩效信息公开情况', '11-30', '检查结果', '三（二）6'],
    ['not-applied', '处理不予应用、应用不力、逾期不应用的问题', '12-31', '处理结果', '三（二）5'],
  ]),
  ...rowsOf('investment', [
    ['visits-investment', '承担现场评价工作', '08-31', '现场评价记录', '三（二）3'],
    ['assessment-work', '承担事前绩效评估具体工作，出具评估报告', '10-15', '评估报告', '三（二）1'],
    ['indicators-investment', '参与绩效指标体系建设', '10-31', '指标建议', '三（一）2'],
  ]),
  ...rowsOf('treasury', [
    ['execution-first', '提交 1—7 月预算执行进度监控结果', '08-10', '进度监控结果', '三（二）2'],
    ['execution-second', '提交 1—10 月预算执行进度监控结果', '11-10', '进度监控结果', '三（二）2'],
  ]),
  ...rowsOf('spending', [
    ['self-evaluation', '督促指导归口部门开展绩效自评', '03-31', '自评汇总', '三（二）3'],
    ['unit-monitoring', '督促归口部门对所有项目开展绩效监控', '07-31', '监控汇总', '三（二）2'],
    ['first-review', '初审项目支出预算，提出评估和评审建议', '09-30', '初审意见', '三（二）1'],
    ['rectification', '督促归口部门整改落实监控处置意见', '10-31', '整改情况', '三（二）2'],
    ['disclosure-spending', '督导归口部门绩效信息公开', '10-31', '公开台账', '三（二）6'],
    ['goal-review', '审核（编制）归口部门绩效目标', '11-30', '审核结果', '三（二）4'],
    ['application-answer', '书面反馈结果应用情况', '12-15', '书面反馈', '三（二）5'],
  ]),
  ...rowsOf('office', [
    ['publicity', '组织预算绩效管理宣传', '12-31', '宣传信息', '五（四）', '拟'],
    ['year-appraisal', '考核结果纳入局机关年度绩效考核', '12-31', '考核文件', '三（五）1', '拟'],
  ]),
]

export type WantedWork = WorkPlanned & { templateId: string }

/**
 * The shipped plan as items of a year, one for each section that does the work: the same duty of every 支出科 is an item of
 * each. What is not for this level, or has no section in the book, is left out.
 */
export function shippedWork(year: number, level: Level, sections: readonly Section[]): WantedWork[] {
  return workTemplates
    .filter((template) => !template.level || template.level === level)
    .flatMap(({ id, duty, name, due, proofHint, clause, mark }) =>
      sectionsOfDuty(duty, sections).map((section) => ({
        ...{ templateId: id, duty, name, proofHint, clause, mark },
        sectionId: section.id,
        dueOn: `${year}-${due}` satisfies Day,
      })),
    )
}

/** What of the shipped plan a book does not have yet. */
export function missingWork(
  wanted: readonly WantedWork[],
  kept: readonly { templateId: string; sectionId: string }[],
): WantedWork[] {
  const known = new Set(kept.map(({ templateId, sectionId }) => `${templateId} ${sectionId}`))
  return wanted.filter(({ templateId, sectionId }) => !known.has(`${templateId} ${sectionId}`))
}
