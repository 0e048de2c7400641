import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import MuiTextField from '@mui/material/TextField'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import type { GoalRow } from '#storage/goals'
import { colours } from '#ui/theme'

const found = createFilterOptions<GoalRow>({
  limit: 50,
  stringify: (row) => `${row.name} ${row.code} ${row.initials}`,
})

/** Which of the book's projects or policies is evaluated: found by name, code or initials. */
export function TaskGoalField(props: {
  /** 项目 or 政策. */
  word: string
  goals: readonly GoalRow[]
  units: readonly Unit[]
  value: GoalRow | null
  onChange: (goal: GoalRow | null) => void
}) {
  const label = `评价的${props.word}`
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <Box aria-hidden="true" sx={{ fontSize: 12, lineHeight: '20px', color: colours.secondary }}>
        {label}
      </Box>
      <Autocomplete
        options={props.goals}
        value={props.value}
        filterOptions={found}
        getOptionKey={(row) => row.id}
        getOptionLabel={(row) => row.name || '未填名称'}
        onChange={(_event, row) => props.onChange(row)}
        renderOption={(attributes, row) => (
          <li {...attributes} key={row.id}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              {row.name}
              <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
                {props.units.find(({ id }) => id === row.unitId)?.name} ·{' '}
                {row.total === null ? '未填金额' : `${formatWan(row.total)} 万元`}
              </Box>
            </Box>
          </li>
        )}
        renderInput={(params) => (
          <MuiTextField
            {...params}
            autoFocus
            placeholder="名称、代码、拼音首字母"
            sx={{ '& .MuiAutocomplete-inputRoot': { py: 0 } }}
            slotProps={{
              ...params.slotProps,
              htmlInput: {
                ...params.slotProps.htmlInput,
                'aria-label': label,
              },
            }}
          />
        )}
      />
    </Box>
  )
}
