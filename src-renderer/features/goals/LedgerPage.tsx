import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { savePreference } from '#actions/save-preference'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import type { GoalRow } from '#storage/goals'
import { preference } from '#storage/preferences'
import { reachedRows } from '#storage/reached-rows'
import { BigTable } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { orderAhead } from '#ui/sorted'
import { useToast } from '#ui/Toast.tsx'
import { hasChoice } from '#ui/UnitPicker.tsx'
import { useAddress } from '#ui/use-address'
import { useWindowKeys } from '#ui/use-window-keys'
import { LedgerBulk } from './LedgerBulk.tsx'
import { ledgerColumns, usualColumns } from './LedgerColumns.tsx'
import { LedgerExport } from './LedgerExport.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import { LedgerNewGoal } from './LedgerNewGoal.tsx'
import { LedgerColumnChoice, LedgerSums } from './LedgerSums.tsx'
import { filterKeys, filterRows, readFilter } from './ledger-filter.ts'
import { sortRows } from './ledger-order.ts'

/** 目标台账: every goal of the year; filters and order live in the address. */
export function LedgerPage() {
  const { book, by, rules } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const read = useLiveQuery(() => rowsByName(book.id, by), [book.id, by])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const columnChoice = useLiveQuery(async () => textList(await preference('ledger-columns')), [])
  const keptWidths = useLiveQuery(async () => numberTable(await preference('ledger-widths')), [])
  const rows = useDeferredValue(units && sections && columnChoice && keptWidths && read)
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(-1)
  const page = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLDivElement>(null)

  const isCreating = address.get('new') === '1' && may(by, 'create-goal')
  const filter = readFilter(address)
  const sort = { column: address.get('sort') ?? 'name', descending: address.get('order') === 'down' }
  const filtered = filterKeys.some((key) => filter[key] !== '')

  const unitsById = useMemo(() => new Map(units?.map((unit) => [unit.id, unit])), [units])
  const sectionsById = useMemo(() => new Map(sections?.map((section) => [section.id, section])), [sections])
  const addressText = address.toString()
  const shown = useMemo(() => {
    const wanted = readFilter(new URLSearchParams(addressText))
    return sortRows(filterRows(rows ?? [], wanted, units ?? []), sort.column, sort.descending, unitsById)
  }, [rows, units, unitsById, addressText, sort.column, sort.descending])
  const columns = useMemo(
    () => ledgerColumns(unitsById, sectionsById, rules.weightTotal),
    [unitsById, sectionsById, rules.weightTotal],
  )
  // A row that is filtered away is no longer acted upon.
  const chosen = useMemo(() => shown.filter((row) => selected.has(row.id)), [shown, selected])
  const chosenIds = useMemo(() => new Set(chosen.map((row) => row.id)), [chosen])

  useWindowKeys((event) => {
    if (event.key !== '/' || event.isComposing || isTyping(event.target)) return
    event.preventDefault()
    page.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus()
  })

  // Widths change on every pixel of a drag and are kept once it rests.
  useEffect(() => {
    if (Object.keys(widths).length === 0) return
    const timer = setTimeout(
      () => attempt(() => savePreference('ledger-widths', { ...keptWidths, ...widths })),
      400,
    )
    return () => clearTimeout(timer)
  }, [widths, keptWidths, attempt])

  /** Another selection is read from its top. */
  function select(changes: Record<string, string>) {
    setCurrent(-1)
    setInAddress(changes)
  }

  function clearFilters() {
    select(Object.fromEntries(filterKeys.map((key) => [key, ''])))
  }

  function focusTable() {
    table.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
    setCurrent((before) => Math.max(0, before))
  }

  if (!rows || !units || !sections || !columnChoice || !keptWidths) return null
  const isUnits = book.identity.level === 'unit'
  const usual = hasChoice(units) ? usualColumns : usualColumns.filter((id) => id !== 'unit')
  const visibleIds = columnChoice.length > 0 ? columnChoice : usual
  const visible = columns.filter((column, index) => index === 0 || visibleIds.includes(column.id))

  return (
    <Box ref={page} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
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
          <Button variant="outlined" onClick={() => setInAddress({ new: '1' })}>
            新建
          </Button>
        )}
        {may(by, 'import-goals') && (
          <Button variant="contained" component={Link} to="/goals/import">
            导入表格
          </Button>
        )}
      </PageHead>
      <LedgerFilters
        filter={filter}
        units={units}
        sections={sections}
        filtered={filtered}
        onChange={select}
        onClear={clearFilters}
        onLeaveSearch={focusTable}
      />
      <LedgerSums rows={shown} selectedCount={chosen.length}>
        <LedgerColumnChoice
          columns={columns}
          visible={visibleIds}
          onChange={(ids) => attempt(() => savePreference('ledger-columns', ids))}
        />
        <LedgerExport
          rows={chosen.length > 0 ? chosen : shown}
          fromSelection={chosen.length > 0}
          units={units}
        />
      </LedgerSums>
      {chosen.length > 0 && <LedgerBulk rows={chosen} onClear={() => setSelected(new Set())} />}
      <Box ref={table} sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<GoalRow>
          label="目标台账"
          rows={shown}
          idOf={idOf}
          nameOf={(row) => row.name || '未填名称的目标'}
          columns={visible}
          widths={{ ...keptWidths, ...widths }}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={sort}
          onSort={(next) => select({ sort: next.column, order: next.descending ? 'down' : '' })}
          selected={chosenIds}
          onSelect={setSelected}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => void navigate(`/goals/${row.id}`)}
          onLeave={() => (selected.size > 0 ? setSelected(new Set()) : clearFilters())}
          empty={
            filtered ? (
              <EmptyState text="没有符合筛选条件的目标。">
                <Button variant="outlined" onClick={clearFilters}>
                  清除筛选
                </Button>
              </EmptyState>
            ) : (
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
                <Button variant="outlined" onClick={() => setInAddress({ new: '1' })}>
                  新建目标
                </Button>
              </EmptyState>
            )
          }
        />
      </Box>
      {isCreating && (
        <LedgerNewGoal units={units} suggestedUnit={filter.unit} onClose={() => setInAddress({ new: '' })} />
      )}
    </Box>
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

function idOf(row: GoalRow): string {
  return row.id
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))
  )
}

/** Preferences come from the disk: anything may stand there. */
function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function numberTable(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'number'))
}
