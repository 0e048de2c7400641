import { chineseDay, type Day } from '../dates.ts'
import { filledText } from '../disposals/letters.ts'
import { formatWeight } from '../goals/weights.ts'
import { formatWan } from '../money.ts'
import { sumsOf } from './amounts.ts'
import type { Application, Rectification } from './application.ts'
import { measuresText, resultNames, sourceKinds } from './rules.ts'

/** Texts of the letters with {names} that are filled in 〔拟〕: the documents name the steps, not the wording. */
export const proposalTexts = {
  title: '关于{年度}年度绩效结果应用的建议函',
  receiver: '预算科',
  opening:
    '根据预算绩效管理有关规定，我科收集汇总了{年度}年度绩效管理反馈信息和评价结果，按对象和结果等级提出{个数}项应用建议（见下表），{金额}',
  noMoney: '不涉及预算金额增减。',
  money: '涉及预算增减合计{合计}万元。',
  asks: '请你科研究提出意见，报局领导审定后反馈我科，由各支出管理科室落实并书面反馈应用情况。',
  basis: '以上建议依据巴财〔2020〕38号关于绩效结果与预算安排、政策调整和年度考核挂钩的规定提出。',
} as const

export const orderTexts = {
  title: '{年度}年度绩效结果应用整改通知书',
  opening: '{来源}结果为“{结果}”{得分}。根据预算绩效管理有关规定，现将有关问题和整改要求通知如下。',
  deadline: '请于{期限}前完成整改，并将整改结果和佐证材料报送我局{股室}，由其核实后销号。',
  consequence: '逾期未整改或整改不到位的，相应调减预算或整改到位后再安排预算，并移送监督检查机构按规定处理。',
} as const

/** A result in words for a cell: the source with the grade, the points beneath. */
export function resultText({ source }: Pick<Application, 'source'>): string {
  const points = source.score === null ? '' : `\n${formatWeight(source.score)} 分`
  return `${sourceKinds[source.kind]}“${resultNames[source.result]}”${points}`
}

/** The opening of a proposal to 预算科, with the sum to the 分. */
export function proposalOpening(applications: readonly Application[], year: number): string {
  const { proposed } = sumsOf(applications)
  const hasMoney = applications.some(({ proposedChange }) => proposedChange !== null)
  const money = hasMoney
    ? filledText(proposalTexts.money, { 合计: signedWan(proposed) })
    : proposalTexts.noMoney
  return filledText(proposalTexts.opening, { 年度: year, 个数: applications.length, 金额: money })
}

/** 万元 with the sign written out, as letters have it. */
function signedWan(change: number): string {
  return change > 0 ? `+${formatWan(change)}` : formatWan(change).replace('-', '−')
}

/** The measure with what it demands of the budget. */
export function proposalLine({ proposed, proposedChange, nextName, targetYear }: Application): string {
  const line = nextName === '' ? '' : `\n（${targetYear} 年预算项目：${nextName}）`
  const change = proposedChange === null || proposedChange === 0 ? '' : ` ${signedWan(proposedChange)} 万元`
  return `${measuresText(proposed)}${change}${line}`
}

/** The opening of an order: by which result it comes. */
export function orderOpening({ source }: Pick<Application, 'source'>): string {
  return filledText(orderTexts.opening, {
    来源: source.name,
    结果: resultNames[source.result],
    得分: source.score === null ? '' : `，得 ${formatWeight(source.score)} 分`,
  })
}

/** Until when, and to whom. */
export function orderDeadline({ dueOn }: Pick<Rectification, 'dueOn'>, section: string): string {
  return filledText(orderTexts.deadline, { 期限: chineseDay(dueOn), 股室: section })
}

/** Whether an order went out: it has a day. */
export function hasOrder(
  application: Pick<Application, 'rectification'>,
): application is Application & { rectification: Rectification & { orderedOn: Day } } {
  return application.rectification !== null && application.rectification.state !== 'none'
}
