import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { allCalendars } from '#storage/calendars'
import { disposalsOf } from '#storage/disposals'
import { localDay } from '#storage/local-day'
import { roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { useSums } from '#ui/use-sums'
import { DisposalBulk } from './DisposalBulk.tsx'
import { DisposalFigureLine, DisposalFilterLine, DisposalGroups } from './DisposalFilters.tsx'
import { disposalColumns } from './disposal-columns.tsx'
import {
  causesIn,
  type DisposalRow,
  figuresOf,
  filterKeys,
  filterRows,
  readFilter,
  rowOfDisposal,
  sortRows,
} from './disposal-rows.ts'
import { ProposeDialog } from './ProposeDialog.tsx'

const order = { idOf: ({ id }: DisposalRow) => id, filterKeys, readFilter, filterRows, sortRows }

/** 监控处置台账: what waits for a decision, what is being put right, what is late, what is done. */
export function DisposalsPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const disposals = useLiveQuery(() => disposalsOf(book.id), [book.id])
  const calendars = useLiveQuery(() => allCalendars(), [])
  const [now] = useState(() => new Date().toISOString())

  const rows = useMemo(() => {
    if (!disposals || !units || !sections || !calendars || !rounds) return null
    const reached = reachedUnits(by, units, sections)
    const at = { now, today: localDay(now), calendars }
    return disposals
      .filter(({ unitId }) => reached === null || reached.has(unitId))
      .map((disposal) => rowOfDisposal(disposal, at))
  }, [disposals, units, sections, calendars, rounds, by, now])
  const all = useDeferredValue(rows)
  const ledger = useLedger(order, { rows: all, units })
  const { filter, filtered, inAnyGroup, shown, chosen, select, clearFilters } = ledger
  const figures = useSums(all && shown, figuresOf)
  const columns = useMemo(() => disposalColumns(units ?? [], sections ?? []), [units, sections])
  if (!all || !disposals || !units || !sections || !rounds || !calendars) return null

  const wantedRound = address.get('propose') || filter.round
  const round = rounds.find(({ id }) => id === wantedRound) ?? rounds.at(-1)
  const mayPropose = may(by, 'propose-disposals') && round !== undefined

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="处置台账" trail="绩效监控">
        {mayPropose && (
          <Button variant="contained" onClick={() => setInAddress({ propose: round.id })}>
            提出处置
          </Button>
        )}
      </PageHead>
      <DisposalGroups
        rows={inAnyGroup}
        group={filter.group}
        onChange={(group) => select({ group, state: '' })}
      />
      <DisposalFilterLine
        filter={filter}
        units={units}
        sections={sections}
        rounds={rounds}
        causes={causesIn(all)}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
      />
      <DisposalFigureLine figures={figures} count={shown.length} selected={chosen.length}>
        {null}
      </DisposalFigureLine>
      {chosen.length > 0 && (
        <DisposalBulk
          chosen={chosen}
          all={disposals}
          units={units}
          sections={sections}
          calendars={calendars}
          onDone={ledger.unselect}
        />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="处置台账"
          what="处置"
          columns={columns}
          nameOf={(row) => row.name || '未填名称的项目'}
          onOpen={(row) => void navigate(`/disposals/${row.id}`)}
        >
          <Nothing mayPropose={mayPropose} />
        </LedgerTable>
      </Box>
      {mayPropose && address.get('propose') && (
        <ProposeDialog
          key={round.id}
          rounds={rounds}
          round={round}
          known={disposals}
          units={units}
          onClose={() => setInAddress({ propose: '' })}
          onDone={() => setInAddress({ propose: '', group: 'proposed', state: '' })}
        />
      )}
    </Box>
  )
}

function Nothing(props: { mayPropose: boolean }) {
  return (
    <EmptyState
      text={
        props.mayPropose
          ? '还没有处置。点“提出处置”，系统按规则列出本轮有预警的项目和建议的措施。'
          : '还没有处置。监控发现的问题由监督与绩效管理科决定后，在这里整改和销号。'
      }
    />
  )
}
