import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import { type LightKind, lightKinds, severityOf } from '#domain/monitoring/lights'
import { type RehearsedForm, sumOfRehearsal } from '#domain/monitoring/rehearsal'
import type { Unit } from '#domain/year-book'
import { LightMark } from '#ui/LightMark.tsx'
import { colours } from '#ui/theme'

const step = 100
const cell = {
  p: '6px 8px',
  borderBottom: `1px solid ${colours.line}`,
  textAlign: 'left',
  verticalAlign: 'top',
} as const
const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table

/** 试算: how many projects change colour under the lines as they stand on the left, and which. */
export function RehearsalList({
  rehearsed,
  units,
}: {
  rehearsed: readonly RehearsedForm[]
  units: readonly Unit[]
}) {
  const [limit, setLimit] = useState(step)
  const [kind, setKind] = useState<LightKind | ''>('')
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const rows = rehearsed
    .flatMap(({ form, changes, isKept }) => changes.map((change) => ({ form, change, isKept })))
    .filter(({ change }) => kind === '' || change.kind === kind)
    .sort((left, right) => severityOf(right.change.to) - severityOf(left.change.to))
  const { forms, worse, better, kept } = sumOfRehearsal(rehearsed)
  if (forms === 0)
    return (
      <Box role="status" sx={{ fontSize: 14 }}>
        ● 按左边的线，没有项目变色。
      </Box>
    )
  return (
    <>
      <Box role="status" sx={{ fontSize: 14, mb: 2 }}>
        按左边的线，<b>{forms} 个项目变色</b>：{worse} 个加重，{better} 个减轻
        {kept > 0 && `；其中 ${kept} 个已汇总，灯按汇总时保留不变`}。
      </Box>
      <Box role="group" aria-label="按灯筛选" sx={{ display: 'flex', gap: 1, mb: 1 }}>
        {kinds.map(([id, name]) => {
          const count = rehearsed.filter(({ changes }) => changes.some((each) => each.kind === id)).length
          return (
            count > 0 && (
              <Button
                key={id}
                size="small"
                variant={kind === id ? 'contained' : 'outlined'}
                aria-pressed={kind === id}
                onClick={() => setKind(kind === id ? '' : id)}
              >
                {name} {count}
              </Button>
            )
          )
        })}
      </Box>
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', fontSize: 13 }}>
        <thead>
          <tr>
            {['项目', '灯', '现在', '改后', '改后的原因'].map((name) => (
              <Box key={name} component="th" sx={{ ...cell, bgcolor: colours.head, fontWeight: 500 }}>
                {name}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map(({ form, change, isKept }) => (
            <tr key={`${form.id} ${change.kind}`}>
              <Box component="td" sx={cell}>
                <Link to={`/monitoring/${form.id}`}>{form.name}</Link>
                <Box sx={{ fontSize: 12, color: colours.secondary }}>
                  {unitNames.get(form.unitId) ?? ''}
                  {isKept && '（已汇总，保留）'}
                </Box>
              </Box>
              <Box component="td" sx={{ ...cell, whiteSpace: 'nowrap' }}>
                {lightKinds[change.kind]}
              </Box>
              <Box component="td" sx={cell}>
                <LightMark colour={change.from} />
              </Box>
              <Box component="td" sx={cell}>
                <LightMark colour={change.to} />
              </Box>
              <Box component="td" sx={cell}>
                {change.reason}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
      {rows.length > limit && (
        <Button size="small" onClick={() => setLimit(limit + step)} sx={{ mt: 1 }}>
          再显示 {Math.min(step, rows.length - limit)} 条（共 {rows.length} 条）
        </Button>
      )}
    </>
  )
}
