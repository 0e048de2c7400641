import Box from '@mui/material/Box'
import { type ReactNode, useRef } from 'react'
import type { Problem } from '#domain/problem'
import { ConfirmDialog } from './ConfirmDialog.tsx'

const mostListed = 12

/**
 * What is still missing before a step; open while there are problems. One leads to its place, and only once the dialog has gone
 * and given the focus back: whoever types in between writes into nothing else.
 */
export function LackingDialog(props: {
  problems: readonly Problem[]
  title: (count: number) => string
  action?: string
  /** What was not done, and what is kept. */
  note?: string
  /** In place of the plain list; `choose` leads to a problem of it. */
  list?: (problems: readonly Problem[], choose: (problem: Problem) => void) => ReactNode
  onClose: () => void
  onJump: (problem: Problem) => void
}) {
  const { problems } = props
  const isOpen = problems.length > 0
  // While it fades it still says what it said.
  const last = useRef(problems)
  if (isOpen) last.current = problems
  const target = useRef<Problem | null>(null)
  const shown = last.current

  function choose(problem: Problem | undefined) {
    target.current = problem ?? null
    props.onClose()
  }
  function jump() {
    const { current } = target
    target.current = null
    if (current) props.onJump(current)
  }

  return (
    <ConfirmDialog
      open={isOpen}
      title={props.title(shown.length)}
      action={props.action ?? '去办第一项'}
      onCancel={() => choose(undefined)}
      onConfirm={() => choose(shown[0])}
      onExited={jump}
    >
      {props.note && <Box sx={{ mb: 2, fontSize: 13 }}>{props.note}</Box>}
      {props.list?.(shown, choose) ?? <PlainList problems={shown} />}
    </ConfirmDialog>
  )
}

function PlainList({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      <Box component="ul" sx={{ m: 0, pl: 5, fontSize: 14, lineHeight: '24px' }}>
        {problems.slice(0, mostListed).map(({ at, code, message }) => (
          <li key={`${at} ${code} ${message}`}>{message}</li>
        ))}
      </Box>
      {problems.length > mostListed && (
        <Box sx={{ mt: 1, fontSize: 13 }}>其余 {problems.length - mostListed} 处见右侧“问题”。</Box>
      )}
    </>
  )
}
