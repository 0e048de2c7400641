import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { applicationsOf } from '#storage/applications'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { localDay } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { ApplicationBulk } from './ApplicationBulk.tsx'
import { ApplicationFigureLine, ApplicationFilterLine, ApplicationStates } from './ApplicationFilters.tsx'
import { applicationColumns } from './application-columns.tsx'
import { exportLedger } from './application-export.ts'
import {
  type ApplicationRow,
  filterKeys,
  filterRows,
  readFilter,
  rowOfApplication,
  sortRows,
} from './application-rows.ts'
import { NoneYet } from './NoneYet.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'

const order = { idOf: ({ id }: ApplicationRow) => id, filterKeys, readFilter, filterRows, sortRows }

/** 结果应用台账: from result to money, with what was proposed, decided and done. */
export function ApplicationsPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const applications = useLiveQuery(() => applicationsOf(book.id), [book.id])
  const [now] = useState(() => new Date().toISOString())

  const all = useMemo(() => {
    if (!applications || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    const at = { now, today: localDay(now) }
    return applications
      .filter(({ unitId }) => reached === null || reached.has(unitId))
      .map((application) => rowOfApplication(application, at))
  }, [applications, units, sections, by, now])
  const ledger = useLedger(order, { rows: all, units })
  const { filter, filtered, inAnyGroup, shown, chosen, select, clearFilters } = ledger
  const columns = useMemo(
    () => applicationColumns(units ?? [], sections ?? [], localDay(now)),
    [units, sections, now],
  )
  if (!all || !applications || !units || !sections) return null
  const mayPropose = may(by, 'propose-applications')
  const ground = { book, units, sections }

  function exportAll() {
    attempt(async () => {
      const sentence = await exportLedger(shown, ground)
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="结果应用" trail="应用与考核">
        {all.length > 0 && (
          <Button variant="outlined" onClick={exportAll}>
            导出台账
          </Button>
        )}
        {mayPropose && (
          <Button variant="contained" onClick={() => setInAddress({ propose: 'yes' })}>
            提出应用建议
          </Button>
        )}
      </PageHead>
      <ApplicationStates rows={inAnyGroup} state={filter.state} onChange={(state) => select({ state })} />
      <ApplicationFilterLine
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
      />
      <ApplicationFigureLine rows={shown} selected={chosen.length}>
        {null}
      </ApplicationFigureLine>
      {chosen.length > 0 && <ApplicationBulk chosen={chosen} ground={ground} onDone={ledger.unselect} />}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="结果应用台账"
          what="结果应用"
          columns={columns}
          nameOf={(row) => row.name}
          onOpen={(row) => void navigate(`/applications/${row.id}`)}
        >
          <NoneYet mayPropose={mayPropose} />
        </LedgerTable>
      </Box>
      {mayPropose && address.get('propose') && (
        <ProposeDialog
          known={applications}
          units={units}
          onClose={() => setInAddress({ propose: '' })}
          onDone={() => setInAddress({ propose: '', state: 'draft' })}
        />
      )}
    </Box>
  )
}
