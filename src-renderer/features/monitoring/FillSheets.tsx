import Button from '@mui/material/Button'
import { useMemo, useRef, useState } from 'react'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { monthsText } from '#domain/monitoring/round'
import type { MonitoringRules } from '#domain/monitoring/rules'
import { Sheet, type SheetColumn, type SheetHandle, type SheetRow } from '#ui/Sheet.tsx'
import { entryColumns } from './EntrySheet.tsx'
import { entriesOfRows, rowOfEntry, sameEntry, settleEntry, targetsOf, unreadMark } from './entry-rows.ts'
import {
  fundsOfRows,
  reasonOfRows,
  rowsOfFunds,
  sameFunds,
  settleFunds,
  unreadAmount,
  withForecasts,
} from './fund-rows.ts'
import type { MonitoringSaver } from './monitoring-saver.ts'

export type FillProps = {
  forms: readonly Monitoring[]
  month: number
  rules: MonitoringRules
  saver: MonitoringSaver
}

function noNewRow(): string {
  return ''
}

/** Every indicator of every project in one sheet: one block pasted from Excel fills a whole unit. */
export function FillEntries({ forms, month, rules, saver }: FillProps) {
  const [start] = useState(() =>
    forms.flatMap((form) =>
      form.entries.map((entry) =>
        rowOfEntry(entry, rules, { id: `${form.id}/${entry.id}`, project: form.name }),
      ),
    ),
  )
  const targets = useMemo(() => targetsOf(forms.flatMap(({ entries }) => entries)), [forms])
  const columns = useMemo(() => entryColumns(month, rules), [month, rules])

  function onRows(rows: readonly SheetRow[]) {
    const changed = forms.filter((form) => {
      const after = entriesOfRows(form.entries, rows, rules, ({ id }) => `${form.id}/${id}`)
      return after.some((entry, index) => !sameEntry(entry, form.entries[index] ?? entry))
    })
    saver.change(
      changed.map((form) => ({
        id: form.id,
        patch: (before) => ({
          entries: entriesOfRows(before.entries, rows, rules, ({ id }) => `${form.id}/${id}`),
        }),
      })),
    )
  }

  return (
    <Sheet
      label="各项目指标完成情况"
      columns={columns}
      rows={start}
      nextId={noNewRow}
      fixedRows
      onRows={onRows}
      settle={(cells, changed) => settleEntry(cells, changed, targets, rules)}
      unreadOf={(row, column) => unreadMark(row, column, rules)}
      sums={{ project: `${forms.length} 个项目`, name: `共 ${start.length} 条` }}
    />
  )
}

/** The money of every project in one sheet. */
export function FillFunds({ forms, month, saver }: FillProps) {
  const [start] = useState(() => rowsOfFunds(forms))
  const sheet = useRef<SheetHandle>(null)
  const firsts = useMemo(() => firstRows(start), [start])
  const months = monthsText(month)
  const columns: SheetColumn[] = [
    { key: 'project', title: '项目', width: 190, readOnly: true },
    { key: 'group', title: '资金来源', width: 150, readOnly: true },
    { key: 'budget', title: '年初预算数（万元）', width: 140, align: 'right' },
    { key: 'paid', title: `${months}执行数（万元）`, width: 164, align: 'right' },
    { key: 'rate', title: `${months}执行率`, width: 116, align: 'right', readOnly: true },
    { key: 'forecast', title: '全年预计（万元）', width: 130, align: 'right' },
    { key: 'reason', title: '资金执行偏差原因', width: 220 },
  ]

  function onRows(rows: readonly SheetRow[]) {
    const changed = forms.filter(
      (form) =>
        !sameFunds(fundsOfRows(form, rows), form.funds) ||
        reasonOfRows(form, rows) !== form.fundsReason.trim(),
    )
    saver.change(
      changed.map(({ id }) => ({
        id,
        patch: (before) => ({
          funds: fundsOfRows(before, rows),
          fundsReason: reasonOfRows(before, rows),
        }),
      })),
    )
  }

  return (
    <Sheet
      handle={sheet}
      tools={
        <Button
          size="small"
          color="inherit"
          onClick={() =>
            sheet.current?.putRows((rows) => ({ rows: withForecasts(rows), row: 0, col: forecastColumn }))
          }
        >
          空着的全年预计按预算数填
        </Button>
      }
      label="各项目资金执行情况"
      columns={columns}
      rows={start}
      nextId={noNewRow}
      fixedRows
      onRows={onRows}
      settle={settleFunds}
      unreadOf={(row, column) => unreadAmount(row, column, firsts.has(row.id))}
      sums={{ project: `${forms.length} 个项目` }}
    />
  )
}

const forecastColumn = 5

/** The first row of each project: what is said of the whole project stands there. */
function firstRows(rows: readonly SheetRow[]): ReadonlySet<string> {
  const firsts = new Map<string, string>()
  for (const { id } of rows) {
    const [form = ''] = id.split('/')
    if (!firsts.has(form)) firsts.set(form, id)
  }
  return new Set(firsts.values())
}
