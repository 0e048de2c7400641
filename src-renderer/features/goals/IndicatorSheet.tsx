import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useRef, useState } from 'react'
import { operators } from '#domain/goals/goal'
import { formatWeight, weightMeter } from '#domain/goals/weights'
import type { Problem } from '#domain/problem'
import { findLevel1 } from '#domain/rules/levels'
import type { YearRules } from '#domain/year-rules'
import { useSession } from '#session'
import { nextId } from '#storage/stamp'
import { Sheet, type SheetColumn, type SheetMark, type SheetRow } from '#ui/Sheet.tsx'
import { colours } from '#ui/theme'
import type { SectionProps } from './GoalSections.tsx'
import { GoalWeightMeter } from './GoalWeightMeter.tsx'
import {
  columnOf,
  type IndicatorKey,
  indicatorKeys,
  indicatorsOfRows,
  rowsOfIndicators,
  settleIndicator,
  type Unread,
  unreadAfterPaste,
  unreadMark,
  yearFiller,
} from './goal-indicator-rows.ts'
import { arrangePaste } from './goal-paste.ts'

const shapes: Record<IndicatorKey, { title: string; width: number; align?: 'right' | 'center' }> = {
  level1: { title: '一级指标', width: 84 },
  level2: { title: '二级指标', width: 106 },
  name: { title: '三级指标', width: 178 },
  operator: { title: '性质', width: 50, align: 'center' },
  value: { title: '指标值', width: 84, align: 'right' },
  unit: { title: '单位', width: 56 },
  weight: { title: '权重', width: 52, align: 'right' },
  previous: { title: '上年', width: 82, align: 'right' },
  earlier: { title: '前年', width: 82, align: 'right' },
  longTermTarget: { title: '中长期指标值', width: 104 },
  basis: { title: '指标值设定依据', width: 160 },
  method: { title: '取值方式', width: 120 },
  source: { title: '完成值数据来源', width: 140 },
  scoring: { title: '评分规则', width: 160 },
  note: { title: '备注', width: 140 },
}

function columnsFor(rules: YearRules, year: number): SheetColumn[] {
  return indicatorKeys.map((key): SheetColumn => {
    const shape = { key, ...shapes[key] }
    if (key === 'previous') return { ...shape, title: `${year - 1} 年`, readOnly: true }
    if (key === 'earlier') return { ...shape, title: `${year - 2} 年`, readOnly: true }
    if (key === 'level1') return { ...shape, choices: () => rules.frame.map((level) => level.name) }
    if (key === 'operator') return { ...shape, choices: () => operators.filter((sign) => sign !== '') }
    if (key === 'level2') {
      return {
        ...shape,
        choices: (cells) => {
          const level = findLevel1(cells[columnOf('level1')] ?? '', rules)
          const levels = level ? [level] : rules.frame
          return levels.flatMap((each) => each.level2.map((second) => second.name))
        },
      }
    }
    return shape
  })
}

/** What a finding points to when it names the row only. */
function markPlace(problem: Problem): string {
  const [, row = '', column = 'name'] = problem.at.split('.')
  return `${row} ${column}`
}

