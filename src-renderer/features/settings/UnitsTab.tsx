import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { saveUnits } from '#actions/save-units'
import { desktop } from '#desktop'
import { makeId } from '#domain/ids'
import type { Problem } from '#domain/problem'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { goalLines } from '#storage/goal-lines'
import { bytesOf, workbookTypes } from '#ui/collect-files'
import { EmptyState } from '#ui/EmptyState.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useFileChoice } from '#ui/use-file-choice.tsx'
import { useInTurn } from '#ui/use-in-turn'
import { ReadUnitsDialog } from './ReadUnitsDialog.tsx'
import { UnitTable } from './UnitTable.tsx'
import { faultOf } from './unit-list.ts'

/** 单位: the tree of 主管部门 and 单位, edited in place, or in Excel and read back. */
export function UnitsTab() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const goals = useLiveQuery(() => goalLines(book.id), [book.id])
  const used = useMemo(() => new Set(goals?.map((row) => row.unitId)), [goals])
  // A new line lives here until it has a name; everything else is saved when its field is left.
  const [added, setAdded] = useState<Unit | null>(null)
  const [read, setRead] = useState<{ units: Unit[]; problems: Problem[] } | null>(null)
  const inTurn = useInTurn()
  const { ask, field } = useFileChoice({
    label: '单位名录文件',
    accept: workbookTypes,
    onChosen: ([file]) => fromExcel(file),
  })

  if (!units || !sections || !goals) return null
  const all = added ? [...units, added] : units

  /** One edit after the other, each on the list as it then is: two quick edits never undo one another. */
  function edit(to: (before: readonly Unit[]) => Unit[]): Promise<boolean> {
    return inTurn(async () => {
      const next = to(await unitsOf(book.id))
      const fault = faultOf(next)
      if (fault) say({ text: `${fault}没有保存，请改正。`, severity: 'warning' })
      else await saveUnits(book.id, next, by)
      return fault === ''
    })
  }

  function change(changed: Unit, patch: Partial<Unit>) {
    const next = { ...changed, ...patch }
    const isNew = added?.id === changed.id
    if (isNew && next.name.trim() === '') {
      setAdded(next)
      return
    }
    attempt(async () => {
      const kept = await edit((before) =>
        isNew
          ? [...before, next]
          : before.map((unit) => (unit.id === changed.id ? { ...unit, ...patch } : unit)),
      )
      if (!kept) return
      if (isNew) setAdded(null)
      const undo = () =>
        edit((before) =>
          isNew
            ? before.filter((unit) => unit.id !== changed.id)
            : before.map((unit) => (unit.id === changed.id ? changed : unit)),
        )
      say({ text: `已保存 ${next.name}。`, undo })
    })
  }

  function add(parentId: string) {
    const parent = all.find((unit) => unit.id === parentId)
    setAdded({
      id: makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
      bookId: book.id,
      code: '',
      name: '',
      parentId,
      sectionId: parent?.sectionId ?? '',
      initials: '',
    })
  }

  function remove(gone: Unit) {
    if (added?.id === gone.id) {
      setAdded(null)
      return
    }
    attempt(async () => {
      await edit((before) => before.filter((unit) => unit.id !== gone.id))
      say({ text: `已删除 ${gone.name}。`, undo: () => edit((before) => [...before, gone]) })
    })
  }

  function writeRead(next: Unit[]) {
    const before = units ?? []
    setRead(null)
    attempt(async () => {
      if (await edit(() => next)) say({ text: '单位名录已写入。', undo: () => edit(() => [...before]) })
    })
  }

  function toExcel() {
    attempt(async () => {
      const { unitsWorkbook } = await import('#excel/base-data')
      const bytes = await unitsWorkbook(units ?? [], sections ?? [])
      const saved = await desktop.saveFile(`${book.year}年度单位名录.xlsx`, bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。`)
    })
  }

  function fromExcel(file: File) {
    attempt(async () => {
      const { readUnits } = await import('#excel/base-data')
      const found = await readUnits(await bytesOf(file), {
        bookId: book.id,
        units: units ?? [],
        sections: sections ?? [],
        nextId: () => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
      })
      setRead(found)
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
        <Button variant="contained" disabled={added !== null} onClick={() => add('')}>
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
          freshId={added?.id ?? ''}
          onChange={change}
          onAdd={add}
          onDelete={remove}
        />
      )}
      {read && (
        <ReadUnitsDialog read={read} present={units} onCancel={() => setRead(null)} onConfirm={writeRead} />
      )}
    </Box>
  )
}
