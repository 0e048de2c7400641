import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Moment } from '#domain/dates'
import type { Problem } from '#domain/problem'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { PageHead } from './PageHead.tsx'
import { SaveNote } from './SaveNote.tsx'
import { useToast } from './Toast.tsx'
import { useRefuseUnread } from './unread.ts'
import type { Saving } from './use-queue.ts'

type Edition = { id: string; name: string }
type Kept = Edition & { state: 'draft' | 'approved' | 'replaced'; revision: number; changedAt: Moment }

/** What is written as a draft, approved, and followed by a next edition (指标体系、考核办法): how one kind of it is kept. */
export type EditionDoor<Content extends Edition> = {
  /** The page that lists them, as it is called and where it is. */
  list: string
  path: string
  may: { save: boolean; approve: boolean; discard: boolean }
  read: (id: string) => Promise<{ revision: number } | null>
  /** Keeps a new one. */
  add: (fresh: Content) => Promise<Edition>
  approve: (id: string, seenRevision: number) => Promise<unknown>
  discard: (id: string, seenRevision: number) => Promise<unknown>
  copied: (edition: Content, id: string, name: string) => Content
  next: (edition: Content, id: string) => Content
  /** What approving means, said before it is done. */
  meaning: string
}

/** Copies an edition as one of the bureau's own, and opens it. */
export function useEditionCopy<Content extends Edition>(
  door: EditionDoor<Content>,
): (edition: Content) => void {
  const navigate = useNavigate()
  const { attempt, say } = useToast()
  return (edition) =>
    attempt(async () => {
      const kept = await door.add(door.copied(edition, crypto.randomUUID(), `${edition.name}（本局）`))
      say(`已复制：${edition.name}`)
      void navigate(`${door.path}/${kept.id}`)
    })
}

/** One that came with the program or from above: to look at, and to copy. */
export function GivenEdition<Content extends Edition>(props: {
  edition: Content
  door: EditionDoor<Content>
  note: string
  children: ReactNode
}) {
  const { edition, door } = props
  const copy = useEditionCopy(door)
  return (
    <Box sx={frame}>
      <PageHead title={edition.name} trail={door.list} note={props.note}>
        {door.may.save && (
          <Button variant="contained" onClick={() => copy(edition)}>
            复制一份
          </Button>
        )}
      </PageHead>
      {props.children}
    </Box>
  )
}

/** One of the bureau's own: written while it is a draft, then approved or taken away. */
export function OwnEdition<Content extends Edition>(props: {
  edition: Content & Kept
  door: EditionDoor<Content>
  saver: Saving
  /** What must be put right before it can be approved. */
  fault: Problem | undefined
  children: ReactNode
}) {
  const { edition, door, saver, fault } = props
  const { may } = door
  const navigate = useNavigate()
  const { attempt, say } = useToast()
  const refuseUnread = useRefuseUnread()
  const copy = useEditionCopy(door)
  const [asking, setAsking] = useState<'approve' | 'discard' | null>(null)
  const isDraft = edition.state === 'draft'

  function approve() {
    setAsking(null)
    attempt(async () => {
      if (!(await saver.flush())) return
      const latest = await door.read(edition.id)
      await door.approve(edition.id, latest?.revision ?? 0)
      say(`已审定：${edition.name}`)
    })
  }

  function discard() {
    setAsking(null)
    attempt(async () => {
      await saver.flush()
      const latest = await door.read(edition.id)
      await door.discard(edition.id, latest?.revision ?? 0)
      say(`已删除：${edition.name}`)
      void navigate(door.path)
    })
  }

  function makeNext() {
    attempt(async () => {
      const next = await door.add(door.next(edition, crypto.randomUUID()))
      void navigate(`${door.path}/${next.id}`)
    })
  }

  function ask() {
    if (refuseUnread()) return
    if (fault) say({ text: `${fault.message}改正后再审定。`, severity: 'warning' })
    else setAsking('approve')
  }

  return (
    <Box sx={frame}>
      <PageHead
        title={edition.name}
        trail={door.list}
        note={<SaveNote saver={saver} at={edition.changedAt} />}
      >
        {isDraft && may.discard && (
          <Button color="inherit" onClick={() => setAsking('discard')}>
            删除草稿
          </Button>
        )}
        {may.save && (
          <Button variant="outlined" onClick={() => copy(edition)}>
            复制一份
          </Button>
        )}
        {isDraft && may.approve && (
          <Button variant="contained" onClick={ask}>
            审定
          </Button>
        )}
        {edition.state === 'approved' && may.save && (
          <Button variant="contained" onClick={makeNext}>
            编制下一版
          </Button>
        )}
      </PageHead>
      {props.children}
      {asking === 'approve' && (
        <ConfirmDialog
          open
          title={`审定：${edition.name}`}
          action="审定"
          onConfirm={approve}
          onCancel={() => setAsking(null)}
        >
          {door.meaning}
        </ConfirmDialog>
      )}
      {asking === 'discard' && (
        <ConfirmDialog
          open
          dangerous
          title={`删除“${edition.name}”？`}
          action="删除这份草稿"
          onConfirm={discard}
          onCancel={() => setAsking(null)}
        >
          删除后不能在这里恢复；操作记录中留有全文。
        </ConfirmDialog>
      )}
    </Box>
  )
}

const frame = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const
