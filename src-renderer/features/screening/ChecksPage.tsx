import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { may } from '#domain/people/permissions'
import { isShownTo, spotCheckStates } from '#domain/spot-checks/flow'
import { pickWays, verdicts } from '#domain/spot-checks/spot-check'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { roundsOf } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { spotChecksOf, spotPicksOf } from '#storage/spot-checks'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { checkColumns } from './check-columns.tsx'
import {
  type CheckRow,
  checkFilterKeys,
  filterChecks,
  readCheckFilter,
  rowOfCheck,
  sortChecks,
} from './check-rows.ts'
import { PickRecords } from './PickRecords.tsx'

const order = {
  idOf: ({ id }: CheckRow) => id,
  filterKeys: checkFilterKeys,
  readFilter: readCheckFilter,
  filterRows: filterChecks,
  sortRows: sortChecks,
}

/** 重点核查台账: every check with its verdict and whose turn it is; the picks they came from beside it. */
export function ChecksPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address] = useAddress()
  const checks = useLiveQuery(() => spotChecksOf(book.id), [book.id])
  const picks = useLiveQuery(() => spotPicksOf(book.id), [book.id])
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])

  const all = useMemo(() => {
    if (!checks || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    const now = new Date().toISOString()
    return checks
      .filter((check) => (reached === null || reached.has(check.unitId)) && isShownTo(by.duty, check))
      .map((check) => rowOfCheck(check, now))
  }, [checks, units, sections, by])
  const ledger = useLedger(order, { rows: all, units })
  const { filter, filtered, shown, chosen, select, clearFilters } = ledger
  const columns = useMemo(() => checkColumns(units ?? [], sections ?? []), [units, sections])
  if (!all || !picks || !rounds || !units || !sections) return null

  const isBureau = may(by, 'see-screening')
  const view = isBureau && address.get('view') === 'picks' ? 'picks' : ''

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="重点核查" trail="绩效监控">
        <Button variant="outlined" component={Link} to="/monitoring">
          监控台账
        </Button>
        {isBureau && (
          <Button
            variant={may(by, 'pick-spot-checks') ? 'contained' : 'outlined'}
            component={Link}
            to="/monitoring/screening"
          >
            {may(by, 'pick-spot-checks') ? '筛查和抽取' : '筛查'}
          </Button>
        )}
      </PageHead>
      {isBureau && (
        <Tabs
          value={view}
          aria-label="查看方式"
          onChange={(_event, next: string) => select({ view: next })}
          sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
        >
          <Tab value="" label={`核查台账 ${all.length}`} />
          <Tab value="picks" label={`抽取记录 ${picks.length}`} />
        </Tabs>
      )}
      {view === 'picks' ? (
        <PickRecords picks={picks} checks={all} rounds={rounds} />
      ) : (
        <>
          <FilterLine
            what="核查"
            filter={filter}
            units={units}
            sections={sections}
            filtered={filtered}
            placeholder="名称、代码、核查人员"
            onChange={select}
            onClear={clearFilters}
            menus={[
              {
                key: 'round',
                label: '轮次',
                options: rounds.map(({ id, name }) => ({ value: id, label: name })),
              },
              { key: 'state', label: '状态', options: optionsOf(spotCheckStates) },
              { key: 'way', label: '抽取', options: optionsOf(pickWays) },
              { key: 'verdict', label: '结论', options: optionsOf(verdicts) },
            ]}
          />
          <Sums rows={shown} selected={chosen.length} />
          <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
            <LedgerTable
              ledger={ledger}
              label="重点核查台账"
              what="核查"
              columns={columns}
              nameOf={(row) => row.name}
              onOpen={(row) => void navigate(`/monitoring/checks/${row.id}`)}
            >
              <Nothing isBureau={isBureau} />
            </LedgerTable>
          </Box>
        </>
      )}
    </Box>
  )
}

function Nothing(props: { isBureau: boolean }) {
  if (!props.isBureau) return <EmptyState text="目前没有对本单位监控情况的核查。" />
  return (
    <EmptyState text="还没有抽取核查对象。在筛查中按风险、随机或指定抽取后，在这里记录核查情况。">
      <Button variant="outlined" component={Link} to="/monitoring/screening">
        去筛查
      </Button>
    </EmptyState>
  )
}

function Sums({ rows, selected }: { rows: readonly CheckRow[]; selected: number }) {
  const count = (isSo: (row: CheckRow) => boolean) => String(rows.filter(isSo).length)
  const figures = [
    { name: '核查', value: count(({ state }) => state !== 'dropped'), unit: '份' },
    { name: '已接收', value: count(({ state }) => state === 'taken'), unit: '份' },
    { name: '属实', value: count(({ verdict }) => verdict === 'true'), unit: '份' },
    { name: '基本属实', value: count(({ verdict }) => verdict === 'mostly'), unit: '份' },
    { name: '不实', value: count(({ verdict }) => verdict === 'false'), unit: '份' },
  ]
  return <FigureLine figures={figures} count={rows.length} selected={selected} />
}
