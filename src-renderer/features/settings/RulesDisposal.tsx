import { choices, letterKinds, measures } from '#domain/disposals/rules'
import { caseText } from '#domain/disposals/words'
import type { YearRules } from '#domain/year-rules'
import { RuleLines } from './RulesParts.tsx'

/** 处置 of the pack: what is proposed for which warning, what each measure demands, and the deadlines. */
export function RulesDisposal({ rules }: { rules: YearRules }) {
  const { disposal } = rules.monitoring
  const lines = [
    { ...disposal, name: '整改期限', text: `从发文次日起 ${disposal.workingDays} 个工作日` },
    {
      ...disposal.again,
      name: '退回后再报',
      text: `不足 ${disposal.again.workingDays} 个工作日的，顺延到 ${disposal.again.workingDays} 个工作日`,
    },
    ...disposal.proposals.map((row) => ({
      ...row,
      name: caseText(row),
      text: `建议${row.measures.map((id) => measures[id]).join('、')}`,
    })),
    ...disposal.measures.map((row) => ({
      ...row,
      name: measures[row.id],
      text: `${letterKinds[row.letter]}：${row.demand}`,
    })),
    ...disposal.choices.map((row) => ({
      ...row,
      name: `单位选择：${choices[row.id]}`,
      text: row.adjusts ? '按程序申请目标调整' : '按原目标执行',
    })),
  ]
  return <RuleLines title="监控处置：建议、措施和期限" label="监控处置规则" lines={lines} />
}
