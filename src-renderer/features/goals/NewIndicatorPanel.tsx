import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { proposeIndicator } from '#actions/propose-indicator'
import type { LibraryIndicator } from '#domain/library/indicator'
import { firstFault } from '#domain/library/own-check'
import type { OwnContent, OwnIndicator } from '#domain/library/own-indicator'
import { useSession } from '#session'
import { focusFirstField } from '#ui/first-field'
import { useToast } from '#ui/Toast.tsx'
import { SideFoot, SideFrame } from './LibrarySide.tsx'
import { OwnIndicatorForm } from './OwnIndicatorForm.tsx'
import { useOwnProblems } from './use-own-draft.ts'

/** 新建个性指标: what is wrong is said once it is proposed, not while it is filled in. */
export function NewIndicatorPanel(props: {
  id: string
  content: OwnContent
  library: readonly LibraryIndicator[]
  onChange: (patch: Partial<OwnContent>) => void
  onProposed: (own: OwnIndicator) => void
  onCancel: () => void
}) {
  const { id, content } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [tried, setTried] = useState(false)
  const problems = useOwnProblems(content, id, props.library)
  const shown = tried ? problems : problems.filter(({ severity }) => severity !== 'error')

  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    if (form.current) focusFirstField(form.current)
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  function propose() {
    setTried(true)
    const fault = firstFault(problems)
    if (fault) {
      say({ text: `${fault.message}还没有提出，已填的内容都在。`, severity: 'warning' })
      return
    }
    attempt(async () => {
      const own = await proposeIndicator(book.id, id, 0, content, by)
      props.onProposed(own)
      say(`已提出“${own.name}”，等待监督与绩效管理科确认。`)
    })
  }

  return (
    <SideFrame label="个性指标" title="新建个性指标" wide>
      <Box ref={form}>
        <OwnIndicatorForm content={content} problems={shown} onChange={props.onChange} />
      </Box>
      <Box sx={{ height: 12, flex: 'none' }} />
      <SideFoot>
        <Button onClick={props.onCancel}>放弃填写</Button>
        <Box sx={{ flex: 1 }} />
        <Button variant="contained" onClick={propose}>
          提出
        </Button>
      </SideFoot>
    </SideFrame>
  )
}
