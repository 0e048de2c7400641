import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import type { Permission } from '#domain/people/permissions'
import { stepOf, type Workflow } from '#domain/workflow'
import { OpinionDialog } from './OpinionDialog.tsx'
import { useToast } from './Toast.tsx'
import { useWork } from './use-work.ts'

type Props<Row, Id extends Permission, State extends string> = {
  chosen: readonly Row[]
  /** 份监控表: what is chosen, with its measure word. */
  what: string
  flow: Workflow<State>
  /** What may be done with many at once, in the order of the buttons. */
  steps: readonly Id[]
  /** Of the chosen rows those that a step can be taken with. */
  fitting: (id: Id) => readonly Row[]
  /** The step that stands out. */
  main?: Id | undefined
  /** What a step is called here, where it is not its own verb. */
  wordOf?: (id: Id) => string | undefined
  texts: Readonly<Record<string, string>>
  phrases: Readonly<Record<string, readonly string[]>>
  take: (rows: readonly Row[], wanted: { id: Id; opinion: string }) => Promise<unknown>
  /** What else is said or asked above the opinion. */
  more?: (id: Id, rows: readonly Row[]) => ReactNode
  /** A dialog of its own in place of the opinion. */
  dialogOf?: (id: Id, rows: readonly Row[], by: { onClose: () => void; onDone: () => void }) => ReactNode
  onDone: () => void
  /** What else can be done with them. */
  children?: ReactNode
}

/**
 * Above the table while rows are chosen: each step with how many of them it can be taken with. While one is taken the buttons
 * keep the focus and ask for nothing more.
 */
export function BulkBar<Row, Id extends Permission, State extends string>(props: Props<Row, Id, State>) {
  const { chosen, what, flow, phrases, texts } = props
  const { say } = useToast()
  const { isWorking, work } = useWork()
  const [asking, setAsking] = useState<Id | null>(null)
  const measure = what.slice(0, 1)
  const wordOf = (id: Id) => props.wordOf?.(id) ?? stepOf(flow, id)?.verb ?? ''
  const rows = asking ? props.fitting(asking) : []
  const close = () => setAsking(null)

  function done() {
    close()
    props.onDone()
  }

  function take(id: Id, opinion: string) {
    close()
    work(async () => {
      await props.take(rows, { id, opinion })
      say(`已${wordOf(id)} ${rows.length} ${what}。`)
      props.onDone()
    })
  }

  const own = asking && props.dialogOf?.(asking, rows, { onClose: close, onDone: done })
  return (
    <Box sx={{ px: 4, py: 1, display: 'flex', gap: 2, alignItems: 'center', bgcolor: 'action.selected' }}>
      <Box sx={{ flex: 1, fontSize: 13 }}>{isWorking ? '正在办理…' : `已选 ${chosen.length} ${what}`}</Box>
      {props.steps
        .map((id) => ({ id, count: props.fitting(id).length }))
        .filter(({ count }) => count > 0)
        .map(({ id, count }) => (
          <Button
            key={id}
            size="small"
            variant={id === props.main ? 'contained' : 'outlined'}
            onClick={() => !isWorking && setAsking(id)}
          >
            {wordOf(id)} {count} {measure}
          </Button>
        ))}
      {props.children}
      <Button size="small" color="inherit" onClick={props.onDone}>
        取消选择
      </Button>
      {own}
      {asking && !own && (
        <OpinionDialog
          title={`${wordOf(asking)} ${rows.length} ${what}`}
          action={wordOf(asking)}
          required={stepOf(flow, asking)?.opinion === 'required'}
          phrases={phrases[asking] ?? []}
          onCancel={close}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          <Box sx={{ fontSize: 13, display: 'grid', gap: 2 }}>
            <Box>{texts[asking] ?? ''}</Box>
            {props.more?.(asking, rows)}
          </Box>
        </OpinionDialog>
      )}
    </Box>
  )
}
