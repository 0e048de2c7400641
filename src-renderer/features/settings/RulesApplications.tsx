import { cutText } from '#domain/applications/propose'
import { measures, measuresText, resultNames, sourceKinds } from '#domain/applications/rules'
import { objectKinds } from '#domain/goals/goal'
import type { YearRules } from '#domain/year-rules'
import { RuleLines } from './RulesParts.tsx'

/** 结果应用 of the pack: what a result of an object leads to, what each measure demands, and the deadlines. */
export function RulesApplications({ rules }: { rules: YearRules }) {
  const { applications } = rules
  const lines = [
    { ...applications, name: '落实和反馈期限', text: `审定后 ${applications.workingDays} 个工作日` },
    {
      ...applications.rectification,
      name: '整改期限',
      text: `下达后 ${applications.rectification.workingDays} 个工作日`,
    },
    ...applications.proposals.map((row) => ({
      ...row,
      name: `${sourceKinds[row.on]} · ${row.kinds.map((kind) => objectKinds[kind]).join('、')} · ${resultNames[row.result]}`,
      text: [
        `建议${measuresText(row.measures)}${row.cut ? cutText(row.cut) : ''}`,
        row.others.length > 0 ? `也可${measuresText(row.others)}` : '',
        row.rectify ? '并整改' : '',
        row.calls ? '' : '（可不提出）',
      ]
        .filter(Boolean)
        .join('，'),
    })),
    ...applications.measures.map((row) => ({ ...row, name: measures[row.id], text: row.demand })),
  ]
  return <RuleLines title="结果应用：按对象和结果的建议、措施和期限" label="结果应用规则" lines={lines} />
}
