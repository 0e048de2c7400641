import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { type PackedLine, pathOf, standingAt } from '#domain/coverage-map/lines'
import { countsAs, reasons } from '#domain/coverage-map/reasons'
import { type Stage, stages } from '#domain/coverage-map/stages'
import { isWithin } from '#domain/coverage-map/sums'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { addUp, formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { coverageLines } from '#storage/coverage-map'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useLedger } from '#ui/use-ledger'
import { type CoverageChoice, chosenUnits, readChoice, readStage } from './coverage-address.ts'
import { lineColumns, sortLines } from './line-columns.tsx'
import { useCoverage } from './use-coverage.ts'

const shows = { hole: '缺口', done: '已办', outside: '不计应办', all: '全部' } as const
type Show = keyof typeof shows

const filterKeys = ['unit', 'section', 'kind', 'book', 'reason', 'search', 'alone'] as const
type Filter = Omit<CoverageChoice, 'by'> & { show: Show; reason: string; search: string; alone: string }

function readFilter(address: URLSearchParams): Filter {
  const at = (key: string) => address.get(key) ?? ''
  const { by: _, ...choice } = readChoice(address)
  const show = (Object.keys(shows) as Show[]).find((each) => each === at('show')) ?? 'hole' // the keys of the table
  return { ...choice, show, reason: at('reason'), search: at('search'), alone: at('alone') }
}

/** Of one stage; the reason stands for a group, as its choices are counted without it. */
function orderAt(stage: Stage) {
  return {
    idOf: ({ id }: PackedLine) => id,
    filterKeys,
    readFilter,
    filterRows(lines: readonly PackedLine[], filter: Filter, units: readonly Unit[], anyReason = false) {
      const isAlone = filter.alone === '1' && filter.unit !== ''
      const asked = { ...filter, units: isAlone ? new Set([filter.unit]) : chosenUnits(filter, units, null) }
      return lines.filter((line) => {
        const { reason } = standingAt(line, stage)
        return (
          isWithin(line, asked) &&
          reason !== 'not-asked' &&
          (filter.show === 'all' || countsAs(reason) === filter.show) &&
          (anyReason || filter.reason === '' || reason === filter.reason) &&
          says(line, filter.search)
        )
      })
    },
    sortRows: (lines: readonly PackedLine[], column: string, descending: boolean) =>
      sortLines(lines, stage, column, descending),
  }
}

/** What stands behind a cell of the map: the holes with the reason of each; Enter opens where it is filled. */
export function CoverageListPage() {
  const navigate = useNavigate()
  const { book, maps, base, reached, address } = useCoverage()
  const isStale = maps?.[0]?.isStale ?? true
  const lines = useLiveQuery(() => coverageLines(book.id), [book.id, isStale])
  const stage = readStage(address)
  const order = useMemo(() => orderAt(stage), [stage])
  const all = useMemo(
    () =>
      lines && reached !== undefined
        ? lines.filter(({ unitId }) => reached === null || reached.has(unitId))
        : null,
    [lines, reached],
  )
  const ledger = useLedger(order, { rows: all, units: base?.units })
  const { filter, shown, chosen, select } = ledger
  const columns = useMemo(
    () => lineColumns(stage, new Map(base?.units.map(({ id, name }) => [id, name]))),
    [stage, base],
  )
  if (!base || !all) return null
  const counts = new Map<string, number>()
  for (const line of ledger.inAnyGroup) {
    const { reason: own } = standingAt(line, stage)
    counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  const words = Object.fromEntries(
    [...counts].map(([id, count]) => [id, `${reasons[id as keyof typeof reasons].text}（${count}）`]), // ids come from lines
  )
  const back = () => void navigate(`/coverage?${mapAddress(address)}`)
  const open = (line: PackedLine) => {
    const path = pathOf(line, stage)
    if (path !== '') void navigate(path)
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={`${stages[stage]}：${shows[filter.show]}`} trail={`三全覆盖 › ${book.year} 年度`}>
        <Button variant="outlined" onClick={back}>
          返回覆盖图
        </Button>
      </PageHead>
      <FilterLine
        what="覆盖对象"
        filter={{ ...filter, stage }}
        units={base.units}
        sections={base.sections}
        filtered={ledger.filtered}
        placeholder="名称、代码"
        // A unit is looked at alone only as the map led to it; another stage has other reasons.
        onChange={(changes) =>
          select({
            ...('unit' in changes ? { alone: '' } : {}),
            ...('stage' in changes || 'show' in changes ? { reason: '' } : {}),
            ...changes,
          })
        }
        onClear={ledger.clearFilters}
        menus={[
          { key: 'stage', label: '环节', options: optionsOf(stages) },
          { key: 'show', label: '显示', options: optionsOf(shows) },
          { key: 'reason', label: '原因', options: optionsOf(words) },
          { key: 'kind', label: '对象', options: optionsOf(objectKinds) },
          { key: 'book', label: '预算类型', options: optionsOf(budgetBooks) },
        ]}
      />
      <FigureLine
        figures={[
          { name: '对象', value: String(shown.length), unit: '个' },
          { name: '金额', value: formatWan(addUp(shown.map(({ money }) => money))), unit: '万元' },
        ]}
        count={shown.length}
        selected={chosen.length}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          ledger={ledger}
          label="覆盖对象"
          what="对象"
          columns={columns}
          nameOf={({ name }) => name}
          onOpen={open}
          onLeave={back}
        >
          <EmptyState text={emptyText(stage, filter.show)} />
        </LedgerTable>
      </Box>
    </Box>
  )
}

function says({ name, code }: PackedLine, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  return wanted === '' || name.toLowerCase().includes(wanted) || code.toLowerCase().includes(wanted)
}

/** The address of the map without what only the list needs. */
function mapAddress(address: URLSearchParams): string {
  const kept = new URLSearchParams(address)
  for (const key of ['stage', 'show', 'reason', 'search', 'alone', 'sort', 'order']) kept.delete(key)
  return kept.toString()
}

function emptyText(stage: Stage, show: Show): string {
  return show === 'hole' ? `${stages[stage]}没有缺口。` : '没有符合条件的对象。'
}
