import { chineseDay, type Day } from '../dates.ts'
import { formatWan } from '../money.ts'
import { type LightKind, lightKinds } from './lights.ts'
import { executionRate, percentText } from './ratio.ts'
import type { ReportFigures, ReportPart } from './report-figures.ts'
import { monthsText } from './round.ts'

const kinds = Object.keys(lightKinds) as LightKind[] // the keys of the table

/** 执行率 of sums as text; 不能计算 without a budget. */
export function rateText(sums: { budget: number; paid: number }): string {
  const rate = executionRate(sums)
  return rate ? percentText(rate) : '不能计算'
}

/** The drafted text of every part: only what the figures say, in the order of the report. */
export function draftedTexts(figures: ReportFigures, office: string, today: Day): Record<ReportPart, string> {
  return {
    work: workText(figures, office),
    money: moneyText(figures),
    goals: goalsText(figures),
    problems: problemsText(figures, today),
    disposal: disposalText(figures),
    application: applicationText(figures),
  }
}

function workText({ roundName, month, dueOn, all, sections }: ReportFigures, office: string): string {
  const missing = all.due - all.reported
  const exempt = all.exempt === 0 ? '' : `，另有 ${all.exempt} 个经同意免报`
  const late = missing === 0 ? '已全部报送' : `尚有 ${missing} 个未报送`
  return [
    `按照预算绩效管理工作安排，${office}组织开展了${roundName}，数据截至 ${monthsText(month)}，要求各单位于${chineseDay(dueOn)}前报送。`,
    `本次监控涉及 ${sections.length} 个归口股室，应报监控对象 ${all.due} 个，实际报送 ${all.reported} 个，${late}${exempt}。`,
  ].join('\n')
}

function moneyText({ month, all, sections, unspent, lights }: ReportFigures): string {
  const [best, last] = extremes(sections)
  const apart =
    best && last && best !== last
      ? `其中${best.name}归口项目执行率最高，为 ${rateText(best.figures)}；${last.name}最低，为 ${rateText(last.figures)}。`
      : ''
  const { red, yellow } = lights.execution
  return [
    `监控对象预算总额 ${formatWan(all.budget)} 万元，${monthsText(month)}支出 ${formatWan(all.paid)} 万元，执行率 ${rateText(all)}。${apart}`,
    `执行进度预警 ${red} 个、关注 ${yellow} 个；各单位预计年底结转结余 ${formatWan(unspent)} 万元。`,
  ].join('\n')
}

/** The section with the highest and the lowest rate, of those that have a budget. */
function extremes(sections: ReportFigures['sections']) {
  const ranked = sections
    .filter(({ figures }) => figures.budget > 0)
    .toSorted(({ figures: left }, { figures: right }) =>
      // Rates compared without dividing; budgets are positive here.
      BigInt(right.paid) * BigInt(left.budget) > BigInt(left.paid) * BigInt(right.budget) ? 1 : -1,
    )
  return [ranked[0], ranked.at(-1)] as const
}

function goalsText({ lights, indicators }: ReportFigures): string {
  const { goal, gap } = lights
  return [
    `报送的 ${indicators.all} 条绩效指标中，确定能完成 ${indicators.sure} 条、有可能完成 ${indicators.possible} 条、完全不可能完成 ${indicators.impossible} 条。`,
    `目标完成预警 ${goal.red} 个、关注 ${goal.yellow} 个、超额 ${goal.blue} 个；目标与资金进度不一致（双控差异）预警 ${gap.red} 个、关注 ${gap.yellow} 个。`,
  ].join('\n')
}

function problemsText({ lights, causes, warnings, all, dueOn }: ReportFigures, today: Day): string {
  const counted = kinds
    .filter((kind) => lights[kind].red > 0)
    .map((kind) => `${lightKinds[kind]}预警 ${lights[kind].red} 个`)
  const why = causes.map(({ name, count }) => `${name} ${count} 条`).join('、')
  const missing = all.due - all.reported
  const late =
    today > dueOn
      ? `${missing} 个监控对象未按期报送，主体责任落实不到位。`
      : `${missing} 个监控对象尚未报送。`
  const none = warnings.length === 0 ? '' : `；有 ${warnings.length} 个项目需要关注，清单见附件`
  const lines = [
    counted.length === 0
      ? `本次监控没有发现预警项目${none}。`
      : `共有 ${warnings.length} 个项目亮灯，其中${counted.join('、')}。`,
    ...(why === '' ? [] : [`各单位填报的偏差原因：${why}。`]),
    ...(missing === 0 ? [] : [late]),
  ]
  return lines.join('\n')
}

function disposalText({ disposals }: ReportFigures): string {
  if (disposals.length === 0) return '本次监控没有需要处置的项目。'
  const decided = disposals.filter(({ measure }) => measure !== '')
  const waiting = disposals.length - decided.length
  if (decided.length === 0) return `${waiting} 个项目的处置意见待决定，清单见附件。`
  const byMeasure = new Map<string, number>()
  for (const { measure } of decided) byMeasure.set(measure, (byMeasure.get(measure) ?? 0) + 1)
  const counted = [...byMeasure].map(([word, count]) => `${word} ${count} 个`).join('、')
  const closed = decided.filter(({ state }) => state === '已销号').length
  const rest = waiting === 0 ? '' : `另有 ${waiting} 个项目的处置意见待决定。`
  return `对 ${decided.length} 个项目提出处置意见：${counted}；已销号 ${closed} 个，清单见附件。${rest}请归口股室督促单位限期落实。`
}

function applicationText({ basis, unspent }: ReportFigures): string {
  const lines = [
    basis.length === 0
      ? '本次监控没有涉及预算调整和收回的项目。'
      : `涉及预算调整、收回、暂停和取消的 ${basis.length} 项（清单见附件），作为审核预算调整、处置预算结余、编制下年预算的依据。`,
    ...(unspent > 0 ? [`预计结转结余 ${formatWan(unspent)} 万元，建议预算科在安排下年预算时统筹考虑。`] : []),
  ]
  return lines.join('\n')
}
