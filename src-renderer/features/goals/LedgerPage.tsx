import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import type { GoalRow } from '#storage/goals'
import { reachedRows } from '#storage/reached-rows'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { orderAhead } from '#ui/sorted'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { LedgerBulk } from './LedgerBulk.tsx'
import { LedgerExport } from './LedgerExport.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import { LedgerNewGoal } from './LedgerNewGoal.tsx'
import { LedgerColumnChoice, LedgerSums } from './LedgerSums.tsx'
import { orderOf } from './ledger-order.ts'
import { useKeptWidths, useLedgerColumns } from './use-ledger-columns.ts'

/** 目标台账: every goal of the year; filters and order live in the address. */
export function LedgerPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const read = useLiveQuery(() => rowsByName(book.id, by), [book.id, by])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const unitsById = useMemo(() => new Map(units?.map((unit) => [unit.id, unit])), [units])
  const columns = useLedgerColumns(unitsById, sections)
  const rows = useDeferredValue(units && sections && read)
  const ledger = useLedger(
    useMemo(() => orderOf(unitsById), [unitsById]),
    { rows: rows ?? null, units },
  )
  const widths = useKeptWidths(ledger.widths)
  const table = useRef<HTMLDivElement>(null)

  function focusTable() {
    table.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
    ledger.setCurrent(Math.max(0, ledger.current))
  }

  if (!rows || !units || !sections || !columns || !widths) return null
  const { filter, shown, chosen } = ledger
  const isCreating = address.get('new') === '1' && may(by, 'create-goal')
  const create = () => setInAddress({ new: '1' })

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Head onCreate={create} />
      <LedgerFilters
        filter={filter}
        units={units}
        sections={sections}
        filtered={ledger.filtered}
        onChange={ledger.select}
        onClear={ledger.clearFilters}
        onLeaveSearch={focusTable}
      />
      <LedgerSums rows={shown} selectedCount={chosen.length}>
        <LedgerColumnChoice columns={columns.all} visible={columns.visibleIds} onChange={columns.choose} />
        <LedgerExport
          rows={chosen.length > 0 ? chosen : shown}
          fromSelection={chosen.length > 0}
          units={units}
        />
      </LedgerSums>
      {chosen.length > 0 && <LedgerBulk rows={chosen} onClear={ledger.unselect} />}
      <Box ref={table} sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={{ ...ledger, widths }}
          label="目标台账"
          what="目标"
          columns={columns.visible}
          nameOf={(row) => row.name || '未填名称的目标'}
          onOpen={(row) => void navigate(`/goals/${row.id}`)}
        >
          <NoGoals onCreate={create} />
        </LedgerTable>
      </Box>
      {isCreating && (
        <LedgerNewGoal units={units} suggestedUnit={filter.unit} onClose={() => setInAddress({ new: '' })} />
      )}
    </Box>
  )
}

function Head({ onCreate }: { onCreate: () => void }) {
  const { by } = useSession()
  return (
    <PageHead title="台账" trail="绩效目标">
      <Button component={Link} to="/goals/library">
        指标库
      </Button>
      {may(by, 'see-adjustments') && (
        <Button component={Link} to="/goals/adjustments">
          目标调整
        </Button>
      )}
      {may(by, 'see-review') && (
        <Button component={Link} to="/goals/together">
          同步台账
        </Button>
      )}
      {may(by, 'see-review') && (
        <Button variant="outlined" component={Link} to="/goals/review">
          审核
        </Button>
      )}
      {may(by, 'create-goal') && (
        <Button variant="outlined" onClick={onCreate}>
          新建
        </Button>
      )}
      {may(by, 'import-goals') && (
        <Button variant="contained" component={Link} to="/goals/import">
          导入表格
        </Button>
      )}
    </PageHead>
  )
}

function NoGoals({ onCreate }: { onCreate: () => void }) {
  const { book } = useSession()
  const isUnits = book.identity.level === 'unit'
  return (
    <EmptyState
      text={
        isUnits
          ? '还没有目标。新建一个，或导入已经填好的申报表。'
          : '还没有目标。导入各单位报来的表格，或新建一个。'
      }
    >
      <Button variant="outlined" component={Link} to="/goals/import">
        {isUnits ? '导入申报表' : '导入各单位的表格'}
      </Button>
      <Button variant="outlined" onClick={onCreate}>
        新建目标
      </Button>
    </EmptyState>
  )
}

/** Most look at them by name: which takes long is done before they are drawn, while the window draws. */
async function rowsByName(bookId: string, by: Actor): Promise<readonly GoalRow[]> {
  const rows = await reachedRows(bookId, by)
  await orderAhead(
    rows.map(({ name }) => name),
    breather(),
  )
  return rows
}
