import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { coverageOf } from '#domain/disclosures/coverage'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { may } from '#domain/people/permissions'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { disclosureLedger, withDifferences } from '#storage/disclosure-ledger'
import { localDay } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { BigTable } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { CoverageView } from './CoverageView.tsx'
import { DisclosureBulk } from './DisclosureBulk.tsx'
import { DisclosureFigures, DisclosureFilterLine, DisclosureTabs } from './DisclosureFilters.tsx'
import { DisclosurePanel } from './DisclosurePanel.tsx'
import { disclosureColumns } from './disclosure-columns.tsx'
import { exportDisclosures } from './disclosure-export.ts'
import { filterKeys, filterRows, readFilter, sortRows } from './disclosure-rows.ts'

/** 信息公开台账: what must be published where and until when, and what was. */
export function DisclosuresPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [today] = useState(() => localDay(new Date().toISOString()))
  const quick = useLiveQuery(() => disclosureLedger(book, today), [book, today])
  // What differs from the approved is told once the ledger stands.
  const compared = useLiveQuery(
    async () => (quick ? { of: quick, rows: await withDifferences(book, quick, breather()) } : undefined),
    [book, quick],
  )
  const rows = compared && compared.of === quick ? compared.rows : quick
  const unitList = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(-1)

  const addressText = address.toString()
  const filter = useMemo(() => readFilter(new URLSearchParams(addressText)), [addressText])
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const units = unitList ?? none
  const all = useMemo(() => {
    if (!rows || !unitList || !sections) return null
    const reached = reachedUnits(by, unitList, sections)
    return rows.filter(({ unitId }) => reached === null || reached.has(unitId))
  }, [rows, unitList, sections, by])
  const inAny = useMemo(() => filterRows(all ?? [], filter, units, true), [all, filter, units])
  const shown = useMemo(
    () => sortRows(filterRows(inAny, filter, units), sort.column, sort.descending),
    [inAny, filter, units, sort.column, sort.descending],
  )
  const columns = useMemo(() => disclosureColumns(units), [units])
  const chosen = useMemo(() => shown.filter(({ objectId }) => selected.has(objectId)), [shown, selected])
  if (!all || !sections) return null
  const filtered = filterKeys.some((key) => filter[key] !== '')
  const isCoverage = address.get('view') === 'coverage'
  const open = all.find(({ objectId }) => objectId === address.get('open'))

  function select(changes: Record<string, string>) {
    setCurrent(-1)
    setInAddress({ ...changes, open: '' })
  }
  function clearFilters() {
    select(Object.fromEntries(filterKeys.map((key) => [key, ''])))
  }
  function exportShown() {
    attempt(async () => {
      const sentence = await exportDisclosures(shown, { book, units })
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="信息公开" trail="应用与考核">
        <Button variant="outlined" disabled={shown.length === 0} onClick={exportShown}>
          导出台账
        </Button>
        {may(by, 'make-publication-set') && (
          <Button variant="contained" onClick={() => void navigate('/disclosures/set')}>
            生成公开材料
          </Button>
        )}
      </PageHead>
      <DisclosureTabs
        rows={inAny}
        tab={isCoverage ? 'coverage' : filter.standing}
        onChange={(tab) =>
          select(tab === 'coverage' ? { view: tab, standing: '' } : { view: '', standing: tab })
        }
      />
      <DisclosureFilterLine
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
      />
      <DisclosureFigures coverage={coverageOf(shown)} count={shown.length} selected={chosen.length} />
      {chosen.length > 0 && !isCoverage && (
        <DisclosureBulk chosen={chosen} onDone={() => setSelected(new Set())} />
      )}
      {isCoverage ? (
        <CoverageView
          rows={shown}
          units={units}
          year={book.year}
          today={today}
          onOpen={(changes) => select({ ...changes, view: '' })}
        />
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <BigTable<DisclosureRow>
            label="公开台账"
            rows={shown}
            idOf={({ objectId }) => objectId}
            nameOf={(row) => `${row.name} ${row.rule.name}`}
            columns={columns}
            widths={widths}
            onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
            sort={sort}
            onSort={(next) => select({ sort: next.column, order: next.descending ? 'down' : '' })}
            selected={new Set(chosen.map(({ objectId }) => objectId))}
            onSelect={setSelected}
            current={current}
            onCurrent={setCurrent}
            onOpen={(row) => setInAddress({ open: row.objectId })}
            onLeave={() => (selected.size > 0 ? setSelected(new Set()) : setInAddress({ open: '' }))}
            empty={<Nothing filtered={filtered} onClear={clearFilters} />}
          />
          {open && <DisclosurePanel row={open} onClose={() => setInAddress({ open: '' })} />}
        </Box>
      )}
    </Box>
  )
}

const none: [] = []

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered)
    return (
      <EmptyState text="还没有应公开的信息。绩效目标批复、自评汇总、评价作出结论后，系统按公开规则自动列在这里。" />
    )
  return (
    <EmptyState text="没有符合筛选条件的信息。">
      <Button variant="outlined" onClick={onClear}>
        清除筛选
      </Button>
    </EmptyState>
  )
}
