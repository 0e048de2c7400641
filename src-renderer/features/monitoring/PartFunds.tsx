import Box from '@mui/material/Box'
import { type Fen, formatWanExact } from '#domain/money'
import { type FundGroup, type FundRow, fundGroups, fundTotal } from '#domain/monitoring/monitoring'
import { executionRate, percentText } from '#domain/monitoring/ratio'
import { monthsText } from '#domain/monitoring/round'
import { problemsAt } from '#domain/problem'
import { useSession } from '#session'
import { MoneyField } from '#ui/MoneyField.tsx'
import { note, tableStyle } from '#ui/part-style'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { TextField } from '#ui/TextField.tsx'
import { PlanLine } from './PlanLine.tsx'
import type { PartProps } from './part.ts'
import { TreasuryLine } from './TreasuryLine.tsx'

/** 项目资金 in the order of the form: budget, paid so far, rate, expected for the year. */
export function PartFunds({ draft, round, problems, readOnly }: PartProps) {
  const { rules } = useSession()
  const { form } = draft
  const months = monthsText(form.month)
  const total = fundTotal(form.funds)

  function put(group: FundGroup, change: Partial<FundRow>) {
    draft.change((before) => ({
      funds: before.funds.map((row) => (row.group === group ? { ...row, ...change } : row)),
    }))
  }

  return (
    <Box sx={{ display: 'grid', gap: 2 }} data-field="funds">
      <Box
        component="table"
        aria-label="项目资金"
        sx={{ ...tableStyle, tableLayout: 'fixed', maxWidth: 900 }}
      >
        <thead>
          <tr>
            <th scope="col" style={{ width: '26%' }}>
              资金（万元）
            </th>
            <th scope="col" className="figure">
              年初预算数
            </th>
            <th scope="col" className="figure">
              {months}执行数
            </th>
            <th scope="col" className="figure" style={{ width: '14%' }}>
              {months}执行率
            </th>
            <th scope="col" className="figure">
              全年预计执行数
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>年度资金总额</td>
            <td className="figure">{formatWanExact(total.budget)}</td>
            <td className="figure">{formatWanExact(total.paid)}</td>
            <td className="figure">{rateOf(total)}</td>
            <td className="figure">{formatWanExact(total.forecast)}</td>
          </tr>
          {form.funds.map((row) => (
            <tr key={row.group}>
              <td>其中：{fundGroups[row.group]}</td>
              <Amount row={row} column="budget" label="年初预算数" readOnly={readOnly} onPut={put} />
              <Amount row={row} column="paid" label={`${months}执行数`} readOnly={readOnly} onPut={put} />
              <td className="figure">{rateOf(row)}</td>
              <Amount row={row} column="forecast" label="全年预计执行数" readOnly={readOnly} onPut={put} />
            </tr>
          ))}
        </tbody>
      </Box>
      <TreasuryLine form={form} readOnly={readOnly} onTake={(funds) => draft.change(() => ({ funds }))} />
      <PlanLine form={form} isOpen={round.state === 'open'} />
      {problemsAt(problems, 'funds').map(({ code, severity, message }) => (
        <Box key={code + message} sx={{ fontSize: 12, color: severityMarks[severity].colour }}>
          <span aria-hidden="true">{severityMarks[severity].shape}</span> {message}
        </Box>
      ))}
      <TextField
        label="资金执行偏差原因"
        field="fundsReason"
        hint={`执行率低于预警线，或预计全年执行率低于 ${rules.monitoring.reasonBelow.rate}% 的必填`}
        lines={2}
        readOnly={readOnly}
        problems={problemsAt(problems, 'fundsReason')}
        value={form.fundsReason}
        onCommit={(fundsReason) => draft.change(() => ({ fundsReason }))}
      />
      <Box sx={note}>预算数取自目标；年中有调整的按调整后的填写。</Box>
    </Box>
  )
}

function rateOf(row: Pick<FundRow, 'budget' | 'paid'>): string {
  const rate = executionRate(row)
  return rate ? percentText(rate) : '—'
}

function Amount(props: {
  row: FundRow
  column: 'budget' | 'paid' | 'forecast'
  label: string
  readOnly: boolean
  onPut: (group: FundGroup, change: Partial<FundRow>) => void
}) {
  const { row, column } = props
  if (props.readOnly) return <td className="figure">{formatWanExact(row[column])}</td>
  return (
    <td>
      <MoneyField
        hideLabel
        label={`${fundGroups[row.group]}：${props.label}`}
        value={row[column]}
        onCommit={(amount: Fen | null) => props.onPut(row.group, { [column]: amount })}
      />
    </td>
  )
}
