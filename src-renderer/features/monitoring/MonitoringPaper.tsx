import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { targetText } from '#domain/goals/goal'
import { formatWanExact } from '#domain/money'
import { type FundRow, fundGroups, fundTotal, type Monitoring } from '#domain/monitoring/monitoring'
import { executionRate, percentText } from '#domain/monitoring/ratio'
import { monthsText } from '#domain/monitoring/round'
import { type Likelihood, likelihoods, type MonitoringRules } from '#domain/monitoring/rules'
import type { OwnerNames } from '#domain/unit-names'

const paperStyle = {
  fontFamily: 'SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif',
  color: '#000',
  fontSize: '9pt',
  lineHeight: 1.4,
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th, & td': {
    border: '0.75pt solid #000',
    p: '2pt 3pt',
    fontWeight: 400,
    textAlign: 'center',
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    breakInside: 'avoid',
  },
  '& .long': { textAlign: 'left', verticalAlign: 'top' },
  '& .figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  // The blocks stand under each other as one grid.
  '& table + table': { mt: '-0.75pt' },
} as const

const likelihoodList = Object.keys(likelihoods) as Likelihood[] // the keys of the table
const tick = (is: boolean) => (is ? '√' : '')

/** 项目支出绩效目标执行监控表 as the national form looks, sideways on A4. */
export function MonitoringPaper(props: { form: Monitoring; names: OwnerNames; rules: MonitoringRules }) {
  const { form, names } = props
  const { departmentCode, department } = names
  return (
    <Box component="article" sx={paperStyle}>
      <Box component="h1" sx={{ m: 0, fontSize: '16pt', fontWeight: 700, textAlign: 'center' }}>
        项目支出绩效目标执行监控表
      </Box>
      <Box sx={{ textAlign: 'center', mb: '4pt' }}>（{names.year} 年度）</Box>
      <Funds form={form}>
        <tr>
          <td colSpan={2}>项目名称</td>
          <td colSpan={4}>
            {form.code && `［${form.code}］`}
            {form.name}
          </td>
        </tr>
        <tr>
          <td colSpan={2}>主管部门及代码</td>
          <td colSpan={2}>
            {departmentCode && `［${departmentCode}］`}
            {department}
          </td>
          <td>实施单位</td>
          <td>{names.unit}</td>
        </tr>
      </Funds>
      <Entries form={form} rules={props.rules} />
      <table>
        <tbody>
          <Long label="资金执行偏差原因" text={form.fundsReason} />
          <Long label="预计年底不能完成目标的原因及拟采取的措施" text={form.measures} />
          <Long label="总体情况" text={form.summary} />
        </tbody>
      </table>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: '12pt', breakInside: 'avoid' }}>
        <span>单位负责人：　　　　　　</span>
        <span>填报人：　　　　　　</span>
        <span>联系电话：　　　　　　</span>
        <span>填报日期：　　年　　月　　日</span>
      </Box>
    </Box>
  )
}

function Long({ label, text }: { label: string; text: string }) {
  return (
    <tr>
      <td style={{ width: '16%' }}>{label}</td>
      <td className="long">{text || '\n'}</td>
    </tr>
  )
}

function Funds({ form, children }: { form: Monitoring; children: ReactNode }) {
  const months = monthsText(form.month)
  const lines: [string, Omit<FundRow, 'group'>][] = [
    ['年度资金总额', fundTotal(form.funds)],
    ...form.funds.map((row): [string, FundRow] => [`其中：${fundGroups[row.group]}`, row]),
  ]
  return (
    <table>
      <colgroup>
        <col width="8%" />
        <col width="8%" />
        <col width="24%" />
        <col width="20%" />
        <col width="20%" />
        <col width="20%" />
      </colgroup>
      <tbody>
        {children}
        <tr>
          <td rowSpan={lines.length + 1} colSpan={2}>
            {'项目资金\n（万元）'}
          </td>
          <td />
          <td>年初预算数</td>
          <td>{months}执行数（执行率）</td>
          <td>全年预计执行数</td>
        </tr>
        {lines.map(([label, row]) => {
          const rate = executionRate(row)
          return (
            <tr key={label}>
              <td style={{ textAlign: 'left' }}>{label}</td>
              <td className="figure">{formatWanExact(row.budget)}</td>
              <td className="figure">
                {formatWanExact(row.paid)}
                {rate && `（${percentText(rate)}）`}
              </td>
              <td className="figure">{formatWanExact(row.forecast)}</td>
            </tr>
          )
        })}
        <tr>
          <td colSpan={2}>年度总体目标</td>
          <td colSpan={4} className="long">
            {form.annualGoal || '\n'}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function Entries({ form, rules }: { form: Monitoring; rules: MonitoringRules }) {
  const narrow = '3.6%'
  return (
    <table aria-label="绩效指标">
      <colgroup>
        <col width="8%" />
        <col width="8%" />
        <col width="15%" />
        <col width="9%" />
        <col width="9%" />
        <col width="9%" />
        {rules.causes.map(({ id }) => (
          <col key={id} width={narrow} />
        ))}
        <col />
        {likelihoodList.map((key) => (
          <col key={key} width={narrow} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th rowSpan={2}>一级指标</th>
          <th rowSpan={2}>二级指标</th>
          <th rowSpan={2}>三级指标</th>
          <th rowSpan={2}>年度指标值</th>
          <th rowSpan={2}>{monthsText(form.month)}执行情况</th>
          <th rowSpan={2}>全年预计完成情况</th>
          <th colSpan={rules.causes.length + 1}>偏差原因分析</th>
          <th colSpan={likelihoodList.length}>完成目标可能性</th>
        </tr>
        <tr>
          {rules.causes.map(({ id, name }) => (
            <th key={id}>{name}</th>
          ))}
          <th>原因说明</th>
          {likelihoodList.map((key) => (
            <th key={key}>{likelihoods[key]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {form.entries.map((entry) => (
          <tr key={entry.id}>
            <td>{entry.level1}</td>
            <td>{entry.level2}</td>
            <td style={{ textAlign: 'left' }}>{entry.name}</td>
            <td>{targetText(entry)}</td>
            <td>{entry.actual}</td>
            <td>{entry.forecast}</td>
            {rules.causes.map(({ id }) => (
              <td key={id}>{tick(entry.causes.includes(id))}</td>
            ))}
            <td className="long">{entry.causeText}</td>
            {likelihoodList.map((key) => (
              <td key={key}>{tick(entry.likelihood === key)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
