import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { adjustmentTotals, isOpenAdjustment } from '#domain/adjustments/adjustment'
import { useSession } from '#session'
import { adjustmentsIn } from '#storage/adjustments'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { adjustmentColumns, unitSumColumns } from './AdjustmentColumns.tsx'
import { AdjustmentFigures, AdjustmentFilters } from './AdjustmentFilters.tsx'
import { exportAdjustments } from './adjustment-export.ts'
import { adjustmentOrder, adjustmentRows, unitSumOrder, unitSumRows } from './adjustment-rows.ts'

/** 目标调整台账: every application with its amounts, and what they come to by unit. */
export function AdjustmentsPage() {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address] = useAddress()
  const adjustments = useLiveQuery(() => adjustmentsIn(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])

  const all = useMemo(() => {
    if (!adjustments || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    return adjustmentRows(adjustments, { reached, rules, now: new Date().toISOString() })
  }, [adjustments, units, sections, by, rules])
  const ledger = useLedger(adjustmentOrder, { rows: all, units })
  const { shown } = ledger
  const sums = useMemo(() => unitSumRows(shown, units ?? []), [shown, units])
  const unitLedger = useLedger(unitSumOrder, { rows: sums, units })
  const columns = useMemo(() => adjustmentColumns(new Map(units?.map((unit) => [unit.id, unit]))), [units])
  if (!all || !units || !sections) return null

  const byUnit = address.get('view') === 'units'
  const { selected } = byUnit ? unitLedger : ledger
  // Nothing chosen means everything that is shown.
  const chosen = shown.filter((row) => selected.size === 0 || selected.has(byUnit ? row.unitId : row.id))

  function look(view: string, changes: Readonly<Record<string, string>> = {}) {
    ledger.unselect()
    unitLedger.unselect()
    // The columns of one view are not those of the other.
    ledger.select({ view, sort: '', order: '', ...changes })
  }

  function exportChosen() {
    attempt(async () => {
      const chosenSums = selected.size === 0 ? unitLedger.shown : unitSumRows(chosen, units ?? [])
      const sentence = await exportAdjustments(chosen, chosenSums, book, units ?? [])
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="目标调整"
        trail="绩效目标"
        note="目标一经批复不得随意变动；次数和金额供下年安排预算参考"
      >
        <Button variant="outlined" component={Link} to="/goals">
          返回台账
        </Button>
      </PageHead>
      <Tabs
        value={byUnit ? 'units' : ''}
        aria-label="查看方式"
        onChange={(_event, view: string) => look(view)}
        sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value="" label={`按申请 ${shown.length}`} />
        <Tab value="units" label={`按单位 ${sums.length}`} />
      </Tabs>
      <AdjustmentFilters
        filter={ledger.filter}
        units={units}
        sections={sections}
        filtered={ledger.filtered}
        onChange={ledger.select}
        onClear={ledger.clearFilters}
      />
      <AdjustmentFigures
        totals={adjustmentTotals(shown.map(({ adjustment }) => adjustment))}
        open={shown.filter(isOpenAdjustment).length}
        count={byUnit ? sums.length : shown.length}
        selected={selected.size}
      >
        <Button size="small" color="inherit" disabled={chosen.length === 0} onClick={exportChosen}>
          {selected.size === 0 ? '导出台账' : `导出所选 ${chosen.length} 份`}
        </Button>
      </AdjustmentFigures>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {byUnit ? (
          <LedgerTable
            ledger={unitLedger}
            label="按单位汇总"
            what="调整"
            columns={unitSumColumns}
            nameOf={(row) => row.name}
            onOpen={(row) => look('', { unit: row.id })}
          >
            <NoAdjustments />
          </LedgerTable>
        ) : (
          <LedgerTable
            ledger={ledger}
            label="目标调整台账"
            what="调整"
            columns={columns}
            nameOf={(row) => row.name}
            onOpen={(row) => void navigate(`/goals/adjustments/${row.id}`)}
          >
            <NoAdjustments />
          </LedgerTable>
        )}
      </Box>
    </Box>
  )
}

function NoAdjustments() {
  return (
    <EmptyState text="本年度还没有目标调整。已批复的目标确需变动的，打开目标后申请调整。">
      <Button variant="outlined" component={Link} to="/goals?status=approved">
        查看已批复的目标
      </Button>
    </EmptyState>
  )
}
