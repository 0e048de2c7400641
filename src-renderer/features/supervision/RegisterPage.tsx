import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { may } from '#domain/people/permissions'
import { registerKind, registerKindList, seesRegister } from '#domain/supervision/register-kinds'
import { sumOfField } from '#domain/supervision/standing'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { registersOf } from '#storage/registers'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { GroupTabs } from '#ui/GroupTabs.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
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

const order = { idOf: ({ id }: RegisterRow) => id, filterKeys, readFilter, filterRows, sortRows }

/** 督导登记: what was reported, found, handed over, taught and published in the year, with what has to follow. */
export function RegisterPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [address, setInAddress] = useAddress()
  const entries = useLiveQuery(() => registersOf(book.id, by.duty), [book.id, by.duty])
  const [today] = useState(localToday)
  const all = useMemo(() => (entries ?? []).map((entry) => rowOf(entry, today)), [entries, today])
  const ledger = useLedger(order, { rows: all })
  const { filter, shown, chosen, select } = ledger
  const columns = useMemo(() => registerColumns(filter.kind === ''), [filter.kind])
  if (!entries) return null
  const open = all.find(({ id }) => id === address.get('entry'))
  const seen = registerKindList.filter((kind) => seesRegister(by.duty, kind))
  const kinds = seen.map((kind) => ({
    ...{ id: kind, name: registerKind(kind).name },
    count: ledger.inAnyGroup.filter(({ entry }) => entry.kind === kind).length,
  }))
  const leaving = chosen.length > 0 ? chosen : shown

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
      <GroupTabs
        label="类别"
        total={ledger.inAnyGroup.length}
        groups={kinds}
        chosen={filter.kind}
        onChoose={(kind) => select({ kind, entry: '' })}
      />
      <FilterLine
        what="登记"
        filter={filter}
        filtered={ledger.filtered}
        placeholder="事项、人员、文号"
        searchWidth={220}
        onChange={select}
        onClear={ledger.clearFilters}
        menus={[{ key: 'standing', label: '办理情况', options: optionsOf(standings) }]}
      />
      <FigureLine figures={figuresOf(shown)} count={shown.length} selected={chosen.length} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          // The row of the open panel is where the keyboard stands.
          ledger={{
            ...ledger,
            current: shown.findIndex(({ id }) => id === open?.id),
            setCurrent: (index) => setInAddress({ entry: shown[index]?.id ?? '' }),
          }}
          label="督导登记"
          what="登记"
          columns={columns}
          nameOf={({ entry }) => entry.title || '未填事项的登记'}
          onOpen={({ id }) => setInAddress({ entry: id })}
          onLeave={() => setInAddress({ entry: '' })}
        >
          <EmptyState text="本年还没有登记。点右上角“登记”，记录报告、审计问题、线索移交、培训和宣传。" />
        </LedgerTable>
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
