import Box from '@mui/material/Box'
import { useId, useState } from 'react'
import type { Candidate } from '#domain/execution/match'
import type { Goal } from '#domain/goals/goal'
import type { Unit } from '#domain/year-book'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'

const mostFound = 20

type Offered = Pick<Goal, 'id' | 'name' | 'code' | 'unitId'>

/** Which project a line of the ledger is: the likely ones, any other by search, or none. One press decides. */
export function GoalChoice(props: {
  candidates: readonly Candidate[]
  goals: ReadonlyMap<string, Offered>
  units: readonly Unit[]
  /** '' for none; null while nothing is decided. */
  value: string | null
  onChoose: (goalId: string) => void
}) {
  const { goals, candidates, value } = props
  const [search, setSearch] = useState('')
  const name = useId()
  const wanted = search.normalize('NFKC').trim().toLowerCase()
  const unitById = new Map(props.units.map((unit) => [unit.id, unit]))
  const found =
    wanted === '' ? [] : [...goals.values()].filter((goal) => fits(goal, unitById.get(goal.unitId), wanted))
  const likely = new Map(candidates.map(({ goalId, similarity }) => [goalId, similarity]))
  const chosen = value === null || value === '' ? [] : [value]
  const ids = [...new Set([...chosen, ...likely.keys(), ...found.slice(0, mostFound).map(({ id }) => id)])]
  const offered = ids.flatMap((id) => goals.get(id) ?? [])
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0, display: 'grid', gap: 2 }}>
      <Box component="legend" sx={{ p: 0, fontWeight: 600 }}>
        对应的项目
      </Box>
      {offered.map((goal) => {
        const similarity = likely.get(goal.id)
        return (
          <Box key={goal.id} component="label" sx={optionStyle}>
            <input
              type="radio"
              name={name}
              checked={goal.id === value}
              onChange={() => props.onChoose(goal.id)}
            />
            <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
              {goal.name}
              <Box sx={{ color: colours.secondary }}>
                {unitById.get(goal.unitId)?.name}
                {goal.code && ` · ${goal.code}`}
              </Box>
            </Box>
            {similarity !== undefined && (
              <Box sx={{ color: colours.secondary, whiteSpace: 'nowrap' }}>
                相近 {Math.floor(similarity / 100)}%
              </Box>
            )}
          </Box>
        )
      })}
      <Box component="label" sx={optionStyle}>
        <input type="radio" name={name} checked={value === ''} onChange={() => props.onChoose('')} />
        <Box sx={{ flex: 1 }}>不对应任何项目（如基本支出），只计入国库合计</Box>
      </Box>
      <TextField
        label="查找其他项目"
        placeholder="名称、代码或单位，查到后在上面选"
        value={search}
        onCommit={setSearch}
      />
      {wanted !== '' && found.length === 0 && (
        <Box sx={{ color: colours.secondary }}>没有找到这样的项目。</Box>
      )}
      {found.length > mostFound && (
        <Box sx={{ color: colours.secondary }}>
          找到 {found.length} 个，只列前 {mostFound} 个，请写得再具体些。
        </Box>
      )}
    </Box>
  )
}

const optionStyle = {
  ...{ display: 'flex', gap: 2, alignItems: 'flex-start', p: 1.5, cursor: 'pointer' },
  ...{ border: 1, borderColor: 'divider', borderRadius: 1 },
  '&:has(:checked)': { bgcolor: colours.selected, borderColor: colours.primary },
  '& input': { mt: '3px', accentColor: colours.primary },
} as const

function fits(goal: Offered, unit: Unit | undefined, wanted: string): boolean {
  const texts = [goal.name, goal.code, unit?.name ?? '', unit?.initials ?? '']
  return texts.some((text) => text.toLowerCase().includes(wanted))
}
