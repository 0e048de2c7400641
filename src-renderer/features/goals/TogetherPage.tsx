import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { stageStates, togetherRate, togetherStageList, togetherStages } from '#domain/goals/together'
import { percentText, ratio } from '#domain/monitoring/ratio'
import { may } from '#domain/people/permissions'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine, type LineFigure } from '#ui/FigureLine.tsx'
import { FilterLine } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useLedger } from '#ui/use-ledger'
import { useSums } from '#ui/use-sums'
import { togetherColumns } from './TogetherColumns.tsx'
import { TogetherRegister } from './TogetherRegister.tsx'
import { stagedRows, type TogetherRow, togetherOrder } from './together-rows.ts'

const stateOptions = Object.entries(stageStates).map(([value, label]) => ({ value, label }))

/** 同步台账: 同步申报、上会、批复、公示 of goals and their funds. */
export function TogetherPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const goals = useLiveQuery(() => stagedRows(book.id, breather()), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const [registering, setRegistering] = useState(false)

  const rows = useMemo(() => {
    if (!goals || !units || !sections) return null
    const reached = reachedUnits(by, units, sections)
    return goals.filter(({ unitId }) => reached === null || reached.has(unitId))
  }, [goals, units, sections, by])
  const all = useDeferredValue(rows)
  const ledger = useLedger(togetherOrder, { rows: all, units })
  const { shown, chosen } = ledger
  const columns = useMemo(() => togetherColumns(new Map(units?.map((unit) => [unit.id, unit]))), [units])
  const figures = useSums(all && shown, figuresOf)
  if (!all || !units || !sections) return null
  const mayRegister = may(by, 'register-together')

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="同步台账" trail="绩效目标" note="目标与预算资金同步申报、同步上会、同步批复、同步公示">
        <Button variant="outlined" component={Link} to="/goals">
          返回台账
        </Button>
        {mayRegister && (
          <Button variant="contained" disabled={chosen.length === 0} onClick={() => setRegistering(true)}>
            {chosen.length === 0 ? '登记所选' : `登记 ${chosen.length} 个`}
          </Button>
        )}
      </PageHead>
      <FilterLine
        what="同步台账"
        filter={ledger.filter}
        units={units}
        sections={sections}
        filtered={ledger.filtered}
        placeholder="名称、拼音首字母"
        searchWidth={210}
        onChange={ledger.select}
        onClear={ledger.clearFilters}
        menus={[
          ...togetherStageList.map((stage) => ({
            key: stage,
            label: togetherStages[stage],
            options:
              stage === 'published' ? stateOptions : stateOptions.filter(({ value }) => value !== 'exempt'),
          })),
          { key: 'finding', label: '问题', options: [{ value: 'any', label: '有问题' }] },
        ]}
      />
      <FigureLine figures={figures} count={shown.length} selected={chosen.length} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="同步台账"
          what="目标"
          columns={columns}
          nameOf={(row) => row.name || '未填名称的目标'}
          onOpen={(row) => void navigate(`/goals/${row.id}`)}
        >
          <EmptyState text="还没有目标。目标申报后在这里登记同步情况。" />
        </LedgerTable>
      </Box>
      {registering && (
        <TogetherRegister
          rows={chosen}
          onClose={() => setRegistering(false)}
          onDone={() => {
            setRegistering(false)
            ledger.unselect()
          }}
        />
      )}
    </Box>
  )
}

function figuresOf(rows: readonly TogetherRow[]): LineFigure[] {
  return togetherStageList.map((stage) => {
    const { done, due } = togetherRate(rows.map(({ stages }) => stages[stage]))
    const rate = ratio(done, due)
    return {
      name: `同步${togetherStages[stage]}`,
      value: rate ? percentText(rate) : '—',
      unit: `${done}/${due}`,
    }
  })
}
