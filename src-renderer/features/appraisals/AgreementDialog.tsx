import Box from '@mui/material/Box'
import MuiTextField from '@mui/material/TextField'
import { useState } from 'react'
import { recordAgreement } from '#actions/record-agreement'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { isDay } from '#domain/dates'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 登记无异议: who said it, on which day and how; it ends the days to object. */
export function AgreementDialog(props: {
  /** Those who are asked and have not agreed, of one notice. */
  waiting: readonly Appraisal[]
  today: string
  onClose: () => void
}) {
  const { waiting, today, onClose } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(waiting.length === 1 ? waiting.map(({ id }) => id) : []),
  )
  // Nobody agrees by being on the list: of several, those who wrote are ticked one by one.
  const [on, setOn] = useState(today)
  const [text, setText] = useState('书面回复：对考核结果无异议。')
  const agreeing = waiting.filter(({ id }) => chosen.has(id))
  const isUnfit = !isDay(on) || on > today

  function toggle(id: string) {
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }

  function confirm() {
    const [first] = agreeing
    if (!first) return
    onClose()
    attempt(async () => {
      const seen = new Map(agreeing.map(({ id, revision }) => [id, revision]))
      await recordAgreement(first.bookId, first.noticeId, { on, text, seen }, by)
      say(`已登记无异议：${agreeing.length} 个对象`)
    })
  }

  return (
    <ConfirmDialog
      open
      title="登记无异议"
      action={`登记 ${agreeing.length} 个对象`}
      disabled={agreeing.length === 0 || isUnfit || text.trim() === ''}
      onCancel={onClose}
      onConfirm={confirm}
    >
      <Box sx={{ display: 'grid', gap: 3, fontSize: 13 }}>
        <Box>被考核对象已书面表示没有意见的，登记后不必等到期满，即可审定；登记后不能再提出意见。</Box>
        {waiting.length > 1 && (
          <Box role="group" aria-label="无异议的对象" sx={{ maxHeight: 180, overflow: 'auto' }}>
            {waiting.map(({ id, subject, objectsUntil }) => (
              <Box key={id} component="label" sx={{ display: 'flex', gap: 2, py: 1 }}>
                <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
                {subject.name}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  期限到 {objectsUntil}
                </Box>
              </Box>
            ))}
          </Box>
        )}
        <MuiTextField
          label="表示的日期"
          value={on}
          error={isUnfit}
          helperText={isUnfit ? `请写成 ${today}，不晚于今天。` : ' '}
          onChange={({ target }) => setOn(target.value.normalize('NFKC').trim())}
        />
        <MuiTextField
          multiline
          minRows={2}
          label="怎样表示的"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Box>
    </ConfirmDialog>
  )
}
