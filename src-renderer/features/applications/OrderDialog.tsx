import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { Application, RectificationOrder } from '#domain/applications/application'
import { checkOrder } from '#domain/applications/checks'
import { isDecided } from '#domain/applications/flow'
import { type Calendar, workingDaysLater } from '#domain/calendar'
import { parseDay } from '#domain/dates'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { colours } from '#ui/theme'

/** 下达整改: the demand, the deadline (the rule's working days unless another is set), the number. */
export function OrderDialog(props: {
  application: Application
  today: string
  calendars: readonly Calendar[]
  onCancel: () => void
  onConfirm: (order: RectificationOrder) => void
}) {
  const { application, today, calendars } = props
  const { rules } = useSession()
  const { rectification: rule } = rules.applications
  const [demand, setDemand] = useState(
    application.rectification?.demand || '对上述问题逐项整改，说明原因、措施和结果，并附佐证材料。',
  )
  const [day, setDay] = useState(() => workingDaysLater(today, rule.workingDays, calendars))
  const [number, setNumber] = useState('')
  const dueOn = parseDay(day, 'last')
  const problems = checkOrder({ demand, dueOn, number }, today)
  const of = (at: string) => problems.find((each) => each.at === at)?.message
  return (
    <ConfirmDialog
      open
      title={`下达整改：${application.name}`}
      action="下达整改"
      disabled={problems.length > 0}
      onCancel={props.onCancel}
      onConfirm={() => props.onConfirm({ demand: demand.trim(), dueOn, number: number.trim() })}
    >
      <Box sx={{ display: 'grid', gap: 3, pt: 2 }}>
        <TextField
          autoFocus
          multiline
          minRows={3}
          label="整改要求"
          value={demand}
          error={of('demand') !== undefined}
          helperText={of('demand') ?? '写入整改通知书'}
          onChange={(event) => setDemand(event.target.value)}
          sx={{ '& .MuiOutlinedInput-root': { p: '6px 10px' } }}
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: '160px 1fr', gap: 2 }}>
          <TextField
            label="整改期限"
            value={day}
            error={of('dueOn') !== undefined}
            helperText={of('dueOn') ?? `规则为 ${rule.workingDays} 个工作日`}
            onChange={(event) => setDay(event.target.value)}
          />
          <TextField
            label="发文字号（可不填）"
            value={number}
            placeholder="如 南财绩函〔2026〕12号"
            onChange={(event) => setNumber(event.target.value)}
          />
        </Box>
        {!isDecided(application.state) && (
          <Box role="note" sx={{ fontSize: 13, color: colours.attention }}>
            ▲ 应用建议审定后，整改才随批复包到单位；在此以前请另行送达整改通知书。
          </Box>
        )}
      </Box>
    </ConfirmDialog>
  )
}
