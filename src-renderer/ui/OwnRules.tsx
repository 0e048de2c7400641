import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import type { Problem } from '#domain/problem'
import { OpinionDialog } from './OpinionDialog.tsx'
import { PageHead } from './PageHead.tsx'
import { severityMarks } from './SeverityMark.tsx'

type OwnRulesHeadProps = {
  title: string
  trail: string
  /** What is kept of the bureau's own now; none while the pack holds as it is. */
  kept: { revision: number; reason: string; changedBy: string } | undefined
  readOnly: boolean
  isChanged: boolean
  isShipped: boolean
  isFaulty: boolean
  onDiscard: () => void
  onShipped: () => void
  onSave: (reason: string) => void
  /** What saving changes and what it leaves, said before the reason is asked. */
  children: ReactNode
}

/** The head of a page on which a bureau sets its own rules beside those of the pack: give up, give back, save with a reason. */
export function OwnRulesHead(props: OwnRulesHeadProps) {
  const { title, kept, readOnly, isChanged, isShipped } = props
  const [saving, setSaving] = useState(false)
  const note = kept ? `第 ${kept.revision} 次修改，${kept.changedBy}：${kept.reason}` : '按规则包原值'
  return (
    <PageHead title={title} trail={props.trail} note={isChanged ? '有未保存的修改' : note}>
      {!readOnly && isChanged && (
        <Button variant="outlined" onClick={props.onDiscard}>
          放弃修改
        </Button>
      )}
      {!readOnly && !isShipped && (
        <Button variant="outlined" onClick={props.onShipped}>
          用规则包原值
        </Button>
      )}
      {!readOnly && (
        <Button variant="contained" disabled={!isChanged || props.isFaulty} onClick={() => setSaving(true)}>
          保存{title}
        </Button>
      )}
      {saving && (
        <OpinionDialog
          title={isShipped ? `恢复规则包的${title}` : `保存本局的${title}`}
          action="保存"
          required
          phrases={['按市财政局通知执行。', '结合本地实际调整。']}
          onCancel={() => setSaving(false)}
          onConfirm={(reason) => {
            setSaving(false)
            props.onSave(reason)
          }}
        >
          {props.children}请写明依据或理由。
        </OpinionDialog>
      )}
    </PageHead>
  )
}

/** What is wrong with the rules as they were typed. */
export function RuleProblems({ problems }: { problems: readonly Problem[] }) {
  return problems.map(({ code, message }) => (
    <Box
      key={`${code} ${message}`}
      role="alert"
      sx={{ fontSize: 13, px: 4, py: 1, color: severityMarks.error.colour }}
    >
      <span aria-hidden="true">{severityMarks.error.shape}</span> {message}
    </Box>
  ))
}
