import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { lineKey } from '#actions/apply-package'
import { exchangeTables } from '#domain/exchange/contents'
import type { PackageRecord } from '#domain/exchange/package'
import { countsOf, type Line, verdicts } from '#domain/exchange/rehearsal'
import type { Rehearsal } from '#exchange/rehearsal'
import { unitsOf } from '#storage/base-data'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { useAddress } from '#ui/use-address'
import { Hindrances } from './Hindrances.tsx'
import { IncomingHead } from './IncomingHead.tsx'
import type { IncomingProps } from './IncomingRecords.tsx'
import { LineBulk } from './LineBulk.tsx'
import { LinePanel } from './LinePanel.tsx'
import { LineTable } from './LineTable.tsx'
import { ReceiveActions } from './ReceiveActions.tsx'
import { RehearsalGroups } from './RehearsalGroups.tsx'
import {
  filterLines,
  isShownBy,
  readLineFilter,
  type Shown,
  unchangedText,
  unitNames,
  verdictList,
} from './rehearsal-rows.ts'
import type { DecisionsMade } from './use-decisions.ts'

export type RehearsalProps = IncomingProps & {
  rehearsal: Rehearsal
  decisions: DecisionsMade
  onTaken: (record: PackageRecord) => void
  /** Reads it again; what was decided stays. */
  onAgain: () => Promise<void>
}

const views = { lines: '逐条', units: '按单位', tables: '按类别' } as const
type View = keyof typeof views

/** 演练: what would become of every record, to be decided before anything is written. */
export function RehearsalView(props: RehearsalProps) {
  const { rehearsal, decisions } = props
  const { lines } = rehearsal
  const bookId = rehearsal.book?.id ?? ''
  const units = useLiveQuery(() => unitsOf(bookId), [bookId])
  const [address, setInAddress] = useAddress()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const addressText = address.toString()
  const filter = useMemo(() => readLineFilter(new URLSearchParams(addressText)), [addressText])
  const names = useMemo(() => unitNames(lines, units ?? []), [lines, units])
  const shown = useMemo(() => filterLines(lines, filter), [lines, filter])
  const chosen = useMemo(() => shown.filter((line) => selected.has(lineKey(line))), [shown, selected])
  const view: View = (Object.keys(views) as View[]).find((each) => each === address.get('view')) ?? 'lines' // the keys of the table
  const isUnfiltered = filter.table === '' && filter.unit === '' && filter.search === ''
  const emptyText =
    filter.shown === 'changes' && isUnfiltered ? `${unchangedText(lines)}。` : '这一类没有记录。'
  const open = shown.find((line) => lineKey(line) === address.get('line')) ?? null

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box
        sx={{
          flex: 'none',
          px: 4,
          pt: 3,
          pb: 2,
          display: 'grid',
          gap: 2,
          maxHeight: '52%',
          overflow: 'auto',
        }}
      >
        <IncomingHead {...props} />
        <Hindrances {...props} />
      </Box>
      <VerdictTabs
        lines={lines}
        shown={filter.shown}
        onChange={(verdict) => setInAddress({ verdict, line: '' })}
      />
      <Box
        role="search"
        aria-label="筛选记录"
        sx={{
          flex: 'none',
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 3,
          py: 1,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        {(Object.keys(views) as View[]).map((each) => (
          <Button
            key={each}
            size="small"
            color={view === each ? 'primary' : 'inherit'}
            aria-pressed={view === each}
            onClick={() => setInAddress({ view: each === 'lines' ? '' : each, line: '' })}
          >
            {views[each]}
          </Button>
        ))}
        <FilterMenu
          label="类别"
          value={filter.table}
          options={tablesOf(lines)}
          onChange={(table) => setInAddress({ table, line: '' })}
        />
        <FilterMenu
          label="单位"
          value={filter.unit}
          options={unitsIn(lines, names)}
          onChange={(unit) => setInAddress({ unit, line: '' })}
        />
        <Box sx={{ flex: 1 }} />
        <Box role="status" sx={{ fontSize: 13, color: 'text.secondary' }}>
          共 {shown.length.toLocaleString('zh-CN')} 条{chosen.length > 0 && `，已选 ${chosen.length} 条`}
        </Box>
        <SearchField
          label="查找记录"
          placeholder="名称"
          width={180}
          value={filter.search}
          onChange={(search) => setInAddress({ search, line: '' })}
        />
      </Box>
      {view === 'lines' && chosen.length > 0 && (
        <LineBulk chosen={chosen} decisions={decisions} onDone={() => setSelected(new Set())} />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {view === 'lines' ? (
          <LineTable
            lines={shown}
            names={names}
            decisions={decisions}
            selected={selected}
            onSelect={setSelected}
            emptyText={emptyText}
            onOpen={(line) => setInAddress({ line: lineKey(line) })}
            onClear={() => setInAddress({ verdict: 'all', table: '', unit: '', search: '' })}
          />
        ) : (
          <RehearsalGroups
            lines={shown}
            by={view === 'units' ? 'unit' : 'table'}
            names={names}
            emptyText={emptyText}
            onOpen={(key) =>
              setInAddress({ view: '', ...(view === 'units' ? { unit: key } : { table: key }) })
            }
          />
        )}
        {view === 'lines' && open && (
          <LinePanel
            key={lineKey(open)}
            line={open}
            unit={names.get(open.unitId) ?? ''}
            sender={rehearsal.manifest.sender.name}
            decisions={decisions}
            onClose={() => setInAddress({ line: '' })}
          />
        )}
      </Box>
      <ReceiveActions {...props} />
    </Box>
  )
}

function VerdictTabs(props: { lines: readonly Line[]; shown: Shown; onChange: (shown: Shown) => void }) {
  const counts = useMemo(() => countsOf(props.lines), [props.lines])
  const present = verdictList.filter((verdict) => counts[verdict] > 0 || props.shown === verdict)
  const changes = props.lines.filter((line) => isShownBy('changes', line)).length
  return (
    <Tabs
      value={props.shown}
      aria-label="导入后的变化"
      onChange={(_event, shown: Shown) => props.onChange(shown)}
      sx={{
        flex: 'none',
        px: 2,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Tab value="changes" label={`要看的 ${changes}`} />
      {present.map((verdict) => (
        <Tab key={verdict} value={verdict} label={`${verdicts[verdict]} ${counts[verdict]}`} />
      ))}
      <Tab value="all" label={`全部 ${props.lines.length}`} />
    </Tabs>
  )
}

function tablesOf(lines: readonly Line[]) {
  const present = new Set(lines.map(({ table }) => table))
  return [...present].map((table) => ({ value: table, label: exchangeTables[table] }))
}

function unitsIn(lines: readonly Line[], names: ReadonlyMap<string, string>) {
  const present = new Set(lines.map(({ unitId }) => unitId))
  return [...present].flatMap((id) => (id === '' ? [] : [{ value: id, label: names.get(id) ?? id }]))
}
