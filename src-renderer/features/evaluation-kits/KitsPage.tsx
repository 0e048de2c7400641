import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { takeExpertReturn } from '#actions/take-expert-return'
import { withdrawExpertKit } from '#actions/withdraw-expert-kit'
import type { KeptSheet } from '#domain/evaluation/task'
import { isSheetOpen } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { bytesOf } from '#ui/collect-files'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { type Chosen, useFileChoice } from '#ui/use-file-choice.tsx'
import { KitDialog } from './KitDialog.tsx'
import { KitTable } from './KitTable.tsx'

/** 专家评分包 of a task: a file for each expert, what is out, and what has come back. */
export function KitsPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const task = useLiveQuery(() => evaluationTaskById(id), [id])
  const sheets = useLiveQuery(() => sheetsOf(book.id, id), [book.id, id])
  const [issuing, setIssuing] = useState<readonly KeptSheet[]>([])
  const [withdrawing, setWithdrawing] = useState<KeptSheet | null>(null)
  const { ask, field } = useFileChoice({
    label: '专家交回的评分表',
    accept: '.jhx',
    multiple: true,
    onChosen: take,
  })
  if (task === undefined || !sheets) return null
  if (task === null)
    return (
      <EmptyPage
        title="专家评分包"
        trail="绩效评价"
        text="这个评价任务不在当前账套中，可能属于其他年度。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )

  const unissued = may(by, 'issue-expert-kit')
    ? sheets.filter((sheet) => isSheetOpen(sheet, task) && !sheet.kit)
    : []

  const isAllSigned = sheets.length > 0 && sheets.every(({ signedAt }) => signedAt !== '')

  function take(files: Chosen) {
    attempt(async () => {
      const names: string[] = []
      for (const file of files) {
        const sheet = await takeExpertReturn(await bytesOf(file), by)
        names.push(sheet.name)
      }
      say(`已收回 ${names.length} 份评分表：${names.join('、')}。签名核对无误。`)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={`专家评分包：${task.name}`} trail="绩效评价">
        <Button
          variant={isAllSigned ? 'contained' : 'outlined'}
          component={Link}
          to={`/evaluation/tasks/${task.id}`}
        >
          {isAllSigned && task.state === 'scoring' ? '返回任务，结束评分' : '返回任务'}
        </Button>
        {unissued.length > 1 && (
          <Button variant="outlined" onClick={() => setIssuing(unissued)}>
            全部生成（{unissued.length} 份）
          </Button>
        )}
        {may(by, 'take-expert-return') && !isAllSigned && (
          <Button variant="contained" onClick={ask}>
            收回评分表
          </Button>
        )}
        {field}
      </PageHead>
      <Box sx={{ p: 4, flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Box sx={{ mb: 2, fontSize: 13, color: 'text.secondary', maxWidth: 900 }}>
          每位专家一个文件，用口令加密，在另一台装有绩衡的电脑上打开、评分、签名后交回。交回的评分表由评分包内的密钥签名，改动过的、别人的、旧的一律不收。口令请当面或电话告知，不要写在优盘上。
        </Box>
        {sheets.length === 0 && <EmptyState text="还没有评分表。在任务中“开始评分”后，这里按专家列出。" />}
        {sheets.length > 0 && (
          <KitTable
            task={task}
            sheets={sheets}
            onIssue={(sheet) => setIssuing([sheet])}
            onWithdraw={setWithdrawing}
          />
        )}
      </Box>
      {issuing.length > 0 && (
        <KitDialog
          key={issuing.map(({ id }) => id).join()}
          sheets={issuing}
          folderName={`评分包-${task.number}-${issuing.length}份`}
          hasMaterials={task.materials.length > 0}
          onClose={() => setIssuing([])}
        />
      )}
      {withdrawing && (
        <ConfirmDialog
          open
          dangerous
          title={`作废评分包：${withdrawing.name}`}
          action="作废，改在本机填写"
          onCancel={() => setWithdrawing(null)}
          onConfirm={() => {
            const sheet = withdrawing
            setWithdrawing(null)
            attempt(async () => {
              await withdrawExpertKit(sheet.id, sheet.revision, by)
              say(`已作废${sheet.name}的评分包；此后交回的文件不再接收。`)
            })
          }}
        >
          作废后评分表可在本机填写，专家之后交回的文件不再接收。
        </ConfirmDialog>
      )}
    </Box>
  )
}
