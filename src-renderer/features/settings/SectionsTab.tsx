import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useLiveQuery } from 'dexie-react-hooks'
import { useRef, useState } from 'react'
import { saveSections } from '#actions/save-sections'
import { makeId } from '#domain/ids'
import type { Problem } from '#domain/problem'
import type { Section } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { CellInput, CellSelect } from '#ui/CellInput.tsx'
import { bytesOf, workbookTypes } from '#ui/collect-files'
import { useToast } from '#ui/Toast.tsx'
import { takeRow } from '#ui/take-row'
import { useFileChoice } from '#ui/use-file-choice.tsx'
import { useInTurn } from '#ui/use-in-turn'
import { ReadSectionsDialog } from './ReadSectionsDialog.tsx'

const roles: Record<Section['role'], string> = {
  lead: '牵头股室',
  support: '支撑机构',
  spending: '支出股室',
  other: '其他',
}
const roleOptions = Object.entries(roles).map(([value, label]) => ({ value, label }))

/** 股室 of the bureau after 2+2+N (巴财〔2020〕38号 三（一）). */
export function SectionsTab() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const inTurn = useInTurn()
  const [added, setAdded] = useState<Section | null>(null)
  const [read, setRead] = useState<{ sections: Section[]; problems: Problem[] } | null>(null)
  const { ask, field } = useFileChoice({
    label: '股室文件',
    accept: workbookTypes,
    onChosen: ([file]) => fromExcel(file),
  })
  const adder = useRef<HTMLButtonElement>(null)
  if (!sections || !units) return null
  const all = added ? [...sections, added] : sections

  function edit(to: (before: readonly Section[]) => Section[]): Promise<void> {
    return inTurn(async () => saveSections(book.id, to(await sectionsOf(book.id)), by))
  }

  function change(changed: Section, patch: Partial<Section>) {
    const next = { ...changed, ...patch }
    const isNew = added?.id === changed.id
    if (next.name === '') {
      if (isNew) setAdded(next)
      else say({ text: '股室名称不能为空，没有保存。', severity: 'warning' })
      return
    }
    attempt(async () => {
      await edit((before) =>
        isNew
          ? [...before, next]
          : before.map((section) => (section.id === changed.id ? { ...section, ...patch } : section)),
      )
      if (isNew) setAdded(null)
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
      const context = { bookId: book.id, sections: sections ?? [], nextId: freshId }
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
      id: freshId(),
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

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, maxWidth: 900 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1, color: 'text.secondary', fontSize: 13 }}>
          按“2+2+N”设置；名称可按本局实际修改。有归口单位的股室不能删除。
        </Box>
        <Button variant="outlined" onClick={ask}>
          从 Excel 导入
        </Button>
        {field}
        <Button ref={adder} variant="contained" disabled={added !== null} onClick={add}>
          新建股室
        </Button>
      </Box>
      <Paper variant="outlined" sx={{ overflow: 'auto' }}>
        <Table size="small" aria-label="股室">
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 100 }}>代码</TableCell>
              <TableCell>名称</TableCell>
              <TableCell sx={{ width: 160 }}>职责</TableCell>
              <TableCell sx={{ width: 110, textAlign: 'right' }}>归口单位</TableCell>
              <TableCell sx={{ width: 90 }}>操作</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {all.map((section) => {
              const count = units.filter((unit) => unit.sectionId === section.id).length
              return (
                <TableRow key={section.id} hover>
                  <TableCell sx={{ p: 0 }}>
                    <CellInput
                      label={`${section.name || '新股室'}的代码`}
                      value={section.code}
                      onCommit={(code) => change(section, { code })}
                    />
                  </TableCell>
                  <TableCell sx={{ p: 0 }}>
                    <CellInput
                      label="股室名称"
                      value={section.name}
                      focus={section.id === added?.id}
                      onCommit={(name) => change(section, { name })}
                    />
                  </TableCell>
                  <TableCell sx={{ p: 0 }}>
                    <CellSelect
                      label={`${section.name || '新股室'}的职责`}
                      value={section.role}
                      options={roleOptions}
                      required
                      onCommit={(role) => role in roles && change(section, { role: role as Section['role'] })} // `in` has just proved it
                    />
                  </TableCell>
                  <TableCell sx={{ textAlign: 'right' }}>{count}</TableCell>
                  <TableCell sx={{ py: 0 }}>
                    <Button
                      size="small"
                      color="error"
                      disabled={count > 0}
                      aria-label={`删除 ${section.name}`}
                      onClick={({ currentTarget }) => takeRow(currentTarget, adder, () => remove(section))}
                    >
                      删除
                    </Button>
                  </TableCell>
                </TableRow>
              )
            })}
          </TableBody>
        </Table>
      </Paper>
      {read && (
        <ReadSectionsDialog
          read={read}
          present={sections}
          onCancel={() => setRead(null)}
          onConfirm={writeRead}
        />
      )}
    </Box>
  )
}

function freshId(): string {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
