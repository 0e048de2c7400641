import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { saveUnits } from '#actions/save-units'
import type { Problem } from '#domain/problem'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { nextId } from '#storage/stamp'
import { bytesOf } from '#ui/collect-files'
import { useToast } from '#ui/Toast.tsx'
import { useInTurn } from '#ui/use-in-turn'
import { useFreshRow, withRow } from './fresh-row.ts'
import { faultOf } from './unit-list.ts'

/** The 单位 of the book and what is done to them; `added` is a new line until it has a name. Null while they are read. */
export function useUnitList() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  // A new line lives here until it has a name; everything else is saved when its field is left.
  const [added, setAdded] = useFreshRow(units)
  const [read, setRead] = useState<{ units: Unit[]; problems: Problem[] } | null>(null)
  const inTurn = useInTurn()
  if (!units) return null
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
    if (isNew) setAdded(next)
    if (isNew && next.name.trim() === '') return
    attempt(async () => {
      const kept = await edit((before) => withRow(before, { whole: next, patch, isNew }))
      if (!kept) return
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
      id: nextId(),
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

  function fromExcel(file: File) {
    attempt(async () => {
      const { readUnits } = await import('#excel/base-data')
      const found = await readUnits(await bytesOf(file), {
        bookId: book.id,
        units: units ?? [],
        sections: await sectionsOf(book.id),
        nextId,
      })
      setRead(found)
    })
  }

  return {
    ...{ units, all, added, read, change, add, remove, fromExcel, writeRead },
    leaveRead: () => setRead(null),
  }
}