export function IndicatorSheet({ record, draft, problems, readOnly, focus, sheet }: SectionProps) {
  const { rules } = useSession()
  const { indicators } = draft.content
  const year = record.goal.year
  const columns = useMemo(() => columnsFor(rules, year), [rules, year])
  const fillYears = useMemo(() => yearFiller(record.previous, record.earlier), [record])
  const [start] = useState(() => rowsOfIndicators(indicators, record.previous, record.earlier))
  const [report, setReport] = useState<Report | null>(null)
  const [looked, setLooked] = useState<{ rowId: string; column: string; turn: number } | null>(null)
  const place = usePlace(focus?.sheet === 'indicators' ? focus : null, looked)

  const marks = useMemo(() => {
    const found = new Map<string, SheetMark>()
    for (const problem of problems) {
      if (!problem.at.startsWith('indicators.') || found.has(markPlace(problem))) continue
      found.set(markPlace(problem), { severity: problem.severity, text: problem.message })
    }
    return found
  }, [problems])

  function onRows(rows: readonly SheetRow[]) {
    // Taken back, it has nothing more to say.
    if (rows === report?.before) setReport(null)
    draft.change({ indicators: indicatorsOfRows(rows, indicators) })
  }

  const whole = problems.filter((problem) => problem.at === 'indicators')
  const meter = weightMeter(indicators, rules)
  return (
    <Box data-field="indicators">
      <GoalWeightMeter indicators={indicators} rules={rules} />
      {report && (
        <PasteReport
          report={report}
          onLook={(cell) => setLooked({ ...cell, turn: (looked?.turn ?? 0) + 1 })}
          onClose={() => {
            setReport(null)
            sheet.current?.focus()
          }}
        />
      )}
      <Sheet
        handle={sheet}
        label="绩效指标"
        columns={columns}
        rows={start}
        nextId={nextId}
        readOnly={readOnly}
        onRows={onRows}
        onTyping={draft.touch}
        settle={(cells, changed) => fillYears(settleIndicator(cells, changed, rules))}
        arrange={arrangePaste}
        onPasted={({ before, rows, columns, skipped, unplaced }) => {
          const unread = unreadAfterPaste(rows, columns, rules)
          setReport({ before, count: rows.length, skipped, unplaced, unread })
        }}
        unreadOf={unreadMark}
        markOf={(rowId, column) => marks.get(`${rowId} ${column}`) ?? null}
        focus={place}
        sums={{
          name: `共 ${indicators.length} 条`,
          weight: formatWeight(meter.total),
        }}
        blank="还没有指标。点这里直接输入，或从 Excel、WPS 复制后粘贴；带表头也能识别。"
      />
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, fontSize: 12, color: colours.secondary }}
      >
        {whole.map((problem) => (
          <li key={problem.code + problem.message}>
            {problem.severity === 'error' ? '■' : problem.severity === 'warning' ? '▲' : '◆'}{' '}
            {problem.message}
          </li>
        ))}
      </Box>
    </Box>
  )
}

type Place = { rowId: string; column: string; turn: number }

/** Of two sources of jumps the one that moved last. */
function usePlace(one: Place | null, two: Place | null): Place | null {
  const seen = useRef<{ one: Place | null; two: Place | null; place: Place | null }>({
    one: null,
    two: null,
    place: null,
  })
  const last = seen.current
  const moved = one !== last.one ? one : two !== last.two ? two : null
  const place = moved ? { ...moved, turn: (last.place?.turn ?? 0) + 1 } : last.place
  seen.current = { one, two, place }
  return place
}

type Report = {
  /** The rows as they stood before. */
  before: readonly SheetRow[]
  count: number
  skipped: number
  /** Heads of columns that have no place in the sheet. */
  unplaced: readonly string[]
  unread: readonly Unread[]
}

function PasteReport(props: { report: Report; onLook: (cell: Unread) => void; onClose: () => void }) {
  const { count, skipped, unplaced, unread } = props.report
  const [open, setOpen] = useState(false)
  return (
    <Box
      role="status"
      sx={{ my: 1, px: 2, py: 1, fontSize: 13, bgcolor: colours.selected, borderRadius: '4px' }}
    >
      粘贴 {count} 行，{skipped > 0 && `略过合计行 ${skipped} 行，`}
      {unplaced.length > 0 && `没有粘贴“${unplaced.join('”“')}”列（本表没有这一栏），`}
      {unread.length === 0 ? '全部识别。' : `${unread.length} 处未识别：`}
      {unread.length > 0 && (
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '查看'}
        </Button>
      )}
      <Button size="small" color="inherit" onClick={props.onClose}>
        知道了
      </Button>
      {open && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {unread.map((cell) => (
            <li key={`${cell.rowId} ${cell.column}`}>
              <Button size="small" onClick={() => props.onLook(cell)}>
                {shapes[cell.column].title}“{cell.text}”
              </Button>
              {cell.why}
            </li>
          ))}
        </Box>
      )}
    </Box>
  )
}
