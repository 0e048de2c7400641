import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { publishedShare } from '#domain/disclosures/coverage'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { may } from '#domain/people/permissions'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { disclosureLedger, withDifferences } from '#storage/disclosure-ledger'
import { localToday } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { CoverageView } from './CoverageView.tsx'
import { DisclosureBulk } from './DisclosureBulk.tsx'
import { DisclosureFigures, DisclosureFilterLine, DisclosureTabs } from './DisclosureFilters.tsx'
import { DisclosurePanel } from './DisclosurePanel.tsx'
import { disclosureColumns } from './disclosure-columns.tsx'
import { exportDisclosures } from './disclosure-export.ts'
import { filterKeys, filterRows, readFilter, sortRows } from './disclosure-rows.ts'

const order = {
  idOf: ({ objectId }: DisclosureRow) => objectId,
  filterKeys,
  readFilter,
  filterRows,
  sortRows,
}

/** 信息公开台账: what must be published where and until when, and what was. */
export function DisclosuresPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [today] = useState(localToday)
  const quick = useLiveQuery(() => disclosureLedger(book, today, breather()), [book, today])
  // What differs from the approved is told once the ledger stands.
  const compared = useLiveQuery(
    async () => (quick ? { of: quick, rows: await withDifferences(book, quick, breather()) } : undefined),
    [book, quick],
  )
  const rows = compared && compared.of === quick ? compared.rows : quick
  const unitList = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])

  const units = unitList ?? none
  const reachable = useMemo(() => {
    if (!rows || !unitList || !sections) return null
    const reached = reachedUnits(by, unitList, sections)
    return rows.filter(({ unitId }) => reached === null || reached.has(unitId))
  }, [rows, unitList, sections, by])
  const all = useDeferredValue(reachable)
  const ledger = useLedger(order, { rows: all, units })
  const { filter, filtered, inAnyGroup, shown, chosen, clearFilters } = ledger
  const columns = useMemo(() => disclosureColumns(units), [units])
  if (!all || !sections) return null
  const isCoverage = address.get('view') === 'coverage'
  const open = all.find(({ objectId }) => objectId === address.get('open'))

  /** What stood open beside the rows may not be among them any more. */
  function select(changes: Readonly<Record<string, string>>) {
    ledger.select({ ...changes, open: '' })
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
        rows={inAnyGroup}
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
      <DisclosureFigures coverage={publishedShare(shown)} count={shown.length} selected={chosen.length} />
      {chosen.length > 0 && !isCoverage && <DisclosureBulk chosen={chosen} onDone={ledger.unselect} />}
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
          <LedgerTable
            ledger={ledger}
            label="公开台账"
            what="信息"
            columns={columns}
            nameOf={(row) => `${row.name} ${row.rule.name}`}
            onOpen={(row) => setInAddress({ open: row.objectId })}
            onLeave={() => setInAddress({ open: '' })}
          >
            <EmptyState text="还没有应公开的信息。绩效目标批复、自评汇总、评价作出结论后，系统按公开规则自动列在这里。" />
          </LedgerTable>
          {open && <DisclosurePanel row={open} onClose={() => setInAddress({ open: '' })} />}
        </Box>
      )}
    </Box>
  )
}

const none: [] = []
