import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { may } from '#domain/people/permissions'
import {
  type RegisterKind,
  registerKind,
  registerKindList,
  seesRegister,
} from '#domain/supervision/register-kinds'
import { sumOfField } from '#domain/supervision/standing'
import { useSession } from '#session'
import { localDay } from '#storage/local-day'
import { registersOf } from '#storage/registers'
import { BigTable } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { EntryPanel } from './EntryPanel.tsx'
import { NewEntryMenu, NewReportMenu } from './NewEntryMenu.tsx'
import { registerColumns } from './register-columns.tsx'
import { exportRegister } from './register-export.ts'
import {
  filterKeys,
  filterRows,
  type RegisterRow,
  readFilter,
  rowOf,
  sortRows,
  standings,
} from './register-rows.ts'

/** 督导登记: what was reported, found, handed over, taught and published in the year, with what has to follow. */
export function RegisterPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [address, setInAddress] = useAddress()
  const entries = useLiveQuery(() => registersOf(book.id, by.duty), [book.id, by.duty])
  const [today] = useState(() => localDay(new Date().toISOString()))
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const addressText = address.toString()
  const filter = useMemo(() => readFilter(new URLSearchParams(addressText)), [addressText])
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const all = useMemo(() => (entries ?? []).map((entry) => rowOf(entry, today)), [entries, today])
  const inAnyKind = useMemo(() => filterRows(all, filter, true), [all, filter])
  const shown = useMemo(
    () => sortRows(filterRows(inAnyKind, filter), sort.column, sort.descending),
    [inAnyKind, filter, sort.column, sort.descending],
  )
  const columns = useMemo(() => registerColumns(filter.kind === ''), [filter.kind])
  if (!entries) return null
  const open = all.find(({ id }) => id === address.get('entry'))
  const chosen = shown.filter(({ id }) => selected.has(id))
  const filtered = filterKeys.some((key) => filter[key] !== '')
  const leaving = chosen.length > 0 ? chosen : shown
  const clear = () => setInAddress(Object.fromEntries(filterKeys.map((key) => [key, ''])))

  function exportShown() {
    attempt(async () => {
      const sentence = await exportRegister(
        leaving.map(({ entry }) => entry),
        { book, today },
      )
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="督导登记" trail="应用与考核">
        <NewReportMenu today={today} />
        <Button variant="outlined" disabled={leaving.length === 0} onClick={exportShown}>
          {chosen.length > 0 ? `导出 ${chosen.length} 条` : '导出台账'}
        </Button>
        {may(by, 'save-register') && (
          <NewEntryMenu
            kind={filter.kind}
            today={today}
            onOpened={(kind, entry) =>
              setInAddress({ entry, standing: '', search: '', kind: filter.kind === '' ? '' : kind })
            }
          />
        )}
      </PageHead>
      <KindTabs rows={inAnyKind} kind={filter.kind} onChange={(kind) => setInAddress({ kind, entry: '' })} />
      <Box
        role="search"
        aria-label="筛选登记"
        sx={{ flex: 'none', display: 'flex', gap: 1, px: 3, py: 1.5, bgcolor: 'background.paper' }}
      >
        <FilterMenu
          label="办理情况"
          value={filter.standing}
          options={optionsOf(standings)}
          onChange={(standing) => setInAddress({ standing })}
        />
        {filtered && (
          <Button size="small" onClick={clear}>
            清除
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <SearchField
          label="查找登记"
          placeholder="事项、人员、文号"
          value={filter.search}
          onChange={(search) => setInAddress({ search })}
          width={220}
        />
      </Box>
      <FigureLine figures={figuresOf(shown)} count={shown.length} selected={chosen.length} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<RegisterRow>
          label="督导登记"
          rows={shown}
          idOf={({ id }) => id}
          nameOf={({ entry }) => entry.title || '未填事项的登记'}
          columns={columns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={sort}
          onSort={(next) => setInAddress({ sort: next.column, order: next.descending ? 'down' : '' })}
          selected={new Set(chosen.map(({ id }) => id))}
          onSelect={setSelected}
          current={shown.findIndex(({ id }) => id === open?.id)}
          onCurrent={(index) => setInAddress({ entry: shown[index]?.id ?? '' })}
          onOpen={({ id }) => setInAddress({ entry: id })}
          onLeave={() => (selected.size > 0 ? setSelected(new Set()) : setInAddress({ entry: '' }))}
          empty={
            filtered ? (
              <EmptyState text="没有符合条件的登记。">
                <Button variant="outlined" onClick={clear}>
                  清除筛选
                </Button>
              </EmptyState>
            ) : (
              <EmptyState text="本年还没有登记。点右上角“登记”，记录报告、审计问题、线索移交、培训和宣传。" />
            )
          }
        />
        {open && (
          <EntryPanel
            key={`${open.id} ${by.duty}`}
            kept={open.entry}
            onRemoved={() => setInAddress({ entry: '' })}
          />
        )}
      </Box>
    </Box>
  )
}

function KindTabs(props: {
  rows: readonly RegisterRow[]
  kind: RegisterKind | ''
  onChange: (kind: RegisterKind | '') => void
}) {
  const { by } = useSession()
  return (
    <Tabs
      value={props.kind}
      aria-label="类别"
      variant="scrollable"
      onChange={(_event, kind: RegisterKind | '') => props.onChange(kind)}
      sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab value="" label={`全部 ${props.rows.length}`} />
      {registerKindList
        .filter((kind) => seesRegister(by.duty, kind))
        .map((kind) => (
          <Tab
            key={kind}
            value={kind}
            label={`${registerKind(kind).name} ${props.rows.filter(({ entry }) => entry.kind === kind).length}`}
          />
        ))}
    </Tabs>
  )
}

function figuresOf(rows: readonly RegisterRow[]) {
  const count = (standing: RegisterRow['standing']) => rows.filter((row) => row.standing === standing).length
  const entries = rows.map(({ entry }) => entry)
  return [
    { name: '办理中', value: `${count('open') + count('late')}`, unit: '条' },
    { name: '其中逾期', value: `${count('late')}`, unit: '条' },
    { name: '已办结', value: `${count('done')}`, unit: '条' },
    { name: '培训', value: `${sumOfField(entries, 'training', 'count')}`, unit: '人次' },
  ]
}
