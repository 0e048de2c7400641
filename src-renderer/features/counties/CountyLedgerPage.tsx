import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { budgetBooks, goalStatuses, objectKinds } from '#domain/goals/goal'
import { addUp, formatWan, formatWanExact } from '#domain/money'
import { useSession } from '#session'
import { type CountyGoal, countyGoals } from '#storage/counties'
import type { Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { type SortValue, stablySortedBy } from '#ui/sorted'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useLedger } from '#ui/use-ledger'
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

const values: Readonly<Record<string, (goal: CountyGoal) => SortValue>> = {
  name: ({ name }) => name,
  region: ({ regionName }) => regionName,
  unit: ({ unitName }) => unitName,
  code: ({ code }) => code,
  kind: ({ kind }) => kind,
  book: ({ book }) => book,
  total: ({ total }) => total,
  status: ({ status }) => goalStatuses[status],
}

const filterKeys = ['region', 'kind', 'book', 'search'] as const
type Filter = Readonly<Record<(typeof filterKeys)[number], string>>

const order = {
  idOf: ({ id }: CountyGoal) => id,
  filterKeys,
  readFilter(address: URLSearchParams): Filter {
    const at = (key: string) => address.get(key) ?? ''
    return { region: at('region'), kind: at('kind'), book: at('book'), search: at('search') }
  },
  filterRows: (goals: readonly CountyGoal[], filter: Filter) => goals.filter((goal) => fits(goal, filter)),
  sortRows(goals: readonly CountyGoal[], column: string, descending: boolean) {
    const read = values[column]
    return read ? stablySortedBy(goals, read, descending) : goals
  },
}

/** 汇总台账: the goals of all counties together; opening one leads into its county's book. */
export function CountyLedgerPage() {
  const { book, openBook } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const found = useLiveQuery(() => countyGoals(book.year), [book.year])
  const ledger = useLedger<CountyGoal, Filter>(order, { rows: found?.goals ?? null, first: 0 })
  const { shown, chosen } = ledger
  if (!found) return null
  const regions = [...new Set(found.goals.map(({ regionName }) => regionName))]
  const leaving = chosen.length > 0 ? chosen : shown
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="汇总台账" trail="区县汇总">
        <Button
          variant="outlined"
          disabled={leaving.length === 0}
          onClick={() =>
            attempt(async () => {
              const text = await exportCountyLedger(leaving, book)
              if (text) say(text)
            })
          }
        >
          {chosen.length > 0 ? `导出 ${chosen.length} 个` : '导出 Excel'}
        </Button>
      </PageHead>
      <FilterLine
        what="汇总台账"
        filter={ledger.filter}
        filtered={ledger.filtered}
        placeholder="名称、代码、单位"
        onChange={ledger.select}
        onClear={ledger.clearFilters}
        menus={[
          {
            key: 'region',
            label: '区县',
            options: regions.map((region) => ({ value: region, label: region })),
          },
          { key: 'kind', label: '对象', options: optionsOf(objectKinds) },
          { key: 'book', label: '预算类型', options: optionsOf(budgetBooks) },
        ]}
      />
      <FigureLine
        figures={[
          { name: '目标', value: shown.length.toLocaleString('zh-CN'), unit: '个' },
          { name: '资金', value: formatWan(addUp(shown.map(({ total }) => total))), unit: '万元' },
        ]}
        count={shown.length}
        selected={chosen.length}
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
      <LedgerTable
        ledger={ledger}
        label="汇总台账"
        what="目标"
        columns={columns}
        nameOf={({ name }) => name}
        onOpen={({ bookId, id }) => {
          openBook(bookId)
          void navigate(`/goals/${id}`)
        }}
      >
        <EmptyState text="本年度还没有区县上报目标。导入区县的上报包后，各区县的目标在这里合成一张台账。">
          <Button variant="outlined" component={Link} to="/exchange/receive">
            接收数据包
          </Button>
        </EmptyState>
      </LedgerTable>
    </Box>
  )
}

function fits(goal: CountyGoal, { region, kind, book, search }: Filter): boolean {
  if (region !== '' && goal.regionName !== region) return false
  if ((kind !== '' && goal.kind !== kind) || (book !== '' && goal.book !== book)) return false
  const word = search.trim().toLowerCase()
  if (word === '') return true
  return [goal.name, goal.code, goal.unitName, goal.initials].some((text) =>
    text.toLowerCase().includes(word),
  )
}
