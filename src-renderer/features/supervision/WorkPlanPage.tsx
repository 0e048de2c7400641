import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { adoptWorkPlan } from '#actions/adopt-work-plan'
import { desktop } from '#desktop'
import { may } from '#domain/people/permissions'
import { sectionWork, workStates } from '#domain/supervision/work-item'
import { missingWork, shippedWork } from '#domain/supervision/work-table'
import { useSession } from '#session'
import { sectionsOf } from '#storage/base-data'
import { leavingOf } from '#storage/leaving'
import { localToday } from '#storage/local-day'
import { workItemsOf } from '#storage/work-items'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { LedgerTable } from '#ui/LedgerTable.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { useLedger } from '#ui/use-ledger'
import { NewWorkDialog } from './NewWorkDialog.tsx'
import { SectionTable } from './SectionTable.tsx'
import { WorkPanel } from './WorkPanel.tsx'
import { workColumns } from './work-columns.tsx'
import { filterWork, readWorkFilter, sortWork, type WorkRow, workFilterKeys, workRows } from './work-rows.ts'

const order = {
  idOf: ({ id }: WorkRow) => id,
  filterKeys: workFilterKeys,
  readFilter: readWorkFilter,
  filterRows: filterWork,
  sortRows: sortWork,
}

/** 年度工作: the bureau's plan by 2+2+N, who is late, and what each section has done. */
export function WorkPlanPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [address, setInAddress] = useAddress()
  const items = useLiveQuery(() => workItemsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const [today] = useState(localToday)
  const all = useMemo(() => workRows(items ?? [], sections ?? [], by, today), [items, sections, by, today])
  const ledger = useLedger(order, { rows: all })
  const { filter, shown, chosen, select } = ledger
  if (!items || !sections) return null
  const open = all.find(({ id }) => id === address.get('item'))
  const leaving = chosen.length > 0 ? chosen : shown
  const mayPlan = may(by, 'save-work-plan')
  const lacking = missingWork(shippedWork(book.year, book.identity.level, sections), items).length
  const figures = sectionWork(items, today)
  const nameOf = (sectionId: string) => sections.find(({ id }) => id === sectionId)?.name ?? ''

  function adopt() {
    attempt(async () => {
      const count = await adoptWorkPlan(book.id, by)
      say(`已列入缺省工作 ${count} 项，期限和内容可以修改。`)
    })
  }
  function exportPlan() {
    attempt(async () => {
      const { workPlanWorkbook } = await import('#excel/write-supervision')
      const { open, note } = await leavingOf(
        book.id,
        leaving.map(({ item }) => item),
      )
      const bytes = await workPlanWorkbook({
        ...{ office: book.identity.office, year: book.year, today },
        items: open,
        ...{ sections: figures, sectionName: nameOf },
      })
      const saved = await desktop.saveFile(`${book.year}年度预算绩效管理工作计划.xlsx`, bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。${note}`)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="年度工作" trail="应用与考核">
        {mayPlan && lacking > 0 && items.length > 0 && (
          <Button variant="outlined" onClick={adopt}>
            补入缺省工作 {lacking} 项
          </Button>
        )}
        <Button variant="outlined" disabled={shown.length === 0} onClick={exportPlan}>
          {chosen.length > 0 ? `导出 ${chosen.length} 项` : '导出计划'}
        </Button>
        {mayPlan && (
          <Button variant="contained" onClick={() => setInAddress({ new: '1' })}>
            新增工作
          </Button>
        )}
      </PageHead>
      <FilterLine
        what="年度工作"
        filter={filter}
        filtered={ledger.filtered}
        placeholder="工作内容、科室"
        searchWidth={200}
        onChange={select}
        onClear={ledger.clearFilters}
        menus={[
          {
            key: 'section',
            label: '科室',
            options: sections.map(({ id, name }) => ({ value: id, label: name })),
          },
          { key: 'state', label: '状态', options: optionsOf(workStates) },
          { key: 'late', label: '逾期', options: [{ value: '1', label: '只看逾期' }] },
          { key: 'mine', label: '办理人', options: [{ value: '1', label: '只看本职责的' }] },
        ]}
      />
      <FigureLine figures={figuresOf(shown)} count={shown.length} selected={chosen.length} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <LedgerTable
          // The row of the open panel is where the keyboard stands.
          ledger={{
            ...ledger,
            current: shown.findIndex(({ id }) => id === open?.id),
            setCurrent: (index) => setInAddress({ item: shown[index]?.id ?? '' }),
          }}
          label="年度工作"
          what="工作"
          columns={workColumns}
          nameOf={({ item }) => item.name}
          onOpen={({ id }) => setInAddress({ item: id })}
          onLeave={() => setInAddress({ item: '' })}
        >
          <EmptyState text="还没有年度工作计划。缺省计划按“2+2+N”分工列出各科室全年工作，采用后可以增减、修改期限。">
            {mayPlan && (
              <Button variant="outlined" onClick={adopt}>
                采用缺省计划
              </Button>
            )}
          </EmptyState>
        </LedgerTable>
        {open ? (
          <WorkPanel
            key={`${open.id} ${by.duty} ${open.item.state}`}
            row={open}
            sections={sections}
            onRemoved={() => setInAddress({ item: '' })}
          />
        ) : (
          items.length > 0 && (
            <SectionTable
              figures={figures}
              nameOf={nameOf}
              chosen={filter.section}
              onChoose={(section) => select({ section })}
            />
          )
        )}
      </Box>
      {mayPlan && address.get('new') && (
        <NewWorkDialog
          sections={sections}
          onClose={() => setInAddress({ new: '' })}
          onAdded={(id) => setInAddress({ new: '', item: id })}
        />
      )}
    </Box>
  )
}

function figuresOf(rows: readonly WorkRow[]) {
  const count = (state: string) => rows.filter(({ item }) => item.state === state).length
  return [
    { name: '已完成', value: `${count('confirmed')}`, unit: '项' },
    { name: '待确认', value: `${count('done')}`, unit: '项' },
    { name: '在办', value: `${count('working')}`, unit: '项' },
    { name: '逾期', value: `${rows.filter(({ isLate }) => isLate).length}`, unit: '项' },
  ]
}
