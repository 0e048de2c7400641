import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { cancelAppraisals } from '#actions/cancel-appraisals'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { isNoticeUnused } from '#domain/appraisals/notice-way'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { allPackages } from '#storage/exchange'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 撤回通知, while nobody has begun and it has not left this machine. */
export function CancelNotice({ appraisals }: { appraisals: readonly Appraisal[] }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const packages = useLiveQuery(allPackages)
  const [isAsking, setAsking] = useState(false)
  const [first] = appraisals
  if (!first || !packages || !may(by, 'cancel-appraisals') || !isNoticeUnused(appraisals, packages))
    return null
  const { title, noticeId } = first

  function cancel(reason: string) {
    setAsking(false)
    attempt(async () => {
      await cancelAppraisals(book.id, noticeId, reason, by)
      say(`已撤回考核通知：${title}`)
    })
  }

  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        撤回通知
      </Button>
      {isAsking && (
        <OpinionDialog
          title={`撤回通知：${title}`}
          action="撤回通知"
          required
          label="理由"
          phrases={['对象选错。', '考核办法有误，修改后重新印发。', '日期有误。']}
          onCancel={() => setAsking(false)}
          onConfirm={cancel}
        >
          <Box sx={{ fontSize: 13 }}>
            {appraisals.length} 个对象的考核表一并去掉；还没有人填写，没有内容丢失，以后可以重新印发。
          </Box>
        </OpinionDialog>
      )}
    </>
  )
}
