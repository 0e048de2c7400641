import Box from '@mui/material/Box'
import { denominators, type FundGroup } from '#domain/evaluation/rules'
import { carriedKinds, type FundRow, fundSum } from '#domain/evaluation/self-evaluation'
import { formatWeight } from '#domain/goals/weights'
import { type Fen, formatWanExact } from '#domain/money'
import { executionRate, percentText } from '#domain/monitoring/ratio'
import { problemsAt } from '#domain/problem'
import { MoneyField } from '#ui/MoneyField.tsx'
import { PointsField } from '#ui/PointsField.tsx'
import { note, tableStyle } from '#ui/part-style'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import type { PartProps } from './part.ts'
import { TreasuryLine } from './TreasuryLine.tsx'

const amountColumns = { initial: '年初预算数', revised: '全年预算数', paid: '全年执行数' } as const
type AmountColumn = keyof typeof amountColumns
const columnList = Object.keys(amountColumns) as AmountColumn[] // the keys of the table

/** 项目资金 in the rows of the form's edition, and the score of 预算执行率 with its formula. */
export function PartFunds({ draft, score, problems, readOnly }: PartProps) {
  const { form } = draft
  const { edition, execution } = score
  const total = fundSum(form.funds)
  const named = (group: FundGroup) => edition.funds.find((row) => row.group === group)?.name ?? group

  function put(group: FundGroup, change: Partial<FundRow>) {
    draft.change((before) => ({
      funds: before.funds.map((row) => (row.group === group ? { ...row, ...change } : row)),
      // What a form wrote as its total is overtaken by the rows.
      writtenTotal: null,
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
            <th scope="col" style={{ width: '24%' }}>
              资金（万元）
            </th>
            {columnList.map((column) => (
              <th scope="col" className="figure" key={column}>
                {amountColumns[column]}
              </th>
            ))}
            <th scope="col" className="figure" style={{ width: '11%' }}>
              执行率
            </th>
            <th scope="col" className="figure" style={{ width: '8%' }}>
              分值
            </th>
            <th scope="col" className="figure" style={{ width: '9%' }}>
              得分
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>年度资金总额</td>
            {columnList.map((column) => (
              <td className="figure" key={column}>
                {formatWanExact(total[column])}
              </td>
            ))}
            <td className="figure">{score.rate ? percentText(score.rate) : ''}</td>
            <td className="figure">{formatWeight(edition.executionWeight)}</td>
            <td className="figure">{formatWeight(execution.score)}</td>
          </tr>
          {form.funds.map((row) => (
            <tr key={row.group}>
              <td>{named(row.group)}</td>
              {columnList.map((column) => (
                <Amount
                  key={column}
                  row={row}
                  column={column}
                  label={`${named(row.group)}：${amountColumns[column]}`}
                  readOnly={readOnly}
                  onPut={put}
                />
              ))}
              <td className="figure">{rateOf(row)}</td>
              <td className="figure">—</td>
              <td className="figure">—</td>
            </tr>
          ))}
        </tbody>
      </Box>
      <Box sx={note}>
        执行率 = 全年执行数 ÷ {denominators[edition.denominator]}。
        {execution.auto.formula || `${execution.auto.why}。`}
      </Box>
      <TreasuryLine
        form={form}
        edition={edition}
        readOnly={readOnly}
        onTake={(funds) => draft.change(() => ({ funds, writtenTotal: null }))}
      />
      {[
        ...problemsAt(problems, 'funds'),
        ...columnList.flatMap((column) => problemsAt(problems, `funds.${column}`)),
      ].map(({ code, severity, message }) => (
        <Box key={code + message} sx={{ fontSize: 12, color: severityMarks[severity].colour }}>
          <span aria-hidden="true">{severityMarks[severity].shape}</span> {message}
        </Box>
      ))}
      <Reasons draft={draft} score={score} problems={problems} readOnly={readOnly} />
    </Box>
  )
}

function Reasons({
  draft,
  score,
  problems,
  readOnly,
}: Pick<PartProps, 'draft' | 'score' | 'problems' | 'readOnly'>) {
  const { form } = draft
  const { edition } = score
  const text = (field: 'fundsReason' | 'adjustmentReason' | 'carriedReason', label: string, hint: string) => (
    <TextField
      label={label}
      field={field}
      hint={hint}
      lines={2}
      wide={false}
      readOnly={readOnly}
      problems={problemsAt(problems, field)}
      value={form[field]}
      onCommit={(written) => draft.change(() => ({ [field]: written }))}
    />
  )
  const line = edition.reasonBelow
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', maxWidth: 900 }}>
      {text('fundsReason', '执行率原因', line ? `低于 ${line.rate}% 的必填` : '执行率低的请说明')}
      {text('adjustmentReason', '预算调整理由', '年中调整了预算的填写')}
      <ChoiceField
        label="结转情况"
        field="carried"
        readOnly={readOnly}
        problems={problemsAt(problems, 'carried')}
        value={form.carried}
        choices={carriedKinds}
        onCommit={(carried) => carried !== '' && draft.change(() => ({ carried }))}
      />
      {form.carried === 'out' || form.carried === 'both' || form.carriedReason !== ''
        ? text('carriedReason', '结转原因和下年安排', '结转下年的必填')
        : null}
      <PointsField
        label="执行率人工评分"
        field="executionOwn"
        hint={`留空按公式，满分 ${formatWeight(edition.executionWeight)}`}
        readOnly={readOnly}
        problems={problemsAt(problems, 'executionOwn')}
        value={form.executionOwn}
        onCommit={(executionOwn) => draft.change(() => ({ executionOwn }))}
      />
      {form.executionOwn !== null && (
        <TextField
          label="执行率评分理由"
          field="executionOwnReason"
          readOnly={readOnly}
          problems={problemsAt(problems, 'executionOwnReason')}
          value={form.executionOwnReason}
          onCommit={(executionOwnReason) => draft.change(() => ({ executionOwnReason }))}
        />
      )}
    </Box>
  )
}

function rateOf({ revised, paid }: FundRow): string {
  const rate = executionRate({ budget: revised, paid })
  return rate ? percentText(rate) : '—'
}

function Amount(props: {
  row: FundRow
  column: AmountColumn
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
        label={props.label}
        value={row[column]}
        onCommit={(amount: Fen | null) => props.onPut(row.group, { [column]: amount })}
      />
    </td>
  )
}
