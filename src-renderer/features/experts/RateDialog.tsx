import Box from '@mui/material/Box'
import { useState } from 'react'
import { rateExpert } from '#actions/rate-expert'
import { withdrawRating } from '#actions/withdraw-rating'
import { checkRating, type Expert, type Rating, ratingGrades } from '#domain/experts/expert'
import { formatYuan, parseMoney } from '#domain/money'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { DayField } from '#ui/DayField.tsx'
import { ReadField } from '#ui/ReadField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 登记评价: how good one review was; two 不合格 take an expert out. */
export function RateDialog(props: { expert: Expert; subject: string; drawId: string; onClose: () => void }) {
  const { expert } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [rating, setRating] = useState<Omit<Rating, 'by'>>({
    on: localToday(),
    subject: props.subject,
    drawId: props.drawId,
    grade: 'pass',
    fee: null,
    note: '',
  })
  const [isTried, setTried] = useState(false)
  const problems = isTried ? checkRating(rating) : []
  const at = (field: string) => problems.filter((problem) => problem.at === `rating.${field}`)
  const change = (patch: Partial<Rating>) => setRating({ ...rating, ...patch })

  function keep() {
    setTried(true)
    if (checkRating(rating).length > 0) return
    attempt(async () => {
      const kept = await rateExpert(book.id, expert, rating, by)
      props.onClose()
      const undo = () => withdrawRating(book.id, kept, kept.ratings.length - 1, by).then(() => undefined)
      say({ text: `已登记对${kept.name}的评价：${ratingGrades[rating.grade]}。`, undo })
    })
  }

  return (
    <ConfirmDialog
      open
      title={`评价专家 ${expert.name}`}
      action="登记评价"
      onConfirm={keep}
      onCancel={props.onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 1 }}>
        <TextField
          label="评审项目"
          required
          wide
          value={rating.subject}
          problems={at('subject')}
          onCommit={(subject) => change({ subject })}
        />
        <DayField label="评审日期" value={rating.on} problems={at('on')} onCommit={(on) => change({ on })} />
        <ChoiceField
          label="评价"
          value={rating.grade}
          choices={ratingGrades}
          onCommit={(grade) => grade && change({ grade })}
        />
        <ReadField
          label="评审费"
          hint="元"
          align="right"
          value={formatYuan(rating.fee)}
          problems={at('fee')}
          take={(text) => {
            const fee = parseMoney(text, '元')
            if (fee === null && text.trim() !== '') return '没有保存。请填金额，如 800（元）。'
            change({ fee })
            return ''
          }}
        />
        <TextField
          label="说明"
          hint="不合格必填"
          lines={2}
          value={rating.note}
          problems={at('note')}
          onCommit={(note) => change({ note })}
        />
      </Box>
    </ConfirmDialog>
  )
}
