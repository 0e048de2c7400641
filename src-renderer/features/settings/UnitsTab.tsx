import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useRef } from 'react'
import { desktop } from '#desktop'
import { useSession } from '#session'
import { sectionsOf } from '#storage/base-data'
import { goalLines } from '#storage/goal-lines'
import { workbookTypes } from '#ui/collect-files'
import { EmptyState } from '#ui/EmptyState.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useFileChoice } from '#ui/use-file-choice.tsx'
import { ReadUnitsDialog } from './ReadUnitsDialog.tsx'
import { UnitTable } from './UnitTable.tsx'
import { useUnitList } from './use-unit-list.ts'

/** 单位: the tree of 主管部门 and 单位, edited in place, or in Excel and read back. */
export function UnitsTab() {
  const { book } = useSession()
  const { attempt, say } = useToast()
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const goals = useLiveQuery(() => goalLines(book.id), [book.id])
  const used = useMemo(() => new Set(goals?.map((row) => row.unitId)), [goals])
  const list = useUnitList()
  const adder = useRef<HTMLButtonElement>(null)
  const { ask, field } = useFileChoice({
    label: '单位名录文件',
    accept: workbookTypes,
    onChosen: ([file]) => list?.fromExcel(file),
  })
  if (!list || !sections || !goals) return null
  const { units, all } = list

  function toExcel() {
    attempt(async () => {
      const { unitsWorkbook } = await import('#excel/base-data')
      const bytes = await unitsWorkbook(units, sections ?? [])
      const saved = await desktop.saveFile(`${book.year}年度单位名录.xlsx`, bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。`)
    })
  }

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, maxWidth: 1100 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Box sx={{ flex: 1, color: 'text.secondary', fontSize: 13 }}>
          共 {units.length.toLocaleString('zh-CN')} 个单位。离开单元格即保存；有目标的单位不能删除。
        </Box>
        <Button variant="outlined" onClick={ask}>
          从 Excel 导入
        </Button>
        <Button variant="outlined" disabled={units.length === 0} onClick={toExcel}>
          导出 Excel
        </Button>
        <Button ref={adder} variant="contained" disabled={list.added !== null} onClick={() => list.add('')}>
          新建主管部门
        </Button>
        {field}
      </Box>
      {all.length === 0 ? (
        <EmptyState text="还没有单位。新建主管部门，或从 Excel 导入单位名录。" />
      ) : (
        <UnitTable
          units={all}
          sections={sections}
          mayDelete={(unit) => !used.has(unit.id) && !all.some((other) => other.parentId === unit.id)}
          freshId={list.added?.id ?? ''}
          adder={adder}
          onChange={list.change}
          onAdd={list.add}
          onDelete={list.remove}
        />
      )}
      {list.read && (
        <ReadUnitsDialog
          read={list.read}
          present={units}
          onCancel={list.leaveRead}
          onConfirm={list.writeRead}
        />
      )}
    </Box>
  )
}
