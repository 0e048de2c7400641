import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { type MoneySource, moneySources } from '#domain/dashboard/facts'
import { forecastBases, forecastOf } from '#domain/dashboard/forecast'
import type { Item } from '#domain/dashboard/item'
import { coloursAt, lightKindList } from '#domain/dashboard/lights'
import type { Warning } from '#domain/dashboard/warnings'
import { chineseDay } from '#domain/dates'
import { formatRate, rateOf } from '#domain/execution/rate'
import { budgetBooks, type Goal, objectKinds, targetText } from '#domain/goals/goal'
import { formatWan } from '#domain/money'
import { indicatorLight, lightColours, lightKinds } from '#domain/monitoring/lights'
import { type Monitoring, measured } from '#domain/monitoring/monitoring'
import { monthsText } from '#domain/monitoring/round'
import { likelihoods, type MonitoringRules } from '#domain/monitoring/rules'
import { lightLooks } from '#ui/LightMark.tsx'

const paperStyle = {
  fontFamily: 'SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif',
  color: '#000',
  fontSize: '10pt',
  lineHeight: 1.5,
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th, & td': {
    border: '0.75pt solid #000',
    p: '2pt 4pt',
    fontWeight: 400,
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
  '& tr': { breakInside: 'avoid' },
  '& .figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& h2': { fontSize: '11pt', m: '8pt 0 3pt' },
  '& p': { m: '2pt 0' },
} as const

type Props = {
  item: Item
  goal: Goal
  form: Monitoring | null
  month: number
  year: number
  source: MoneySource
  rules: MonitoringRules
  unitName: string
  sectionName: string
  warning: Warning | null
  today: string
}

/** As many indicators as one page holds, the loudest first. */
const shownIndicators = 10

/** What a leader needs of a project on one page: money by month, lights, indicators, cause, owner. */
export function BriefPaper(props: Props) {
  const { item, goal, month, source, warning } = props
  return (
    <Box component="article" sx={paperStyle}>
      <Box component="h1" sx={{ m: 0, fontSize: '16pt', textAlign: 'center' }}>
        {item.name}
      </Box>
      <Box sx={{ textAlign: 'center', mb: '6pt' }}>
        （{props.year} 年度 {monthsText(month)}项目简报）
      </Box>
      <table>
        <tbody>
          <Pair left={['责任单位', props.unitName]} right={['归口股室', props.sectionName]} />
          <Pair
            left={['项目代码', goal.code]}
            right={['类别', `${objectKinds[goal.kind]}，${budgetBooks[goal.book]}`]}
          />
        </tbody>
      </table>
      <h2>一、资金（万元，{moneySources[source] || '没有支出数据'}）</h2>
      <MoneyTable item={item} month={month} />
      <Outlook item={item} month={month} />
      <h2>二、预警</h2>
      <Lights item={item} month={month} source={source} />
      {warning ? (
        <p>
          {warning.cause}自 {chineseDay(warning.since)}起已 {warning.days} 天
          {warning.state && `，${warning.state}`}。{warning.unitCause && `单位说明：${warning.unitCause}`}
        </p>
      ) : (
        <p>没有预警。</p>
      )}
      <h2>三、绩效目标和指标</h2>
      <p>{goal.annualGoals.filter(Boolean).join('；') || '没有填写年度目标。'}</p>
      <Indicators {...props} />
      {props.form?.measures && (
        <>
          <h2>四、拟采取的措施</h2>
          <p>{props.form.measures}</p>
        </>
      )}
      <Box sx={{ mt: '8pt', fontSize: '9pt' }}>打印日期：{chineseDay(props.today)}</Box>
    </Box>
  )
}

function Pair({ left, right }: { left: readonly [string, string]; right: readonly [string, string] }) {
  return (
    <tr>
      <Box component="th" sx={{ width: '16%' }}>
        {left[0]}
      </Box>
      <td>{left[1]}</td>
      <Box component="th" sx={{ width: '16%' }}>
        {right[0]}
      </Box>
      <td>{right[1]}</td>
    </tr>
  )
}

function MoneyTable({ item, month }: { item: Item; month: number }) {
  const shown = Array.from({ length: month }, (_, at) => at + 1).filter(
    (each) => each === month || each % 3 === 0 || each === 1,
  )
  const row = (name: string, read: (at: number) => ReactNode) => (
    <tr>
      <th>{name}</th>
      {shown.map((each) => (
        <td key={each} className="figure">
          {read(each - 1)}
        </td>
      ))}
    </tr>
  )
  return (
    <table>
      <tbody>
        <tr>
          <th>累计到</th>
          {shown.map((each) => (
            <th key={each} className="figure">
              {each} 月
            </th>
          ))}
        </tr>
        {row('调整后预算', (at) => formatWan(item.adjusted[at] ?? 0))}
        {row('下达', (at) => formatWan(item.allocated[at] ?? 0))}
        {row('支出', (at) => formatWan(item.paid[at] ?? 0))}
        {row('支出进度', (at) => formatRate(rateOf(item.paid[at] ?? 0, item.adjusted[at] ?? 0)))}
        {row('参照', (at) => formatRate(item.points[at] ?? 0))}
        {row('上年同期', (at) => formatWan(item.lastYear[at] ?? 0))}
      </tbody>
    </table>
  )
}

function Outlook({ item, month }: { item: Item; month: number }) {
  const { paid, unspent, basis } = forecastOf(item, month)
  return (
    <p>
      年初预算 {formatWan(item.initial[month - 1] ?? 0)} 万元。用款计划：{item.plan}。预计全年支出{' '}
      {formatWan(paid)} 万元，年底结余 {formatWan(unspent)} 万元（{forecastBases[basis]}）。
    </p>
  )
}

function Lights({ item, month, source }: { item: Item; month: number; source: MoneySource }) {
  const colours = coloursAt(item, month, source)
  return (
    <table>
      <tbody>
        <tr>
          {lightKindList.map((kind) => (
            <td key={kind}>
              {lightKinds[kind]}：{lightLooks[colours[kind]].shape} {lightColours[colours[kind]]}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

const loudness = ['red', 'yellow', 'blue', 'none', 'green'] as const

function Indicators({ form, goal, rules }: Props) {
  if (!form) return <p>还没有报送监控表，共 {goal.indicators.length} 条指标。</p>
  const lines = form.entries
    .map((entry) => ({ entry, colour: indicatorLight(measured(entry), rules).colour }))
    .toSorted((left, right) => loudness.indexOf(left.colour) - loudness.indexOf(right.colour))
  return (
    <>
      <table>
        <thead>
          <tr>
            <Box component="th" sx={{ width: '38%' }}>
              指标
            </Box>
            <th>目标</th>
            <th>1—{form.month} 月完成</th>
            <th>全年预计</th>
            <th>可能性</th>
            <th>灯</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shownIndicators).map(({ entry, colour }) => (
            <tr key={entry.id}>
              <td>{entry.name}</td>
              <td>{targetText(entry)}</td>
              <td>{entry.actual}</td>
              <td>{entry.forecast}</td>
              <td>{entry.likelihood === '' ? '' : likelihoods[entry.likelihood]}</td>
              <td>
                {lightLooks[colour].shape} {lightColours[colour]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shownIndicators && <p>其余 {lines.length - shownIndicators} 条指标见监控表。</p>}
    </>
  )
}
