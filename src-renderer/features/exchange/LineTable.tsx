import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { lineKey } from '#actions/apply-package'
import { exchangeTables } from '#domain/exchange/contents'
import type { Line } from '#domain/exchange/rehearsal'
import { pathWords, stateChange } from '#domain/exchange/words'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { stablySortedBy } from '#ui/sorted'
import { colours } from '#ui/theme'
import type { DecisionsMade } from './use-decisions.ts'
import { VerdictMark } from './VerdictMark.tsx'

/** Every record of the package, what becomes of it, and what was decided. */
export function LineTable(props: {
  lines: readonly Line[]
  names: ReadonlyMap<string, string>
  decisions: DecisionsMade
  selected: ReadonlySet<string>
  onSelect: (keys: ReadonlySet<string>) => void
  onOpen: (line: Line) => void
  /** What to say where there is none. */
  emptyText: string
  onClear: () => void
}) {
  const { lines, names, decisions } = props
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [sort, setSort] = useState({ column: '', descending: false })
  const [current, setCurrent] = useState(-1)
  const columns = useMemo(() => columnsOf(names, decisions), [names, decisions])
  const ordered = useMemo(() => {
    const read = {
      name: ({ name }: Line) => name,
      table: ({ table }: Line) => table,
      verdict: ({ verdict }: Line) => verdict,
    }
    const of =
      sort.column === 'unit'
        ? ({ unitId }: Line) => names.get(unitId) ?? ''
        : read[sort.column as keyof typeof read] // undefined for what is not sorted
    if (!of) return lines
    const up = stablySortedBy(lines, of)
    return sort.descending ? up.toReversed() : up
  }, [lines, names, sort])
  return (
    <BigTable<Line>
      label="来包记录"
      rows={ordered}
      idOf={lineKey}
      nameOf={({ name }) => name}
      columns={columns}
      widths={widths}
      onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
      sort={sort}
      onSort={setSort}
      selected={props.selected}
      onSelect={props.onSelect}
      current={current}
      onCurrent={(index) => {
        setCurrent(index)
        const line = ordered[index]
        if (line) props.onOpen(line)
      }}
      onOpen={props.onOpen}
      onLeave={() => props.onSelect(new Set())}
      empty={
        <EmptyState text={props.emptyText}>
          <Button variant="outlined" onClick={props.onClear}>
            看全部
          </Button>
        </EmptyState>
      }
    />
  )
}

function columnsOf(names: ReadonlyMap<string, string>, decisions: DecisionsMade): Column<Line>[] {
  return [
    { id: 'name', title: '名称', width: 200, grow: 2, cell: ({ name }) => name, hover: ({ name }) => name },
    { id: 'table', title: '类别', width: 96, cell: ({ table }) => exchangeTables[table] },
    {
      id: 'unit',
      title: '单位',
      width: 130,
      grow: 1,
      cell: ({ unitId }) => <NameEnd text={names.get(unitId) ?? ''} />,
      hover: ({ unitId }) => names.get(unitId) ?? '',
    },
    { id: 'verdict', title: '结果', width: 92, cell: ({ verdict }) => <VerdictMark verdict={verdict} /> },
    {
      id: 'decision',
      title: '决定',
      width: 120,
      sortable: false,
      cell: (line) => <Decision line={line} decisions={decisions} />,
    },
    {
      id: 'why',
      title: '说明',
      width: 170,
      grow: 2,
      sortable: false,
      cell: whyText,
      hover: whyText,
    },
  ]
}

function whyText({ table, verdict, reason, conflicts, base, ours, theirs }: Line): string {
  if (reason !== '') return reason
  if (verdict === 'conflict')
    return `双方都改过：${conflicts.map(({ path }) => pathWords(path, [ours, theirs, base])).join('、')}`
  if (verdict === 'merged') return '双方改的栏目不同，自动合并'
  if (verdict === 'deleted') return '发送单位已删去'
  if (verdict === 'kept') return '发送单位没有改，本机改过'
  // What the state becomes is what the receiver looks for: what came back stands out from what was approved.
  return verdict === 'changed' || verdict === 'new' ? stateChange(table, ours, theirs) : ''
}

function Decision({ line, decisions }: { line: Line; decisions: DecisionsMade }) {
  if (line.verdict === 'same' || line.verdict === 'kept' || line.verdict === 'refused') return null
  if (decisions.isSkipped(line)) return <Box component="span">不采用</Box>
  if (line.verdict !== 'conflict') return <Box component="span">采用</Box>
  const open = decisions.open(line)
  if (open > 0)
    return (
      <Box component="span" sx={{ color: colours.alarm }}>
        {open} 处待定
      </Box>
    )
  const sides = new Set(line.conflicts.map(({ path }) => decisions.choiceOf(line, path)))
  if (sides.size > 1) return <Box component="span">已逐处决定</Box>
  return <Box component="span">{sides.has('theirs') ? '用来包' : '用本机'}</Box>
}
