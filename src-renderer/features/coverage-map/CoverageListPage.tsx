import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { type PackedLine, pathOf, standingAt } from '#domain/coverage-map/lines'
import { countsAs, reasons } from '#domain/coverage-map/reasons'
import { type Stage, stageList, stages } from '#domain/coverage-map/stages'
import { isWithin } from '#domain/coverage-map/sums'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { addUp, formatWan } from '#domain/money'
import { coverageLines } from '#storage/coverage-map'
import { BigTable } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { readStage } from './coverage-address.ts'
import { lineColumns, sortLines } from './line-columns.tsx'
import { useCoverage } from './use-coverage.ts'

const shows = { hole: '缺口', done: '已办', outside: '不计应办', all: '全部' } as const
type Show = keyof typeof shows

/** What stands behind a cell of the map: the holes with the reason of each; Enter opens where it is filled. */
export function CoverageListPage() {
  const navigate = useNavigate()
  const { book, maps, base, units, choice, address, setInAddress } = useCoverage()
  const isStale = maps?.[0]?.isStale ?? true
  const lines = useLiveQuery(() => coverageLines(book.id), [book.id, isStale])
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(-1)
  const stage = readStage(address)
  const show = (Object.keys(shows) as Show[]).find((each) => each === address.get('show')) ?? 'hole' // the keys of the table
  const reason = address.get('reason') ?? ''
  const search = address.get('search') ?? ''
  const isAlone = address.get('alone') === '1'
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const { unit, section, kind, book: budget } = choice
  const shown = useMemo(() => {
    const own = isAlone && unit !== '' ? new Set([unit]) : units
    const filter = { kind, book: budget, units: own }
    const within = (lines ?? []).filter((line) => {
      const counts = countsAs(standingAt(line, stage).reason)
      const isAsked = standingAt(line, stage).reason !== 'not-asked'
      return isWithin(line, filter) && isAsked && (show === 'all' || counts === show) && says(line, search)
    })
    return within
  }, [lines, isAlone, unit, units, kind, budget, stage, show, search])
  const rows = useMemo(
    () =>
      sortLines(
        shown.filter((line) => reason === '' || standingAt(line, stage).reason === reason),
        stage,
        sort.column,
        sort.descending,
      ),
    [shown, reason, stage, sort.column, sort.descending],
  )
  const columns = useMemo(
    () => lineColumns(stage, new Map(base?.units.map(({ id, name }) => [id, name]))),
    [stage, base],
  )
  if (!base || !lines) return null
  const counts = new Map<string, number>()
  for (const line of shown) {
    const { reason: own } = standingAt(line, stage)
    counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  const chosen = rows.filter(({ id }) => selected.has(id))
  const words = Object.fromEntries(
    [...counts].map(([id, count]) => [id, `${reasons[id as keyof typeof reasons].text}（${count}）`]), // ids come from lines
  )
  const open = (line: PackedLine) => {
    const path = pathOf(line, stage)
    if (path !== '') void navigate(path)
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={`${stages[stage]}：${shows[show]}`} trail={`三全覆盖 › ${book.year} 年度`}>
        <Button variant="outlined" onClick={() => void navigate(`/coverage?${mapAddress(address)}`)}>
          返回覆盖图
        </Button>
      </PageHead>
      <FilterLine
        what="覆盖对象"
        filter={{ unit, section, search }}
        units={base.units}
        sections={base.sections}
        filtered={[unit, section, kind, budget, reason, search].some((part) => part !== '')}
        placeholder="名称、代码"
        onChange={(changes) => setInAddress('unit' in changes ? { ...changes, alone: '' } : changes)}
        onClear={() =>
          setInAddress({ unit: '', section: '', kind: '', book: '', reason: '', search: '', alone: '' })
        }
      >
        <FilterMenu
          label="环节"
          value={stage}
          options={stageList.map((each) => ({ value: each, label: stages[each] }))}
          onChange={(value) => setInAddress({ stage: value, reason: '' })}
        />
        <FilterMenu
          label="显示"
          value={show}
          options={optionsOf(shows)}
          onChange={(value) => setInAddress({ show: value, reason: '' })}
        />
        <FilterMenu
          label="原因"
          value={reason}
          options={optionsOf(words)}
          onChange={(value) => setInAddress({ reason: value })}
        />
        <FilterMenu
          label="对象"
          value={kind}
          options={optionsOf(objectKinds)}
          onChange={(value) => setInAddress({ kind: value })}
        />
        <FilterMenu
          label="预算类型"
          value={budget}
          options={optionsOf(budgetBooks)}
          onChange={(value) => setInAddress({ book: value })}
        />
      </FilterLine>
      <FigureLine
        figures={[
          { name: '对象', value: String(rows.length), unit: '个' },
          { name: '金额', value: formatWan(addUp(rows.map(({ money }) => money))), unit: '万元' },
        ]}
        count={rows.length}
        selected={chosen.length}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<PackedLine>
          label="覆盖对象"
          rows={rows}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          columns={columns}
          widths={widths}
          onWidth={(id, width) => setWidths((before) => ({ ...before, [id]: width }))}
          sort={sort}
          onSort={(next) => setInAddress({ sort: next.column, order: next.descending ? 'down' : '' })}
          selected={selected}
          onSelect={setSelected}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onLeave={() => setSelected(new Set())}
          empty={<EmptyState text={emptyText(stage, show)} />}
        />
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
