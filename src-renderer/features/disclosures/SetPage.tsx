import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { desktop } from '#desktop'
import { publicationOf } from '#domain/disclosures/publication'
import { disclosureItems, disclosurePlaces } from '#domain/disclosures/rules'
import { useSession } from '#session'
import { sectionsOf } from '#storage/base-data'
import { disclosureWorld, publicationDrafts } from '#storage/disclosures'
import { localDay } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperBlocks } from '#ui/PaperBlocks.tsx'
import { PrintStyles } from '#ui/PrintStyles.tsx'
import { useToast } from '#ui/Toast.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { useAddress } from '#ui/use-address'
import { savePublication } from './disclosure-export.ts'
import { filterRows, readFilter } from './disclosure-rows.ts'
import { SetFindings } from './SetFindings.tsx'

const margin = '18mm 16mm'
/** So many pages are drawn and printed at once; the folder has all of them. */
const drawn = 200

/** 公开材料: what is chosen, looked at for secrets and persons, ready for the site, the printer and Excel. */
export function SetPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const { state } = useLocation()
  const ids = useMemo(() => idsIn(state), [state])
  const [today] = useState(() => localDay(new Date().toISOString()))
  const world = useLiveQuery(() => disclosureWorld(book, today), [book, today])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const addressText = address.toString()
  const set = useMemo(() => {
    if (!world || !sections) return null
    const filter = readFilter(new URLSearchParams(addressText))
    const reached = reachedUnits(by, world.units, sections)
    const reachable = world.rows.filter(({ unitId }) => reached === null || reached.has(unitId))
    const wanted = new Set(ids)
    const rows =
      ids.length > 0
        ? reachable.filter(({ objectId }) => wanted.has(objectId))
        : filterRows(reachable, filter, world.units)
    const head = { year: book.year, office: book.identity.office, madeOn: today }
    return publicationOf(head, publicationDrafts(world, rows), world.secrets)
  }, [world, sections, addressText, by, book, today, ids])
  if (!world || !set) return null
  const filter = readFilter(address)
  const isPrintable = set.pages.length > 0 && set.pages.length <= drawn

  function save() {
    if (!set) return
    attempt(async () => {
      const sentence = await savePublication(set, book, by)
      if (sentence) say(sentence)
    })
  }

  return (
    <>
      <PrintStyles margin={margin} />
      <PageHead trail="信息公开" title="公开材料">
        <Button color="inherit" onClick={() => void navigate('/disclosures')}>
          返回台账
        </Button>
        <Button
          variant="outlined"
          disabled={!isPrintable}
          onClick={() => attempt(() => desktop.savePdf(`${book.year}年度绩效信息公开材料.pdf`))}
        >
          另存 PDF
        </Button>
        <Button variant="outlined" disabled={!isPrintable} onClick={() => window.print()}>
          打印
        </Button>
        <Button variant="contained" disabled={set.pages.length === 0} onClick={save}>
          导出网页和 Excel
        </Button>
      </PageHead>
      <Box
        role="search"
        aria-label="选择公开的信息"
        sx={{
          ...{ flex: 'none', display: 'flex', alignItems: 'center', gap: 1, px: 3, py: 1.5 },
          ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', displayPrint: 'none' },
        }}
      >
        {ids.length > 0 ? (
          <>
            <Box sx={{ fontSize: 13 }}>台账中选择的 {ids.length} 项</Box>
            <Button size="small" onClick={() => void navigate('/disclosures/set')}>
              改为按条件选择
            </Button>
          </>
        ) : (
          <>
            <FilterFrame on={filter.unit !== ''} label="单位" onClear={() => setInAddress({ unit: '' })}>
              <UnitPicker
                plain
                units={world.units}
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
          可公开 {set.pages.length} 项，检查发现 {set.findings.length} 处
        </Box>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', '@media print': { display: 'block' } }}>
        <Box
          component="section"
          aria-label="公开材料预览"
          tabIndex={0}
          sx={{
            ...{ flex: 1, overflow: 'auto', py: 4, bgcolor: '#DDE2E7' },
            '@media print': { p: 0, overflow: 'visible', bgcolor: '#fff' },
          }}
        >
          {set.pages.length === 0 && (
            <EmptyState text="没有可以公开的信息。免予公开和涉密的不会列入；请调整条件，或返回台账选择。" />
          )}
          {set.pages.slice(0, drawn).map((page) => (
            <Box
              key={page.objectId}
              sx={{
                ...{ width: '210mm', mx: 'auto', mb: 4, p: margin, bgcolor: '#fff' },
                boxShadow: '0 1px 6px rgba(31, 41, 51, .25)',
                // On a screen at 125 % the whole sheet stands beside what was found.
                '@media screen and (max-width: 1320px)': { zoom: 0.7 },
                '@media print': { width: 'auto', m: 0, p: 0, boxShadow: 'none', breakAfter: 'page' },
              }}
            >
              <Box component="h2" sx={{ textAlign: 'center', fontSize: '16pt', m: 0, mb: 1 }}>
                {page.name}
                {disclosureItems[page.item]}
              </Box>
              <Box sx={{ textAlign: 'center', fontSize: '10.5pt', mb: 2 }}>
                {book.year} 年度　{page.unit}
              </Box>
              <PaperBlocks blocks={page.blocks} />
            </Box>
          ))}
          {set.pages.length > drawn && (
            <Box sx={{ textAlign: 'center', color: 'text.secondary', displayPrint: 'none' }}>
              这里显示前 {drawn} 项，打印和 PDF 请按单位或信息分批；导出的网页和 Excel 有全部{' '}
              {set.pages.length} 项。
            </Box>
          )}
        </Box>
        <SetFindings findings={set.findings} />
      </Box>
    </>
  )
}

/** The things chosen in the ledger, as it handed them over. */
function idsIn(state: unknown): readonly string[] {
  if (typeof state !== 'object' || state === null || !('ids' in state) || !Array.isArray(state.ids)) return []
  return state.ids.filter((id) => typeof id === 'string')
}
