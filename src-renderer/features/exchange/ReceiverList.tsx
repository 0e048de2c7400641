import Box from '@mui/material/Box'
import { useMemo, useState } from 'react'
import type { Receiver } from '#domain/exchange/offer'
import { levels } from '#domain/year-book'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { stablySortedBy } from '#ui/sorted'
import { colours } from '#ui/theme'
import { Mark } from './PackageMark.tsx'

const columns: Column<Receiver>[] = [
  {
    id: 'name',
    title: '接收单位',
    width: 260,
    grow: 2,
    cell: ({ name }) => name,
    hover: ({ name, party }) => (name === party.name ? name : `${name}（名片上的名称：${party.name}）`),
  },
  { id: 'code', title: '单位代码', width: 110, cell: ({ party }) => party.unitCode || party.regionCode },
  {
    id: 'level',
    title: '级次',
    width: 90,
    cell: ({ party }) => (party.level === '' ? '' : levels[party.level]),
  },
  {
    id: 'card',
    title: '名片',
    width: 130,
    cell: ({ publicKey }) =>
      publicKey === '' ? (
        <Mark shape="○" colour={colours.secondary} word="还没有名片" />
      ) : (
        <Mark shape="●" colour={colours.ok} word="已信任" />
      ),
  },
]

/** Who is to get a package: several at once get one each. */
export function ReceiverList(props: {
  receivers: readonly Receiver[]
  chosen: ReadonlySet<string>
  onChoose: (keys: ReadonlySet<string>) => void
}) {
  const { receivers, chosen } = props
  const [search, setSearch] = useState('')
  const [current, setCurrent] = useState(-1)
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [sort, setSort] = useState({ column: '', descending: false })
  const shown = useMemo(() => {
    const wanted = search.trim()
    const found = receivers.filter(({ name, party }) =>
      [name, party.name, party.unitCode].some((text) => text.includes(wanted)),
    )
    if (sort.column === '') return found
    const textOf = ({ name, party, publicKey }: Receiver) =>
      ({ name, code: party.unitCode || party.regionCode, level: party.level })[sort.column] ?? publicKey
    const ordered = stablySortedBy(found, textOf)
    return sort.descending ? ordered.toReversed() : ordered
  }, [receivers, search, sort])
  function toggle(key: string) {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    props.onChoose(next)
  }
  return (
    <Box
      sx={{
        flex: 1,
        minWidth: 0,
        display: 'flex',
        flexDirection: 'column',
        border: `1px solid ${colours.line}`,
      }}
    >
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 4, px: 3, py: 1.5, bgcolor: 'background.paper' }}
      >
        <Box role="status" sx={{ flex: 1, fontSize: 13 }}>
          共 {receivers.length} 个，已选 {chosen.size} 个。一个接收单位一份数据包。
        </Box>
        <SearchField label="查找接收单位" placeholder="名称、代码" value={search} onChange={setSearch} />
      </Box>
      <BigTable<Receiver>
        label="接收单位"
        rows={shown}
        idOf={({ key }) => key}
        nameOf={({ name }) => name}
        columns={columns}
        widths={widths}
        onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
        sort={sort}
        onSort={setSort}
        selected={chosen}
        onSelect={props.onChoose}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ key }) => toggle(key)}
        empty={<EmptyState text="没有符合条件的接收单位。" />}
      />
    </Box>
  )
}
