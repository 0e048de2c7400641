import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { reopenScoreSheet } from '#actions/reopen-score-sheet'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { type DeskItem, shownName } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { isSheetOpen } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sheetById } from '#storage/evaluation-tasks'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import type { RecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useRefuseUnread } from '#ui/unread'
import { useAddress } from '#ui/use-address'

/** Whose sheet of what, whether it is kept, and the signature as the one next step. */
export function ScoreHead(props: {
  task: EvaluationTask
  saver: RecordSaver<KeptSheet>
  items: readonly DeskItem[]
  readOnly: boolean
  onJump: (index: number) => void
}) {
  const { task, saver, items } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [, setInAddress] = useAddress()
  const [asking, setAsking] = useState<'sign' | 'reopen' | null>(null)
  const refuseUnread = useRefuseUnread()
  const sheet = saver.record
  const isSigned = sheet.signedAt !== ''
  const mayReopen = isSigned && isSheetOpen({ ...sheet, signedAt: '' }, task) && may(by, 'reopen-score-sheet')

  function askToSign() {
    if (refuseUnread()) return
    attempt(async () => {
      if (!(await saver.flush())) return
      const lacking = items.findIndex(({ problems }) => problems.length > 0)
      if (lacking < 0) {
        setAsking('sign')
        return
      }
      props.onJump(lacking)
      const count = items.filter(({ problems }) => problems.length > 0).length
      say({ text: `还有 ${count} 个指标没有评完，已转到第一个。补齐后再签名。`, severity: 'warning' })
    })
  }

  function sign() {
    setAsking(null)
    attempt(async () => {
      const latest = await sheetById(sheet.id)
      await signScoreSheet(sheet.id, latest?.revision ?? 0, by)
      say(`已签名：${sheet.name}的评分表`)
    })
  }

  function reopen(reason: string) {
    setAsking(null)
    attempt(async () => {
      const latest = await sheetById(sheet.id)
      await reopenScoreSheet(sheet.id, latest?.revision ?? 0, reason, by)
      say(`已撤销签名：${sheet.name}的评分表`)
    })
  }

  return (
    <PageHead
      title={shownName(task)}
      trail={`评分 › ${sheet.name}${sheet.round === 2 ? '（第二轮）' : ''}`}
      note={isSigned ? '● 已签名' : <SaveNote saver={saver} at={sheet.changedAt} />}
    >
      {!book.kit && (
        <Button color="inherit" onClick={() => setInAddress({ expert: '', at: '' })}>
          换专家
        </Button>
      )}
      <Button color="inherit" onClick={() => void navigate(`/evaluation/tasks/${task.id}`)}>
        {book.kit ? '看任务和材料' : '返回任务'}
      </Button>
      {mayReopen && (
        <Button color="inherit" onClick={() => setAsking('reopen')}>
          撤销签名
        </Button>
      )}
      <Button
        variant="outlined"
        onClick={() => void navigate(`/evaluation/tasks/${task.id}/paper?sheet=${sheet.id}`)}
      >
        底稿
      </Button>
      {!props.readOnly && (
        <Button variant="contained" onClick={askToSign}>
          签名
        </Button>
      )}
      {asking === 'sign' && (
        <ConfirmDialog
          open
          title={`${sheet.name}签名`}
          action="签名"
          onConfirm={sign}
          onCancel={() => setAsking(null)}
        >
          {book.kit
            ? `签名后评分表不再修改，随即导出交回${book.identity.office}。签名后要改的，请财政局重新生成评分包，已评的内容还在。`
            : '签名后评分表不再修改，并可以看到其他专家已签名的评分。'}
        </ConfirmDialog>
      )}
      {asking === 'reopen' && (
        <OpinionDialog
          title={`撤销签名：${sheet.name}`}
          action="撤销签名"
          required
          phrases={['漏看了佐证材料，需要重新评分。', '评分标准理解有误。']}
          onCancel={() => setAsking(null)}
          onConfirm={reopen}
        >
          撤销后可以继续修改，已评的内容都在；原因记入操作记录。
        </OpinionDialog>
      )}
    </PageHead>
  )
}
