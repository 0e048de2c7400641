import Box from '@mui/material/Box'
import { Link } from 'react-router'
import type { MonitoringRules } from '#domain/monitoring/rules'
import { ruleText } from '#domain/screening/rule-text'
import { screeningCodes, screeningNames } from '#domain/screening/rules'
import type { Sourced, YearRules } from '#domain/year-rules'
import { RuleLines } from './RulesParts.tsx'

type Line = Pick<Sourced, 'clause' | 'mark'> & { name: string; text: string }

/** 双监控 of the pack: the lines of the lights, when a reason is due, and the rounds of the year. */
export function RulesMonitoring({ rules }: { rules: YearRules }) {
  return (
    <RuleLines title="绩效监控：预警线和轮次" label="绩效监控规则" lines={linesOf(rules.monitoring)}>
      <Box sx={{ px: 3, pb: 2, fontSize: 13 }}>
        {rules.ownRevision !== undefined && `本局第 ${rules.ownRevision} 次修改。`}在
        <Link to="/monitoring/lines">预警线</Link>中修改和试算。
      </Box>
    </RuleLines>
  )
}

function linesOf(rules: MonitoringRules): Line[] {
  const { execution, goal, gap, carryover, reasonBelow, limits } = rules
  return [
    ...rules.executionLines.map(({ month, rate, clause, mark }) => ({
      name: `执行预警线（1—${month} 月）`,
      text: `执行率低于 ${rate}% 的预警`,
      clause,
      mark,
    })),
    {
      ...execution,
      name: '预算执行灯',
      text: `低于预警线 ${execution.red} 个百分点以内黄灯，超过红灯；比用款计划快 ${execution.ahead} 个百分点以上蓝灯`,
    },
    {
      ...goal,
      name: '目标完成灯',
      text: `预计完成率 ${goal.green}% 以上绿灯，${goal.yellow}% 以上黄灯，以下或“完全不可能”红灯；超过 ${goal.excess}% 蓝灯`,
    },
    {
      ...gap,
      name: '双控差异灯',
      text: `目标与资金相差超过 ${gap.yellow} 个百分点黄灯，超过 ${gap.red} 个百分点红灯`,
    },
    {
      ...carryover,
      name: '年底预计灯',
      text: `预计结转超过 ${carryover.yellow}% 黄灯，超过 ${carryover.red}% 红灯`,
    },
    { ...reasonBelow, name: '说明原因', text: `预计全年执行率低于 ${reasonBelow.rate}% 的必须说明原因` },
    { ...limits, name: '字数上限', text: `指标各栏 ${limits.cell} 字，其他文字 ${limits.text} 字` },
    ...rules.qualitative.map(({ name, rate, words, clause, mark }) => ({
      name: `定性指标：${name}`,
      text: `按 ${rate}% 计；用语：${words.join('、')}`,
      clause,
      mark,
    })),
    ...screeningCodes.map((code) => ({
      name: `筛查：${screeningNames[code]}`,
      text: ruleText(code, rules.screening),
      clause: rules.screening.checks[code].clause,
      mark: rules.screening.checks[code].mark,
    })),
    {
      ...rules.screening.levels,
      name: '核查风险',
      text: `风险分 ${rules.screening.levels.high} 分以上为高，${rules.screening.levels.medium} 分以上为中`,
    },
    ...rules.rounds.map(({ name, month, due, clause, mark }) => ({
      name: `轮次：${name}`,
      text: `数据截至 ${month} 月底，${due.replace('-', ' 月 ').replace(/^0/, '')} 日前报送`,
      clause,
      mark,
    })),
  ]
}
