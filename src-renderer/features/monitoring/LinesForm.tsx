import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useRef } from 'react'
import { flushSync } from 'react-dom'
import { months } from '#domain/execution/execution'
import { type OwnLine, type OwnRulesWanted, ownNumberIds, ownNumbers } from '#domain/monitoring/own-rules'
import { monthsText } from '#domain/monitoring/round'
import type { MonitoringRules } from '#domain/monitoring/rules'
import { CountField } from '#ui/CountField.tsx'
import { firstFieldIn } from '#ui/first-field'
import { OwnNumberRow, RuleTable, ruleCell, Was } from '#ui/RuleTable.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { takeRow } from '#ui/take-row'

/** The lines of the lights beside those of the pack; what the bureau set is marked. */
export function LinesForm(props: {
  shipped: MonitoringRules
  wanted: OwnRulesWanted
  readOnly: boolean
  onChange: (wanted: OwnRulesWanted) => void
}) {
  const { shipped, wanted, readOnly } = props
  const form = useRef<HTMLDivElement>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const lines = wanted.lines ?? shipped.executionLines
  const putLines = (next: readonly OwnLine[]) =>
    props.onChange({ ...wanted, lines: next.toSorted((left, right) => left.month - right.month) })

  function putLine(index: number, change: Partial<OwnLine>) {
    putLines(lines.map(({ month, rate }, at) => ({ month, rate, ...(at === index ? change : {}) })))
  }
  /** The line goes to its new place among the months, and the focus with it. */
  function moveLine(index: number, month: number) {
    flushSync(() => putLine(index, { month }))
    const row = form.current?.querySelector(`tr[data-month="${month}"]`)
    if (row) firstFieldIn(row)?.focus()
  }
  function addLine() {
    const last = lines.at(-1)
    const free = months.findLast((month) => !lines.some((line) => line.month === month))
    if (free !== undefined)
      putLines([
        ...lines.map(({ month, rate }) => ({ month, rate })),
        { month: free, rate: last?.rate ?? 50 },
      ])
  }

  return (
    <Box ref={form}>
      <Heading>预算执行预警线</Heading>
      <RuleTable
        label="预算执行预警线"
        heads={[
          ['截至月份', 30],
          ['执行率不低于（%）', 30],
          ['规则包', 40],
        ]}
      >
        {lines.map(({ month, rate }, index) => {
          const was = shipped.executionLines.find((line) => line.month === month)
          return (
            <tr key={month} data-month={month}>
              <Box component="td" sx={ruleCell}>
                <ChoiceField
                  hideLabel
                  label={`第 ${index + 1} 条线的月份`}
                  value={`m${month}`}
                  choices={monthChoices(lines, month)}
                  readOnly={readOnly}
                  onCommit={(chosen) => moveLine(index, Number(chosen.slice(1)))}
                />
              </Box>
              <Box component="td" sx={ruleCell}>
                <CountField
                  hideLabel
                  label={`${monthsText(month)}预警线`}
                  isNeeded
                  value={rate}
                  readOnly={readOnly}
                  onCommit={(typed) => putLine(index, { rate: typed })}
                />
              </Box>
              <Box component="td" sx={ruleCell}>
                <Was text={was ? `${was.rate}%` : '没有这条线'} isOwn={was?.rate !== rate} />
                {!readOnly && lines.length > 1 && (
                  <Button
                    size="small"
                    color="inherit"
                    aria-label={`去掉${monthsText(month)}的预警线`}
                    onClick={({ currentTarget }) =>
                      takeRow(currentTarget, adder, () => putLines(lines.filter((_line, at) => at !== index)))
                    }
                  >
                    去掉
                  </Button>
                )}
              </Box>
            </tr>
          )
        })}
      </RuleTable>
      {!readOnly && (
        <Button ref={adder} size="small" disabled={lines.length === 12} onClick={addLine} sx={{ mt: 1 }}>
          增加一条线
        </Button>
      )}
      <Heading>亮灯距离、期限和筛查</Heading>
      <RuleTable
        label="亮灯距离、期限和筛查"
        heads={[
          ['事项', 50],
          ['本局', 20],
          ['规则包', 30],
        ]}
      >
        {ownNumberIds.map((id) => {
          const number = ownNumbers[id]
          const was = number.read(shipped)
          return (
            <OwnNumberRow
              key={id}
              number={number}
              was={was}
              value={wanted.numbers[id] ?? was}
              readOnly={readOnly}
              onChange={(value) => props.onChange({ ...wanted, numbers: { ...wanted.numbers, [id]: value } })}
            />
          )
        })}
      </RuleTable>
    </Box>
  )
}

/** The months that no other line has. */
function monthChoices(lines: readonly OwnLine[], own: number): Record<string, string> {
  const free = months.filter((month) => month === own || !lines.some((line) => line.month === month))
  return Object.fromEntries(free.map((month) => [`m${month}`, monthsText(month)]))
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <Box component="h2" sx={{ fontSize: 14, fontWeight: 600, mt: 3, mb: 1, '&:first-of-type': { mt: 0 } }}>
      {children}
    </Box>
  )
}
