import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { months } from '#domain/execution/execution'
import { executionNotices, executionStates, type LedgerLine } from '#domain/execution/ledger'
import { budgetBooks } from '#domain/goals/goal'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { executionLedger } from '#storage/execution-ledger'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { useSums } from '#ui/use-sums'
import { ExecutionPanel } from './ExecutionPanel.tsx'
import { executionColumns } from './execution-columns.tsx'
import { exportExecutions } from './execution-export.ts'
import { filterKeys, filterRows, readFilter, sortRows, sumLine } from './execution-rows.ts'
import { ImportRecords } from './ImportRecords.tsx'

const order = { idOf: ({ id }: LedgerLine) => id, filterKeys, readFilter, filterRows, sortRows }

/** 预算执行: what the treasury shows of every project at the end of a month, and of what no project stands for. */
export function ExecutionPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address] = useAddress()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])

  const wanted = Number(address.get('month')) || 0
  const executed = useLiveQuery(() => executionLedger(book, wanted), [book, wanted])
  const there = useMemo(() => new Set(executed?.months), [executed])
  const month = executed?.month ?? wanted
  const rows = useMemo(() => {
    if (!units || !sections || !executed) return null
    const reached = reachedUnits(by, units, sections)
    return executed.lines.filter(({ unitId }) => reached === null || reached.has(unitId))
  }, [units, sections, executed, by])
  const all = useDeferredValue(rows)
  const ledger = useLedger(order, { rows: all, units, first: 0 })
  const { filter, filtered, shown, chosen, select, clearFilters } = ledger
  const figures = useSums(all && shown, sumLine)
  const waiting = useMemo(() => all?.filter(({ state }) => state === 'unmatched').length ?? 0, [all])
  if (!all || !units || !sections) return null

  const isRecords = address.get('tab') === 'imports'

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="预算执行" trail="绩效监控">
        {!isRecords && (
          <Button
            variant="outlined"
            disabled={shown.length === 0}
            onClick={() =>
              attempt(async () => {
                const text = await exportExecutions(chosen.length > 0 ? chosen : shown, month, book)
                if (text) say(text)
              })
            }
          >
            {chosen.length > 0 ? `导出所选 ${chosen.length} 行` : '导出 Excel'}
          </Button>
        )}
        {may(by, 'import-executions') && (
          <Button variant="contained" component={Link} to="/execution/import">
            导入国库台账
          </Button>
        )}
      </PageHead>
      <Tabs
        value={isRecords ? 'imports' : ''}
        aria-label="预算执行"
        onChange={(_event, tab: string) => select({ tab })}
        sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value="" label={waiting > 0 ? `台账（${waiting} 项待对应）` : '台账'} />
        <Tab value="imports" label="导入记录" />
      </Tabs>
      {isRecords && <ImportRecords />}
      {!isRecords && (
        <>
          <FilterLine
            what="预算执行"
            filter={filter}
            units={units}
            sections={sections}
            filtered={filtered}
            placeholder="名称、代码、单位"
            searchWidth={200}
            onChange={select}
            onClear={clearFilters}
            menus={[
              { key: 'book', label: '预算类型', options: optionsOf(budgetBooks) },
              { key: 'state', label: '国库数', options: optionsOf(executionStates) },
              { key: 'notice', label: '提示', options: optionsOf(executionNotices) },
            ]}
          >
            <FilterMenu
              label="数据截至"
              value={String(month)}
              options={months
                .filter((each) => there.has(each))
                .map((each) => ({ value: String(each), label: `${each} 月` }))}
              onChange={(value) => select({ month: value })}
            />
          </FilterLine>
          <FigureLine figures={figures} count={shown.length} selected={chosen.length} />
          <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
            <LedgerTable
              ledger={ledger}
              label="预算执行"
              what="项目"
              columns={executionColumns}
              nameOf={(row) => row.name || '未填名称的项目'}
              onOpen={(row) => row.goalId !== '' && void navigate(`/goals/${row.goalId}`)}
            >
              <EmptyState text="还没有项目。先导入各单位的绩效目标，再导入国库的执行台账。" />
            </LedgerTable>
            <ExecutionPanel row={shown[ledger.current]} month={month} units={units} />
          </Box>
        </>
      )}
    </Box>
  )
}
