import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useRef } from 'react'
import type { Section, Unit } from '#domain/year-book'
import { FilterFrame, FilterMenu, type Options } from './FilterMenu.tsx'
import { SearchField } from './SearchField.tsx'
import { hasChoice, UnitPicker } from './UnitPicker.tsx'
import { useWindowKeys } from './use-window-keys.ts'

type Filter = { search: string; [key: string]: string }

/** How a ledger is filtered at the moment. */
export type Filtered<Chosen> = {
  filter: Chosen
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}

/** The filter line of a ledger: unit and section first, then its own filters, one click clears, the search at the right. */
export function FilterLine<Chosen extends Filter>(
  props: Omit<Filtered<Chosen>, 'units' | 'sections'> & {
    /** Left out where nothing is chosen by unit and section. */
    units?: readonly Unit[]
    sections?: readonly Section[]
    /** What is filtered, as 筛选… and 查找… say it. */
    what: string
    placeholder: string
    searchWidth?: number
    /** Out of the search by Enter or ↓; without it the keyboard goes to the list. */
    onLeaveSearch?: () => void
    /** Its own filters, by the part of the address that each sets. */
    menus: readonly { key: keyof Chosen & string; label: string; options: Options }[]
    /** What is chosen before them in another way. */
    children?: ReactNode
  },
) {
  const { filter, units, sections, onChange } = props
  const [unit, section] = [filter.unit ?? '', filter.section ?? '']
  // A unit without others under it has nothing to choose between.
  const line = useRef<HTMLDivElement>(null)
  useWindowKeys((event) => {
    if (event.key !== '/' || event.isComposing || isWriting(event.target)) return
    event.preventDefault()
    line.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus()
  })
  const isWide = units && (hasChoice(units) || unit !== '' || section !== '')
  return (
    <Box
      ref={line}
      role="search"
      aria-label={`筛选${props.what}`}
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 3,
        py: 1.5,
        bgcolor: 'background.paper',
      }}
    >
      {isWide && (
        <FilterFrame on={unit !== ''} label="单位" onClear={() => onChange({ unit: '' })}>
          <UnitPicker
            plain
            units={units}
            value={unit}
            allLabel="全部"
            onChange={(id) => onChange({ unit: id })}
          />
        </FilterFrame>
      )}
      {isWide && sections && (
        <FilterMenu
          label="股室"
          value={section}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChange({ section: id })}
        />
      )}
      {props.children}
      {props.menus.map(({ key, label, options }) => (
        <FilterMenu
          key={key}
          label={label}
          value={filter[key] ?? ''}
          options={options}
          onChange={(value) => onChange({ [key]: value })}
        />
      ))}
      {props.filtered && (
        <Button size="small" onClick={props.onClear}>
          清除
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <SearchField
        label={`查找${props.what}`}
        placeholder={props.placeholder}
        value={filter.search}
        onChange={(search) => onChange({ search })}
        {...(props.searchWidth ? { width: props.searchWidth } : {})}
        onLeave={props.onLeaveSearch ?? focusList}
      />
    </Box>
  )
}

/** Where a stroke is a letter of what is written, or a dialog stands before the list. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, dialog, [role=dialog]') !== null
}

function focusList(): void {
  document.querySelector<HTMLElement>('main [role=grid]')?.focus()
}

/** The options of a filter from a table of words. */
export function optionsOf(table: Readonly<Record<string, string>>): Options {
  return Object.entries(table).map(([value, label]) => ({ value, label }))
}
