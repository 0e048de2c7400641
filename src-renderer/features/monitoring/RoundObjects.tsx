import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Goal } from '#domain/goals/goal'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { SearchField } from '#ui/SearchField.tsx'
import { colours } from '#ui/theme'

const shownAtOnce = 200

/** A goal that may be named for a round, and why the rules propose it. */
export type Candidate = Pick<Goal, 'id' | 'name' | 'unitId' | 'total'> & { reasons: readonly string[] }

/** 指定项目: what is proposed for 重点监控 stands first; a search finds the rest. */
export function RoundObjects(props: {
  candidates: readonly Candidate[]
  units: readonly Unit[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const { candidates, chosen, onChange } = props
  const [search, setSearch] = useState('')
  const unitNames = new Map(props.units.map(({ id, name }) => [id, name]))
  const ticked = new Set(chosen)
  const proposed = candidates.filter(({ reasons }) => reasons.length > 0)
  const found = candidates
    .filter(({ name, unitId }) => `${name} ${unitNames.get(unitId) ?? ''}`.includes(search.trim()))
    .toSorted((left, right) => right.reasons.length - left.reasons.length)

  function toggle(id: string, on: boolean) {
    onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))
  }

  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1, fontSize: 13 }}>
        <SearchField label="查找项目" placeholder="名称、单位" value={search} onChange={setSearch} />
        <Button
          size="small"
          variant="outlined"
          disabled={proposed.length === 0}
          onClick={() => onChange([...new Set([...chosen, ...proposed.map(({ id }) => id)])])}
        >
          选上 {proposed.length} 个建议重点监控的
        </Button>
        <Box sx={{ flex: 1 }} />
        <Box role="status">已选 {chosen.length} 个</Box>
      </Box>
      <Box
        component="ul"
        aria-label="可以指定的项目"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          height: 220,
          overflow: 'auto',
          border: `1px solid ${colours.control}`,
          borderRadius: '4px',
          fontSize: 13,
        }}
      >
        {found.slice(0, shownAtOnce).map(({ id, name, unitId, total, reasons }) => (
          <Box
            component="li"
            key={id}
            sx={{
              p: '4px 8px',
              borderBottom: `1px solid ${colours.line}`,
              '&:hover': { bgcolor: colours.head },
            }}
          >
            <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
              <input
                type="checkbox"
                checked={ticked.has(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <Box component="span" sx={{ flex: 1 }}>
                {name}
                <Box component="span" sx={{ color: colours.secondary }}>
                  {' '}
                  {unitNames.get(unitId) ?? ''}
                </Box>
                {reasons.length > 0 && (
                  <Box component="span" sx={{ display: 'block', fontSize: 12, color: colours.attention }}>
                    建议：{reasons.join('；')}
                  </Box>
                )}
              </Box>
              <span>{total === null ? '' : `${formatWan(total)} 万元`}</span>
            </Box>
          </Box>
        ))}
        {found.length > shownAtOnce && (
          <Box component="li" sx={{ p: '4px 8px', color: colours.secondary }}>
            还有 {found.length - shownAtOnce} 个，请输入名称或单位查找。
          </Box>
        )}
      </Box>
    </Box>
  )
}
