import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import { useId, useState } from 'react'
import type { Version } from '#domain/adjustments/adjustment'
import { diffContent, type SideLine, sideBySide } from '#domain/goals/compare'
import { momentText } from '#ui/moment-text'
import { colours } from '#ui/theme'

/** Two versions side by side: what differs, or everything. */
export function AdjustmentVersions({ versions }: { versions: readonly Version[] }) {
  const [leftLabel, setLeftLabel] = useState('')
  const [rightLabel, setRightLabel] = useState('')
  const [all, setAll] = useState(false)
  const whole = useId()
  const right = versions.find(({ label }) => label === rightLabel) ?? versions.at(-1)
  const left = versions.find(({ label }) => label === leftLabel) ?? versions[0]
  if (!left || !right) return null
  const lines = all ? sideBySide(left.content, right.content) : differences(left, right)
  return (
    <Box sx={{ p: 3 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 2 }}>
        <VersionChoice label="左边" versions={versions} value={left.label} onChange={setLeftLabel} />
        <VersionChoice label="右边" versions={versions} value={right.label} onChange={setRightLabel} />
      </Box>
      <Box sx={{ my: 2, fontSize: 13, display: 'flex', gap: 2, alignItems: 'center' }}>
        <input id={whole} type="checkbox" checked={all} onChange={() => setAll(!all)} />
        <label htmlFor={whole}>全部栏目（不勾选只看不同的）</label>
      </Box>
      {lines.length === 0 ? (
        <Box sx={{ color: colours.secondary, fontSize: 13 }}>两个版本内容相同。</Box>
      ) : (
        <Table size="small" aria-label="版本对照" sx={{ tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 132, px: 1.5 }}>栏目</TableCell>
              <TableCell sx={cell}>{left.label}</TableCell>
              <TableCell sx={cell}>{right.label}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map((line) => (
              <TableRow key={line.field} sx={line.differs ? { bgcolor: '#FFF7E6' } : {}}>
                <TableCell component="th" scope="row" sx={cell}>
                  {line.differs && all && (
                    <Box component="span" sx={{ color: colours.attention }}>
                      ▲{' '}
                    </Box>
                  )}
                  {line.label}
                </TableCell>
                <TableCell sx={{ ...cell, whiteSpace: 'pre-line' }}>{line.left || '（空）'}</TableCell>
                <TableCell sx={{ ...cell, whiteSpace: 'pre-line' }}>{line.right || '（空）'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Box>
  )
}

const cell = { verticalAlign: 'top', overflowWrap: 'anywhere', px: 1.5 } as const

function differences(left: Version, right: Version): SideLine[] {
  return diffContent(left.content, right.content).map(({ field, label, from, to }) => ({
    field,
    label,
    left: from,
    right: to,
    differs: true,
  }))
}

function VersionChoice(props: {
  label: string
  versions: readonly Version[]
  value: string
  onChange: (id: string) => void
}) {
  return (
    <TextField
      select
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      helperText={noteOf(props.versions.find(({ label }) => label === props.value))}
    >
      {props.versions.map((version) => (
        <MenuItem key={version.label} value={version.label}>
          {version.label}
        </MenuItem>
      ))}
    </TextField>
  )
}

function noteOf(version: Version | undefined): string {
  return version?.at ? `${momentText(version.at)} ${version.by}` : ''
}
