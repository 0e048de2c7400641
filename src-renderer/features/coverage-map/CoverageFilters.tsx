import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import type { Coverage } from './use-coverage.ts'

/** What of the book is looked at, and whether it is counted or its money added up. */
export function CoverageFilters(props: {
  base: NonNullable<Coverage['base']>
  choice: Coverage['choice']
  onChange: Coverage['setInAddress']
}) {
  const { base, choice, onChange } = props
  const { by, unit, section, kind, book } = choice
  const isFiltered = [unit, section, kind, book].some((part) => part !== '')
  return (
    <Box
      role="search"
      aria-label="筛选覆盖"
      sx={{
        flex: 'none',
        display: 'flex',
        gap: 1,
        px: 3,
        py: 1.5,
        alignItems: 'center',
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <FilterFrame on={unit !== ''} label="单位" onClear={() => onChange({ unit: '' })}>
        <UnitPicker
          plain
          units={base.units}
          value={unit}
          allLabel="全部"
          onChange={(id) => onChange({ unit: id })}
        />
      </FilterFrame>
      <FilterMenu
        label="股室"
        value={section}
        options={base.sections.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange({ section: id })}
      />
      <FilterMenu
        label="对象"
        value={kind}
        options={optionsOf(objectKinds)}
        onChange={(value) => onChange({ kind: value })}
      />
      <FilterMenu
        label="预算类型"
        value={book}
        options={optionsOf(budgetBooks)}
        onChange={(value) => onChange({ book: value })}
      />
      {isFiltered && (
        <Button size="small" onClick={() => onChange({ unit: '', section: '', kind: '', book: '' })}>
          清除
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <Button size="small" variant="outlined" onClick={() => onChange({ by: by === 'money' ? '' : 'money' })}>
        {by === 'money' ? '改按个数看' : '改按金额看'}
      </Button>
    </Box>
  )
}
