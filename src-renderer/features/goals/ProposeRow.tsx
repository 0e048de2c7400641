import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { proposeIndicator } from '#actions/propose-indicator'
import type { GoalContent, Indicator } from '#domain/goals/goal'
import type { LibraryIndicator } from '#domain/library/indicator'
import { sectors } from '#domain/library/library'
import { checkOwn, firstFault } from '#domain/library/own-check'
import { entryKey, ownFromRow } from '#domain/library/own-indicator'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { nextId } from '#storage/stamp'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** Rows of the indicator sheet that the library does not have, to be proposed to it. */
export function ProposeRow(props: {
  content: GoalContent
  year: number
  /** The sector that the project goes with. */
  sector: string
  /** Entries of the library and proposals on their way. */
  known: readonly { name: string; level2: string }[]
  library: readonly LibraryIndicator[]
}) {
  const { content, sector, library } = props
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const known = new Set(props.known.map(entryKey))
  const rows = content.indicators.filter((row) => row.name.trim() !== '' && !known.has(entryKey(row)))
  if (rows.length === 0 || !may(by, 'propose-indicator')) return null

  function propose(row: Indicator) {
    setAnchor(null)
    const { name, kind } = content
    const own = ownFromRow(row, { name, year: props.year, kind }, sector, nextId)
    const fault = firstFault(checkOwn(own, { rules, sectors, others: library }))
    if (fault) {
      say({ text: `“${own.name}”没有提交：${fault.message}`, severity: 'warning' })
      return
    }
    attempt(async () => {
      await proposeIndicator(book.id, nextId(), 0, own, by)
      say(`已把“${own.name}”提交指标库，等待监督与绩效管理科确认。`)
    })
  }

  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        p: '4px 4px 4px 12px',
        fontSize: 12,
        color: colours.secondary,
        borderBottom: `1px solid ${colours.line}`,
      }}
    >
      <Box sx={{ flex: 1 }}>本表有 {rows.length} 条指标库里没有</Box>
      <Button size="small" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        提交指标库
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {rows.map((row) => (
          <MenuItem key={row.id} onClick={() => propose(row)} sx={{ fontSize: 13 }}>
            {row.name}
          </MenuItem>
        ))}
      </Menu>
    </Box>
  )
}
