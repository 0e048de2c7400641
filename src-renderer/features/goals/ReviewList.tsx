import Box from '@mui/material/Box'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { goalFlow, heldSinceOf } from '#domain/goals/flow'
import { formatWan } from '#domain/money'
import { overdueDays } from '#domain/workflow'
import type { GoalRow } from '#storage/goals'
import { HealthMark } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'

const rowHeight = 52

/** What is still to be done, the present one marked. */
export function ReviewList(props: {
  rows: readonly GoalRow[]
  unitNames: ReadonlyMap<string, string>
  current: number
  now: string
  onChoose: (row: GoalRow) => void
}) {
  const { rows, current } = props
  const area = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  useEffect(() => {
    if (current >= 0) list.scrollToIndex(current, { align: 'auto' })
  }, [current, list])
  return (
    <Box
      ref={area}
      role="listbox"
      aria-label="待审目标"
      tabIndex={0}
      sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}
    >
      <Box sx={{ position: 'relative', height: list.getTotalSize() }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const late = overdueDays(goalFlow, row.status, heldSinceOf(row), props.now)
          return (
            <Box
              key={row.id}
              role="option"
              aria-selected={item.index === current}
              onClick={() => props.onChoose(row)}
              sx={{
                position: 'absolute',
                insetInline: 0,
                top: item.start,
                height: rowHeight,
                px: 3,
                py: 1,
                cursor: 'pointer',
                borderBottom: `1px solid ${colours.line}`,
                borderLeft: 3,
                borderLeftColor: item.index === current ? colours.primary : 'transparent',
                bgcolor: item.index === current ? colours.selected : undefined,
                fontSize: 13,
                lineHeight: '20px',
              }}
            >
              <Box
                title={row.name}
                sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
              >
                {row.name || '（未填名称）'}
              </Box>
              <Box sx={{ display: 'flex', gap: 2, fontSize: 12, color: colours.secondary }}>
                <Box sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                  {props.unitNames.get(row.unitId)}
                </Box>
                {late > 0 && <Box sx={{ color: colours.alarm, flex: 'none' }}>■ 超 {late} 天</Box>}
                <span>{formatWan(row.total)} 万元</span>
                <HealthMark health={row.health} />
              </Box>
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
