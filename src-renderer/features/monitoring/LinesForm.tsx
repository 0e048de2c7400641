import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { months } from '#domain/execution/execution'
import {
  type OwnLine,
  type OwnNumberId,
  type OwnRulesWanted,
  ownNumberIds,
  ownNumbers,
} from '#domain/monitoring/own-rules'
import { monthsText } from '#domain/monitoring/round'
import type { MonitoringRules } from '#domain/monitoring/rules'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'

const cell = { p: '6px 8px', borderBottom: `1px solid ${colours.line}`, textAlign: 'left' } as const

/** A whole number as typed; null for anything else. */
function wholeNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '')
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null
}

/** The lines of the lights beside those of the pack; what the bureau set is marked. */
export function LinesForm(props: {
  shipped: MonitoringRules
  wanted: OwnRulesWanted
  readOnly: boolean
  onChange: (wanted: OwnRulesWanted) => void
}) {
  const { shipped, wanted, readOnly } = props
  const lines = wanted.lines ?? shipped.executionLines
  const putLines = (next: readonly OwnLine[]) =>
    props.onChange({ ...wanted, lines: next.toSorted((left, right) => left.month - right.month) })

  function putLine(index: number, change: Partial<OwnLine>) {
    putLines(lines.map(({ month, rate }, at) => ({ month, rate, ...(at === index ? change : {}) })))
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
  function putNumber(id: OwnNumberId, text: string) {
    const value = wholeNumber(text)
    if (value !== null) props.onChange({ ...wanted, numbers: { ...wanted.numbers, [id]: value } })
  }

  return (
    <>
      <Heading>预算执行预警线</Heading>
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', fontSize: 13 }}>
        <Heads names={['截至月份', '执行率不低于（%）', '规则包']} />
        <tbody>
          {lines.map(({ month, rate }, index) => {
            const was = shipped.executionLines.find((line) => line.month === month)
            return (
              <tr key={month}>
                <Box component="td" sx={{ ...cell, width: 120 }}>
                  <ChoiceField
                    hideLabel
                    label={`第 ${index + 1} 条线的月份`}
                    value={`m${month}`}
                    choices={monthChoices(lines, month)}
                    readOnly={readOnly}
                    onCommit={(chosen) => putLine(index, { month: Number(chosen.slice(1)) })}
                  />
                </Box>
                <Box component="td" sx={{ ...cell, width: 120 }}>
                  <TextField
                    hideLabel
                    label={`${monthsText(month)}预警线`}
                    align="right"
                    value={String(rate)}
                    readOnly={readOnly}
                    onCommit={(text) => putLine(index, { rate: wholeNumber(text) ?? rate })}
                  />
                </Box>
                <Box component="td" sx={cell}>
                  <Was text={was ? `${was.rate}%` : '没有这条线'} isOwn={was?.rate !== rate} />
                  {!readOnly && lines.length > 1 && (
                    <Button
                      size="small"
                      color="inherit"
                      aria-label={`去掉${monthsText(month)}的预警线`}
                      onClick={() => putLines(lines.filter((_line, at) => at !== index))}
                    >
                      去掉
                    </Button>
                  )}
                </Box>
              </tr>
            )
          })}
        </tbody>
      </Box>
      {!readOnly && (
        <Button size="small" disabled={lines.length === 12} onClick={addLine} sx={{ mt: 1 }}>
          增加一条线
        </Button>
      )}
      <Heading>亮灯距离、期限和筛查</Heading>
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', fontSize: 13 }}>
        <Heads names={['事项', '本局', '规则包']} />
        <tbody>
          {ownNumberIds.map((id) => {
            const { name, unit, about, read } = ownNumbers[id]
            const value = wanted.numbers[id] ?? read(shipped)
            return (
              <tr key={id}>
                <Box component="td" sx={cell}>
                  {name}
                  <Box sx={{ fontSize: 12, color: colours.secondary }}>{about}</Box>
                </Box>
                <Box component="td" sx={{ ...cell, width: 120 }}>
                  <TextField
                    hideLabel
                    label={`${name}（${unit}）`}
                    align="right"
                    value={String(value)}
                    readOnly={readOnly}
                    onCommit={(text) => putNumber(id, text)}
                  />
                </Box>
                <Box component="td" sx={{ ...cell, whiteSpace: 'nowrap' }}>
                  <Was text={`${read(shipped)} ${unit}`} isOwn={value !== read(shipped)} />
                </Box>
              </tr>
            )
          })}
        </tbody>
      </Box>
    </>
  )
}

/** The months that no other line has. */
function monthChoices(lines: readonly OwnLine[], own: number): Record<string, string> {
  const free = months.filter((month) => month === own || !lines.some((line) => line.month === month))
  return Object.fromEntries(free.map((month) => [`m${month}`, monthsText(month)]))
}

function Was({ text, isOwn }: { text: string; isOwn: boolean }) {
  return (
    <Box component="span" sx={{ color: isOwn ? colours.attention : colours.secondary }}>
      {isOwn && <span aria-hidden="true">▲ </span>}
      {isOwn ? `原为 ${text}` : text}
    </Box>
  )
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <Box component="h2" sx={{ fontSize: 14, fontWeight: 600, mt: 3, mb: 1, '&:first-of-type': { mt: 0 } }}>
      {children}
    </Box>
  )
}

function Heads({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <Box key={name} component="th" sx={{ ...cell, bgcolor: colours.head, fontWeight: 500 }}>
            {name}
          </Box>
        ))}
      </tr>
    </thead>
  )
}
