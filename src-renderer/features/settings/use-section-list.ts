import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { saveSections } from '#actions/save-sections'
import type { Problem } from '#domain/problem'
import type { Section } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf } from '#storage/base-data'
import { nextId } from '#storage/stamp'
import { bytesOf } from '#ui/collect-files'
import { useToast } from '#ui/Toast.tsx'
import { useInTurn } from '#ui/use-in-turn'
import { useFreshRow, withRow } from './fresh-row.ts'

/** The 股室 of the book and what is done to them; `added` is a new line until it has a name. Null while they are read. */
export function useSectionList() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const inTurn = useInTurn()
  const [added, setAdded] = useFreshRow(sections)
  const [read, setRead] = useState<{ sections: Section[]; problems: Problem[] } | null>(null)
  if (!sections) return null
  const all = added ? [...sections, added] : sections

  function edit(to: (before: readonly Section[]) => Section[]): Promise<void> {
    return inTurn(async () => saveSections(book.id, to(await sectionsOf(book.id)), by))
  }

  function change(changed: Section, patch: Partial<Section>) {
    const next = { ...changed, ...patch }
    const isNew = added?.id === changed.id
    if (isNew) setAdded(next)
    if (next.name === '') {
      if (!isNew) say({ text: '股室名称不能为空，没有保存。', severity: 'warning' })
      return
    }
    attempt(async () => {
      await edit((before) => withRow(before, { whole: next, patch, isNew }))
      const undo = () =>
        edit((before) =>
          isNew
            ? before.filter((section) => section.id !== changed.id)
            : before.map((section) => (section.id === changed.id ? changed : section)),
        )
      say({ text: `已保存 ${next.name}。`, undo })
    })
  }

  function fromExcel(file: File) {
    attempt(async () => {
      const { readSections } = await import('#excel/base-data')
      const context = { bookId: book.id, sections: sections ?? [], nextId }
      setRead(await readSections(await bytesOf(file), context))
    })
  }

  function writeRead(next: Section[]) {
    const before = sections ?? []
    setRead(null)
    attempt(async () => {
      await edit(() => next)
      // What came in new and has units by then stays: the action refuses to take it away.
      say({ text: '股室已写入。', undo: () => edit(() => [...before]) })
    })
  }

  function add() {
    setAdded({
      id: nextId(),
      bookId: book.id,
      code: String(all.length + 1).padStart(2, '0'),
      name: '',
      role: 'spending',
      order: Math.max(0, ...all.map((section) => section.order)) + 1,
    })
  }

  function remove(gone: Section) {
    if (added?.id === gone.id) {
      setAdded(null)
      return
    }
    attempt(async () => {
      await edit((before) => before.filter((section) => section.id !== gone.id))
      say({ text: `已删除 ${gone.name}。`, undo: () => edit((before) => [...before, gone]) })
    })
  }

  return {
    ...{ sections, all, added, read, change, add, remove, fromExcel, writeRead },
    leaveRead: () => setRead(null),
  }
}
