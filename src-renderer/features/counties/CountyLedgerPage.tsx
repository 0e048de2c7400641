import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { budgetBooks, goalStatuses, objectKinds } from '#domain/goals/goal'
import { addUp, formatWan, formatWanExact } from '#domain/money'
import { useSession } from '#session'
import { type CountyGoal, countyGoals } from '#storage/counties'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { exportCountyLedger } from './counties-export.ts'

const columns: readonly Column<CountyGoal>[] = [
  { id: 'name', title: '项目名称', width: 260, grow: 2, cell: ({ name }) => name, hover: ({ name }) => name },
  { id: 'region', title: '区县', width: 136, cell: ({ regionName }) => regionName },
  {
    id: 'unit',
    title: '单位',
    width: 190,
    grow: 1,
    cell: ({ unitName }) => <NameEnd text={unitName} />,
    hover: ({ unitName }) => unitName,
  },
  { id: 'code', title: '项目代码', width: 120, cell: ({ code }) => code, hover: ({ code }) => code },
  { id: 'kind', title: '对象', width: 68, cell: ({ kind }) => objectKinds[kind] },
  { id: 'book', title: '预算类型', width: 124, cell: ({ book }) => budgetBooks[book] },
  {
    ...{ id: 'total', title: '资金（万元）', width: 116, align: 'right' },
    cell: ({ total }) => formatWan(total),
    hover: ({ total }) => (total === null ? '未填' : `${formatWanExact(total)} 万元`),
  },
  { id: 'status', title: '状态', width: 84, cell: ({ status }) => goalStatuses[status] },
]

const keys: Readonly<Record<string, (goal: CountyGoal) => string | number>> = {
  name: ({ name }) => name,
  region: ({ regionName }) => regionName,
  unit: ({ unitName }) => unitName,
  code: ({ code }) => code,
  kind: ({ kind }) => kind,
  book: ({ book }) => book,
  total: ({ total }) => total ?? -1,
  status: ({ status }) => goalStatuses[status],
}

const nothing: ReadonlySet<string> = new Set()

/** 汇总台账: the goals of all counties together; opening one leads into its county's book. */
export function CountyLedgerPage() {
  const { book, openBook } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const found = useLiveQuery(() => countyGoals(book.year), [book.year])
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState(nothing)
  const [current, setCurrent] = useState(0)
  const read = (key: string) => address.get(key) ?? ''
  const filter = { region: read('region'), kind: read('kind'), book: read('book'), search: read('search') }
  const sort = { column: read('sort'), descending: read('order') === 'down' }
  const filterText = JSON.stringify([filter, sort])
  const shown = useMemo(() => {
    const [wanted, order] = JSON.parse(filterText) as [typeof filter, typeof sort] // written in the line above
    return sorted(
      (found?.goals ?? []).filter((goal) => fits(goal, wanted)),
      order,
    )
  }, [found, filterText])
  if (!found) return null
  const regions = [...new Set(found.goals.map(({ regionName }) => regionName))]
  const select = (changes: Record<string, string>) => {
    setCurrent(0)
    setInAddress(changes)
  }
  const isFiltered = Object.values(filter).some((value) => value !== '')
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="汇总台账" trail="区县汇总">
        <Button
          variant="outlined"
          disabled={shown.length === 0}
          onClick={() =>
            attempt(async () => {
              const text = await exportCountyLedger(shown, book)
              if (text) say(text)
            })
          }
        >
          导出 Excel
        </Button>
      </PageHead>
      <Box
        role="search"
        aria-label="筛选汇总台账"
        sx={{
          flex: 'none',
          display: 'flex',
          gap: 1,
          px: 3,
          py: 1.5,
          alignItems: 'center',
          bgcolor: 'background.paper',
        }}
      >
        <FilterMenu
          label="区县"
          value={filter.region}
          options={regions.map((region) => ({ value: region, label: region }))}
          onChange={(region) => select({ region })}
        />
        <FilterMenu
          label="对象"
          value={filter.kind}
          options={optionsOf(objectKinds)}
          onChange={(kind) => select({ kind })}
        />
        <FilterMenu
          label="预算类型"
          value={filter.book}
          options={optionsOf(budgetBooks)}
          onChange={(value) => select({ book: value })}
        />
        {isFiltered && (
          <Button size="small" onClick={() => select({ region: '', kind: '', book: '', search: '' })}>
            清除
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <SearchField
          label="查找汇总台账"
          placeholder="名称、代码、单位"
          value={filter.search}
          onChange={(search) => select({ search })}
        />
      </Box>
      <FigureLine
        figures={[
          { name: '目标', value: shown.length.toLocaleString('zh-CN'), unit: '个' },
          { name: '资金', value: formatWan(addUp(shown.map(({ total }) => total))), unit: '万元' },
        ]}
        count={shown.length}
        selected={selected.size}
      />
      {found.twice.length > 0 && (
        <Box role="alert" sx={{ px: 4, py: 1, fontSize: 13, color: colours.attention }}>
          ▲ {found.twice.length} 个项目代码同时出现在几个区县，金额可能重复：
          {found.twice
            .slice(0, 3)
            .map(({ name, places }) => `${name}（${places.join('、')}）`)
            .join('；')}
        </Box>
      )}
      <BigTable
        label="汇总台账"
        rows={shown}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        columns={columns}
        widths={widths}
        onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
        sort={sort}
        onSort={({ column, descending }) => select({ sort: column, order: descending ? 'down' : '' })}
        selected={selected}
        onSelect={setSelected}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ bookId, id }) => {
          openBook(bookId)
          void navigate(`/goals/${id}`)
        }}
        empty={<EmptyState text={isFiltered ? '没有符合条件的目标。' : '本年度还没有区县上报目标。'} />}
      />
    </Box>
  )
}

type Filter = { region: string; kind: string; book: string; search: string }

function fits(goal: CountyGoal, { region, kind, book, search }: Filter): boolean {
  if (region !== '' && goal.regionName !== region) return false
  if ((kind !== '' && goal.kind !== kind) || (book !== '' && goal.book !== book)) return false
  const word = search.trim().toLowerCase()
  if (word === '') return true
  return [goal.name, goal.code, goal.unitName, goal.initials].some((text) =>
    text.toLowerCase().includes(word),
  )
}

function sorted(
  goals: CountyGoal[],
  { column, descending }: { column: string; descending: boolean },
): CountyGoal[] {
  const key = keys[column]
  if (!key) return goals
  const order = (left: CountyGoal, right: CountyGoal) => {
    const [a, b] = [key(left), key(right)]
    return typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'zh-Hans-CN')
  }
  return goals.toSorted((left, right) => (descending ? order(right, left) : order(left, right)))
}
