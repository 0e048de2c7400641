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
import { localDay } from '#storage/local-day'
import { workItemsOf } from '#storage/work-items'
import { BigTable } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { NewWorkDialog } from './NewWorkDialog.tsx'
import { SectionTable } from './SectionTable.tsx'
import { WorkPanel } from './WorkPanel.tsx'
import { workColumns } from './work-columns.tsx'
import { filterWork, readWorkFilter, sortWork, type WorkRow, workFilterKeys, workRows } from './work-rows.ts'

/** 年度工作: the bureau's plan by 2+2+N, who is late, and what each section has done. */
export function WorkPlanPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [address, setInAddress] = useAddress()
  const items = useLiveQuery(() => workItemsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const [today] = useState(() => localDay(new Date().toISOString()))
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const addressText = address.toString()
  const filter = useMemo(() => readWorkFilter(new URLSearchParams(addressText)), [addressText])
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const all = useMemo(() => workRows(items ?? [], sections ?? [], by, today), [items, sections, by, today])
  const shown = useMemo(
    () => sortWork(filterWork(all, filter), sort.column, sort.descending),
    [all, filter, sort.column, sort.descending],
  )
  if (!items || !sections) return null
  const open = all.find(({ id }) => id === address.get('item'))
  const chosen = shown.filter(({ id }) => selected.has(id))
  const leaving = chosen.length > 0 ? chosen : shown
  const filtered = workFilterKeys.some((key) => filter[key] !== '')
  const mayPlan = may(by, 'save-work-plan')
  const lacking = missingWork(shippedWork(book.year, book.identity.level, sections), items).length
  const figures = sectionWork(items, today)
  const clear = () => setInAddress(Object.fromEntries(workFilterKeys.map((key) => [key, ''])))
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
      <Box
        role="search"
        aria-label="筛选年度工作"
        sx={{ flex: 'none', display: 'flex', gap: 1, px: 3, py: 1.5, bgcolor: 'background.paper' }}
      >
        <FilterMenu
          label="科室"
          value={filter.section}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(section) => setInAddress({ section })}
        />
        <FilterMenu
          label="状态"
          value={filter.state}
          options={optionsOf(workStates)}
          onChange={(state) => setInAddress({ state })}
        />
        <FilterMenu
          label="逾期"
          value={filter.late}
          options={[{ value: '1', label: '只看逾期' }]}
          onChange={(late) => setInAddress({ late })}
        />
        <FilterMenu
          label="办理人"
          value={filter.mine}
          options={[{ value: '1', label: '只看本职责的' }]}
          onChange={(mine) => setInAddress({ mine })}
        />
        {filtered && (
          <Button size="small" onClick={clear}>
            清除
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <SearchField
          label="查找年度工作"
          placeholder="工作内容、科室"
          value={filter.search}
          onChange={(search) => setInAddress({ search })}
          width={200}
        />
      </Box>
      <FigureLine figures={figuresOf(shown)} count={shown.length} selected={chosen.length} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<WorkRow>
          label="年度工作"
          rows={shown}
          idOf={({ id }) => id}
          nameOf={({ item }) => item.name}
          columns={workColumns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={sort}
          onSort={(next) => setInAddress({ sort: next.column, order: next.descending ? 'down' : '' })}
          selected={new Set(chosen.map(({ id }) => id))}
          onSelect={setSelected}
          current={shown.findIndex(({ id }) => id === open?.id)}
          onCurrent={(index) => setInAddress({ item: shown[index]?.id ?? '' })}
          onOpen={({ id }) => setInAddress({ item: id })}
          onLeave={() => (selected.size > 0 ? setSelected(new Set()) : setInAddress({ item: '' }))}
          empty={<Nothing filtered={filtered} mayPlan={mayPlan} onClear={clear} onAdopt={adopt} />}
        />
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
              onChoose={(section) => setInAddress({ section })}
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

function Nothing(props: { filtered: boolean; mayPlan: boolean; onClear: () => void; onAdopt: () => void }) {
  if (props.filtered)
    return (
      <EmptyState text="没有符合条件的工作。">
        <Button variant="outlined" onClick={props.onClear}>
          清除筛选
        </Button>
      </EmptyState>
    )
  return (
    <EmptyState text="还没有年度工作计划。缺省计划按“2+2+N”分工列出各科室全年工作，采用后可以增减、修改期限。">
      {props.mayPlan && (
        <Button variant="outlined" onClick={props.onAdopt}>
          采用缺省计划
        </Button>
      )}
    </EmptyState>
  )
}
