import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { type IndicatorSystem, indicatorsOf } from '#domain/evaluation/indicator-system'
import { linesOf, withLines } from '#domain/evaluation/system-table'
import { balancedSystem, balancedWithin, sumsOf, systemProblems } from '#domain/evaluation/system-weights'
import { formatWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { Sheet, type SheetHandle } from '#ui/Sheet.tsx'
import { SystemPanel } from './SystemPanel.tsx'
import { linesOfRows, rowsOfLines, settleSystemRow, systemColumns, unreadSystemCell } from './system-rows.ts'

function newId(): string {
  return crypto.randomUUID()
}

/** 指标体系 as a sheet like in Excel, and beside it what does not fit into a cell: 要点, sums and problems. */
export function SystemEditor(props: {
  system: IndicatorSystem
  readOnly: boolean
  onChange: (patch: (before: IndicatorSystem) => IndicatorSystem) => void
  /** What stands above the sheet. */
  head?: ReactNode
}) {
  const { system, readOnly, onChange } = props
  const { rules } = useSession()
  const sheet = useRef<SheetHandle>(null)
  const [start] = useState(() => rowsOfLines(linesOf(system)))
  const [current, setCurrent] = useState('')
  const [focus, setFocus] = useState<{ rowId: string; column: string; turn: number } | null>(null)
  const problems = useMemo(() => systemProblems(system, rules.evaluation.scoring), [system, rules])
  const sums = sumsOf(system)
  const marks = useMemo(() => new Map(problems.map((problem) => [problem.at, problem])), [problems])

  function balance(how: (before: IndicatorSystem) => IndicatorSystem) {
    const balanced = how(system)
    sheet.current?.putRows(() => ({ rows: rowsOfLines(linesOf(balanced)), row: 0, col: 3 }))
    onChange(how)
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          overflow: 'auto',
          p: 3,
          display: 'grid',
          gap: 3,
          alignContent: 'start',
          gridTemplateColumns: 'minmax(0, 1fr)',
        }}
      >
        {props.head}
        <Sheet
          handle={sheet}
          label="评价指标体系"
          columns={systemColumns}
          rows={start}
          nextId={newId}
          readOnly={readOnly}
          focus={focus}
          onCursor={setCurrent}
          onRows={(rows) => {
            const lines = linesOfRows(rows)
            onChange((before) => withLines(before, lines, newId))
          }}
          settle={settleSystemRow}
          unreadOf={unreadSystemCell}
          markOf={(rowId, column) => {
            const problem = column === 'points' || column === 'name' ? marks.get(rowId) : undefined
            const isHere = problem && (problem.code === 'points-invalid') === (column === 'points')
            return isHere ? { severity: problem.severity, text: problem.message } : null
          }}
          sums={{
            name: `共 ${indicatorsOf(system).length} 个指标`,
            points: formatWeight(sums.total),
          }}
          tools={
            readOnly ? null : (
              <>
                <Button
                  size="small"
                  title="各指标按现有比例调整到合计 100 分，以 0.5 分为单位"
                  onClick={() => balance((before) => balancedSystem(before))}
                >
                  配平到 100 分
                </Button>
                <Button
                  size="small"
                  title="一级指标的分值不动，其下各指标按比例调整"
                  onClick={() => balance((before) => balancedWithin(before))}
                >
                  按一级分值配平
                </Button>
              </>
            )
          }
          blank="还没有指标。从表格粘贴，或在第一格开始填写。"
        />
      </Box>
      <SystemPanel
        system={system}
        indicatorId={current}
        problems={problems}
        readOnly={readOnly}
        onChange={onChange}
        onJump={(rowId) => setFocus((before) => ({ rowId, column: 'name', turn: (before?.turn ?? 0) + 1 }))}
      />
    </Box>
  )
}
