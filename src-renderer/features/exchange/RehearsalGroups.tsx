import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { type Line, verdicts } from '#domain/exchange/rehearsal'
import { EmptyState } from '#ui/EmptyState.tsx'
import { totalsText } from './package-words.ts'
import { groupLines, verdictList } from './rehearsal-rows.ts'
import { listStyle } from './styles.ts'

/** Counts and control totals by unit or by table; each opens its records. */
export function RehearsalGroups(props: {
  lines: readonly Line[]
  by: 'unit' | 'table'
  names: ReadonlyMap<string, string>
  /** What to say where there is none. */
  emptyText: string
  onOpen: (key: string) => void
}) {
  const { lines, by, names } = props
  const groups = useMemo(() => groupLines(lines, by, names), [lines, by, names])
  const present = verdictList.filter((verdict) => groups.some(({ counts }) => counts[verdict] > 0))
  if (groups.length === 0) return <EmptyState text={props.emptyText} />
  return (
    <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto' }} tabIndex={0} role="region" aria-label="汇总">
      <Box component="table" aria-label={by === 'unit' ? '按单位' : '按类别'} sx={listStyle}>
        <thead>
          <tr>
            <th scope="col">{by === 'unit' ? '单位' : '类别'}</th>
            {present.map((verdict) => (
              <th scope="col" key={verdict} className="figure">
                {verdicts[verdict]}
              </th>
            ))}
            <th scope="col">控制数：来包</th>
            <th scope="col">控制数：本机现有</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <td>
                {group.key === '' ? (
                  group.name
                ) : (
                  <Button
                    size="small"
                    onClick={() => props.onOpen(group.key)}
                    sx={{ minWidth: 0, p: 0, textAlign: 'left' }}
                  >
                    {group.name}
                  </Button>
                )}
              </td>
              {present.map((verdict) => (
                <td key={verdict} className="figure">
                  {group.counts[verdict] || ''}
                </td>
              ))}
              <td>{totalsText(group.theirs) || '—'}</td>
              <td>{totalsText(group.ours) || '—'}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}
