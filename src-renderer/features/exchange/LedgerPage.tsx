import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type PackageRecord, purposes } from '#domain/exchange/package'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { allPackages } from '#storage/exchange'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { momentText } from '#ui/moment-text'
import { NameEnd } from '#ui/NameEnd.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { useAddress } from '#ui/use-address'
import { allStates, directions, filterKeys, filterPackages, readFilter, sortPackages } from './ledger-rows.ts'
import { PackageBulk } from './PackageBulk.tsx'
import { PackageMark } from './PackageMark.tsx'
import { countsText, sizeText } from './package-words.ts'

const columns: Column<PackageRecord>[] = [
  { id: 'at', title: '时间', width: 128, cell: ({ at }) => momentText(at) },
  {
    id: 'direction',
    title: '收发',
    width: 48,
    sortable: false,
    cell: ({ direction }) => directions[direction],
  },
  {
    id: 'peer',
    title: '对方单位',
    width: 140,
    grow: 2,
    cell: ({ peer }) => <NameEnd text={peer.name} />,
    hover: ({ peer }) => peer.name,
  },
  { id: 'purpose', title: '用途', width: 84, cell: ({ purpose }) => purposes[purpose] },
  { id: 'sequence', title: '序号', width: 56, align: 'right', cell: ({ sequence }) => sequence },
  { id: 'state', title: '状态', width: 112, cell: (record) => <PackageMark record={record} /> },
  { id: 'receipt', title: '回执', width: 84, sortable: false, cell: receiptCell },
  {
    id: 'content',
    title: '内容',
    width: 120,
    grow: 2,
    sortable: false,
    cell: ({ counts }) => countsText(counts),
    hover: ({ counts }) => countsText(counts),
  },
  { id: 'size', title: '大小', width: 76, align: 'right', cell: ({ size }) => sizeText(size) },
  { id: 'medium', title: '介质', width: 76, cell: ({ medium }) => medium },
  { id: 'by', title: '经办人', width: 64, cell: ({ by }) => by },
  {
    id: 'sm3',
    title: 'SM3 摘要',
    width: 88,
    sortable: false,
    cell: ({ sm3 }) => sm3.slice(0, 8),
    hover: ({ sm3 }) => sm3,
  },
]

function receiptCell({ receipt, direction }: PackageRecord): string {
  if (!receipt) return ''
  if (receipt.faults.length > 0) return `${receipt.faults.length} 条未采用`
  return direction === 'out' ? '已收到' : '可导出'
}

/** 往来台账: every package in and out. */
export function LedgerPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const packages = useLiveQuery(allPackages, [])
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(-1)
  const addressText = address.toString()
  const filter = useMemo(() => readFilter(new URLSearchParams(addressText)), [addressText])
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const shown = useMemo(
    () => sortPackages(filterPackages(packages ?? [], filter), sort.column, sort.descending),
    [packages, filter, sort.column, sort.descending],
  )
  if (!packages) return null
  const isFiltered = filterKeys.some((key) => filter[key] !== '')
  const chosen = shown.filter(({ id }) => selected.has(id))
  const peers = [...new Set(packages.map(({ peer }) => peer.name))].sort()

  function select(changes: Record<string, string>) {
    setCurrent(-1)
    setInAddress(changes)
  }
  const clear = () => select(Object.fromEntries(filterKeys.map((key) => [key, ''])))

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="往来台账" trail="数据交换" note={`${book.year} 年度及其他年度，全部保留`}>
        <Button variant="outlined" component={Link} to="/exchange/receive">
          接收数据包
        </Button>
        {may(by, 'make-package') && (
          <Button variant="contained" component={Link} to="/exchange/send">
            生成数据包
          </Button>
        )}
      </PageHead>
      <Box
        role="search"
        aria-label="筛选数据包"
        sx={{
          flex: 'none',
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 3,
          py: 1.5,
          bgcolor: 'background.paper',
        }}
      >
        <FilterMenu
          label="收发"
          value={filter.direction}
          options={optionsOf(directions)}
          onChange={(direction) => select({ direction })}
        />
        <FilterMenu
          label="用途"
          value={filter.purpose}
          options={optionsOf(purposes)}
          onChange={(purpose) => select({ purpose })}
        />
        <FilterMenu
          label="状态"
          value={filter.state}
          options={optionsOf(allStates)}
          onChange={(state) => select({ state })}
        />
        <FilterMenu
          label="对方"
          value={filter.peer}
          options={peers.map((name) => ({ value: name, label: name }))}
          onChange={(peer) => select({ peer })}
        />
        {isFiltered && (
          <Button size="small" onClick={clear}>
            清除
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <SearchField
          label="查找数据包"
          placeholder="单位、文件名、摘要"
          value={filter.search}
          onChange={(search) => select({ search })}
        />
      </Box>
      <FigureLine figures={figuresOf(shown)} count={shown.length} selected={selected.size} />
      {chosen.length > 0 && <PackageBulk chosen={chosen} onDone={() => setSelected(new Set())} />}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<PackageRecord>
          label="往来台账"
          rows={shown}
          idOf={({ id }) => id}
          nameOf={({ fileName }) => fileName}
          columns={columns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={sort}
          onSort={(next) => select({ sort: next.column, order: next.descending ? 'down' : '' })}
          selected={selected}
          onSelect={setSelected}
          current={current}
          onCurrent={setCurrent}
          onOpen={({ id }) => void navigate(`/exchange/packages/${id}`)}
          onLeave={() => (selected.size > 0 ? setSelected(new Set()) : clear())}
          empty={
            isFiltered ? (
              <EmptyState text="没有符合筛选条件的数据包。">
                <Button variant="outlined" onClick={clear}>
                  清除筛选
                </Button>
              </EmptyState>
            ) : (
              <EmptyState text="还没有数据包往来。生成或导入的每一个数据包都会记在这里：什么时间、给谁、经谁的手、用什么介质、结果怎样。" />
            )
          }
        />
      </Box>
    </Box>
  )
}

function figuresOf(shown: readonly PackageRecord[]) {
  const count = (fits: (record: PackageRecord) => boolean) => `${shown.filter(fits).length}`
  const open: readonly string[] = ['made', 'delivered']
  return [
    { name: '发出', value: count(({ direction }) => direction === 'out'), unit: '个' },
    { name: '等回执', value: count(({ state }) => open.includes(state)), unit: '个' },
    { name: '收到', value: count(({ direction }) => direction === 'in'), unit: '个' },
    { name: '待管理员决定', value: count(({ state }) => state === 'held'), unit: '个' },
  ]
}
