import { scoreText } from '../evaluation/points.ts'
import { type Appraisal, extraOf, type ItemMark, markOf, objectionDecisions } from './appraisal.ts'
import { appraisalStates } from './flow.ts'
import { itemsOf, type KeptScheme, type SchemeItem, schemeStates, sourceWords } from './scheme.ts'

export type AppraisalChange = { field: string; label: string; from: string; to: string }

function change(field: string, label: string, from: string, to: string): AppraisalChange[] {
  return from === to ? [] : [{ field, label, from, to }]
}

/** An item's mark as one sentence of what people wrote; the figures follow from the book. */
function markText(item: SchemeItem, mark: ItemMark): string {
  const { method } = item
  const ticks = method.kind === 'ticks' ? method.ticks.filter(({ id }) => mark.ticks.includes(id)) : []
  const found = Object.values(mark.findings).filter(({ verdict }) => verdict !== '').length
  return [
    ...ticks.map(({ name }) => name),
    mark.count === null ? '' : `${mark.count} 次`,
    mark.self === null ? '' : `自评 ${scoreText(mark.self)} 分`,
    mark.selfReason,
    mark.evidence.map(({ name }) => name).join('、'),
    mark.note,
    mark.review === null ? '' : `复核 ${scoreText(mark.review)} 分`,
    mark.reviewReason,
    mark.sampled === null ? '' : `抽查 ${scoreText(mark.sampled)} 分`,
    mark.sampledReason,
    found === 0 ? '' : `抽查结论 ${found} 个`,
  ]
    .filter((text) => text !== '')
    .join('；')
}

function extraText(appraisal: Appraisal, id: string): string {
  const { count, accepted, reason } = extraOf(appraisal, id)
  return [count === 0 ? '' : `申报 ${count} 次`, accepted === null ? '' : `认定 ${accepted} 次`, reason]
    .filter((text) => text !== '')
    .join('；')
}

function objectionsText({ objections }: Appraisal): string {
  return objections
    .map(({ text, decision, answer }) =>
      [text, decision === '' ? '' : objectionDecisions[decision], answer].filter(Boolean).join(' '),
    )
    .join('；')
}

function agreedText({ agreed }: Appraisal): string {
  return agreed ? `${agreed.on} ${agreed.text}` : ''
}

function frozenText({ frozen }: Appraisal): string {
  return frozen ? `${scoreText(frozen.total)} 分，第 ${frozen.rank} 名` : ''
}

/** What changed of an appraisal, in the words of its table. */
export function diffAppraisal(before: Appraisal, after: Appraisal): AppraisalChange[] {
  const { bonuses, deductions } = after.scheme
  return [
    ...change('state', '状态', appraisalStates[before.state], appraisalStates[after.state]),
    ...itemsOf(after.scheme).flatMap((item) =>
      change(
        `items.${item.id}`,
        item.name,
        markText(item, markOf(before, item.id)),
        markText(item, markOf(after, item.id)),
      ),
    ),
    ...[...bonuses, ...deductions].flatMap(({ id, name }) =>
      change(`extras.${id}`, name, extraText(before, id), extraText(after, id)),
    ),
    ...change('contact', '填报人', before.contact, after.contact),
    ...change('phone', '联系方式', before.phone, after.phone),
    ...change('summary', '自评说明', before.summary, after.summary),
    ...change('draws', '抽查', `${before.draws.length} 次`, `${after.draws.length} 次`),
    ...change('objections', '征求意见情况', objectionsText(before), objectionsText(after)),
    ...change('objectsUntil', '征求意见截止', before.objectsUntil, after.objectsUntil),
    ...change('agreed', '无异议', agreedText(before), agreedText(after)),
    ...change('decidedBy', '审定', before.decidedBy, after.decidedBy),
    ...change('announcement', '通报文号', before.announcement, after.announcement),
    ...change('frozen', '考核结果', frozenText(before), frozenText(after)),
  ]
}

function schemeText({ groups }: KeptScheme): string {
  return itemsOf({ groups })
    .map(({ name, points, method }) => `${name} ${scoreText(points)} 分（${sourceWords[method.kind]}）`)
    .join('；')
}

/** What changed of a scheme. */
export function diffScheme(before: KeptScheme, after: KeptScheme): AppraisalChange[] {
  const rules = (scheme: KeptScheme) =>
    [
      `加分封顶 ${scoreText(scheme.bonusCap)} 分`,
      ...scheme.grades.map(({ name, from, quota }) =>
        quota === null
          ? `${name} ${scoreText(from)} 分`
          : `${name} ${scoreText(from)} 分，不超过 ${quota / 100}%`,
      ),
      `征求意见 ${scheme.objectionDays} 个工作日`,
    ].join('；')
  return [
    ...change('name', '名称', before.name, after.name),
    ...change('state', '状态', schemeStates[before.state], schemeStates[after.state]),
    ...change('groups', '考核指标', schemeText(before), schemeText(after)),
    ...change('rules', '加分、等次和期限', rules(before), rules(after)),
  ]
}
