import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { listRegulations } from '#actions/list-regulations'
import { removeRegulation } from '#actions/remove-regulation'
import { restoreRegulation } from '#actions/restore-regulation'
import { saveRegulation } from '#actions/save-regulation'
import {
  type Board,
  boards,
  checkRegulation,
  emptyRegulation,
  matchesRegulation,
  type Regulation,
  type RegulationContent,
} from '#domain/regulations'
import { useSession } from '#session'
import { allRegulations } from '#storage/regulations'
import { nextId } from '#storage/stamp'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useInTurn } from '#ui/use-in-turn'
import { useOpened } from '#ui/use-opened'
import { RegulationPanel } from './RegulationPanel.tsx'
import { RegulationTable } from './RegulationTable.tsx'

/** 制度库: the bureau's own documents of the 1+N system (巴财〔2020〕38号 三（四）1). */
export function RegulationsTab() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const inTurn = useInTurn()
  const regulations = useLiveQuery(allRegulations, [])
  const [search, setSearch] = useState('')
  const [board, setBoard] = useState<Board | ''>('')
  const { openId, fresh, isUntouched, open, begin, type } = useOpened<RegulationContent>()
  if (!regulations) return null

  const shown = regulations
    .filter((each) => (board === '' || each.board === board) && matchesRegulation(each, search))
    .toSorted((left, right) => byBoardThenDay(left, right))
  const opened = regulations.find((each) => each.id === openId) ?? null
  const draft = opened ?? fresh
  const others = regulations.filter((each) => each.id !== openId)
  const problems = draft && !isUntouched ? checkRegulation(draft, others) : []

  function change(patch: Partial<RegulationContent>) {
    if (!draft) return
    const next = { ...draft, ...patch }
    if (!opened) type(next)
    const fault = checkRegulation(next, others)[0]
    if (fault && opened) say({ text: `${fault.message}没有保存，原内容保留。`, severity: 'warning' })
    if (!fault) attempt(() => inTurn(() => keep(openId, next, patch)))
  }

  /** Two quick changes: the second is made on what the first has left. */
  async function keep(id: string, content: RegulationContent, patch: Partial<RegulationContent>) {
    const latest = (await allRegulations()).find((each) => each.id === id)
    const next = contentOf(latest ? { ...latest, ...patch } : content)
    const kept = await saveRegulation(book.id, id, latest?.revision ?? 0, next, by)
    const undo = () =>
      latest
        ? saveRegulation(book.id, id, kept.revision, contentOf(latest), by)
        : removeRegulation(book.id, kept, by)
    say({ text: `已保存《${kept.name}》。`, undo })
  }

  function remove(gone: Regulation) {
    attempt(async () => {
      await removeRegulation(book.id, gone, by)
      open('')
      say({ text: `已删除《${gone.name}》。`, undo: () => restoreRegulation(book.id, gone, by) })
    })
  }

  function addListed() {
    attempt(async () => {
      const count = await listRegulations(book.id, by)
      say(count > 0 ? `已加入 ${count} 份，文号和日期请与原件核对。` : '常用目录里的文件都已登记。')
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'end' }}>
          <Box sx={{ width: 130 }}>
            <ChoiceField label="板块" value={board} choices={boards} blank="全部" onCommit={setBoard} />
          </Box>
          <Box sx={{ flex: 1, maxWidth: 280 }}>
            <TextField
              label="查找"
              placeholder="名称、文号、拼音首字母"
              value={search}
              onCommit={setSearch}
            />
          </Box>
          <Box role="status" sx={{ flex: 1, lineHeight: '32px', fontSize: 13, color: 'text.secondary' }}>
            共 {shown.length} 份
          </Box>
          <Button variant="outlined" onClick={addListed}>
            加入常用目录
          </Button>
          <Button variant="contained" onClick={() => begin(nextId(), emptyRegulation)}>
            登记制度
          </Button>
        </Box>
        {shown.length === 0 ? (
          <EmptyState
            text={
              regulations.length === 0
                ? '还没有登记制度。登记本局的文件，或先加入常用目录再修改。'
                : '没有符合条件的制度。换一个词，或把板块改为“全部”。'
            }
          />
        ) : (
          <RegulationTable regulations={shown} openId={openId} onOpen={({ id }) => open(id)} />
        )}
      </Box>
      {draft && (
        <RegulationPanel
          key={openId}
          regulation={draft}
          problems={problems}
          onChange={change}
          onClose={() => open('')}
          {...(opened ? { onDelete: () => remove(opened) } : {})}
        />
      )}
    </Box>
  )
}

function contentOf(from: RegulationContent): RegulationContent {
  const { name, number, issuer, issuedOn, board, stage, inForce, note, attachments } = from
  return { name, number, issuer, issuedOn, board, stage, inForce, note, attachments }
}

const order = Object.keys(boards)

function byBoardThenDay(left: Regulation, right: Regulation): number {
  return (
    order.indexOf(left.board) - order.indexOf(right.board) ||
    Number(right.inForce) - Number(left.inForce) ||
    right.issuedOn.localeCompare(left.issuedOn) ||
    left.id.localeCompare(right.id)
  )
}
