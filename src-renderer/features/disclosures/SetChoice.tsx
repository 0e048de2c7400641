import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { disclosureItems, disclosurePlaces } from '#domain/disclosures/rules'
import type { Unit } from '#domain/year-book'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { useAddress } from '#ui/use-address'
import { readFilter } from './disclosure-rows.ts'

/** What the set is made of: the things chosen in the ledger, or what three filters leave; at its end what it comes to. */
export function SetChoice({
  chosen,
  units,
  children,
}: {
  chosen: number
  units: readonly Unit[]
  children: ReactNode
}) {
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const filter = readFilter(address)
  return (
    <Box
      role="search"
      aria-label="选择公开的信息"
      sx={{
        ...{ flex: 'none', display: 'flex', alignItems: 'center', gap: 1, px: 3, py: 1.5 },
        ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', displayPrint: 'none' },
      }}
    >
      {chosen > 0 ? (
        <>
          <Box sx={{ fontSize: 13 }}>台账中选择的 {chosen} 项</Box>
          <Button size="small" onClick={() => void navigate('/disclosures/set')}>
            改为按条件选择
          </Button>
        </>
      ) : (
        <>
          <FilterFrame on={filter.unit !== ''} label="单位" onClear={() => setInAddress({ unit: '' })}>
            <UnitPicker
              plain
              units={units}
              value={filter.unit}
              allLabel="全部"
              onChange={(unit) => setInAddress({ unit })}
            />
          </FilterFrame>
          <FilterMenu
            label="信息"
            value={filter.item}
            options={optionsOf(disclosureItems)}
            onChange={(item) => setInAddress({ item })}
          />
          <FilterMenu
            label="位置"
            value={filter.place}
            options={optionsOf(disclosurePlaces)}
            onChange={(place) => setInAddress({ place })}
          />
        </>
      )}
      <Box role="status" sx={{ flex: 1, textAlign: 'right', fontSize: 13, color: 'text.secondary' }}>
        {children}
      </Box>
    </Box>
  )
}
