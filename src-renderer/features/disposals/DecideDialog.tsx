import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { takeDisposalStep } from '#actions/take-disposal-step'
import type { Calendar } from '#domain/calendar'
import { isDay, parseDay } from '#domain/dates'
import type { Disposal } from '#domain/disposals/disposal'
import { nextLetterNumber, numberedFrom } from '#domain/disposals/letters'
import { type Measure, measureRule, measures } from '#domain/disposals/rules'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useWork } from '#ui/use-work'
import { DueNote } from './DueNote.tsx'
import { type DisposalRow, measureCounts } from './disposal-rows.ts'

/** 批量决定: every one by its own measure, or all by one; the letters' day and, where it is known, their first number. */
export function DecideDialog(props: {
  rows: readonly DisposalRow[]
  all: readonly Disposal[]
  calendars: readonly Calendar[]
  onClose: () => void
  onDone: () => void
}) {
  const { rows } = props
  const { by, rules } = useSession()
  const { say } = useToast()
  const { isWorking, work } = useWork()
  const disposalRules = rules.monitoring.disposal
  const [measure, setMeasure] = useState<Measure | ''>('')
  const [day, setDay] = useState(localToday)
  const [number, setNumber] = useState(() => nextLetterNumber(props.all))
  const writtenOn = parseDay(day)
  const decided = rows.map(({ disposal }) => ({ ...disposal, measure: measure || disposal.measure }))
  const numbers = numberedFrom(decided, number, disposalRules)
  const letters = new Set(numbers.values()).size

  function decide() {
    work(async () => {
      const seen = rows.map(({ disposal }) => ({
        id: disposal.id,
        seenRevision: disposal.revision,
        decision: {
          ...(measure === '' ? {} : { measure, demand: measureRule(disposalRules, measure)?.demand ?? '' }),
          warnedOn: writtenOn,
          letterNumber: numbers.get(disposal.id) ?? '',
        },
      }))
      await takeDisposalStep(seen, { id: 'decide-disposal', opinion: '' }, by)
      say(`下达处置 ${rows.length} 项`)
      props.onDone()
    })
  }

  return (
    <ConfirmDialog
      open
      title={`下达 ${rows.length} 项处置`}
      action={isWorking ? '正在办理…' : `下达 ${rows.length} 项`}
      disabled={isWorking || !isDay(writtenOn)}
      onCancel={props.onClose}
      onConfirm={decide}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Box sx={{ fontSize: 13 }}>拟采取的措施：{measureCounts(rows)}。</Box>
        <ChoiceField
          label="处置措施"
          value={measure}
          choices={measures}
          blank="按各自拟定的措施和要求"
          onCommit={setMeasure}
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: '140px 1fr', gap: 2 }}>
          <TextField
            label="发文日期"
            value={day}
            error={!isDay(writtenOn)}
            helperText={isDay(writtenOn) ? ' ' : '应如 2026-09-01'}
            onChange={(event) => setDay(event.target.value)}
          />
          <TextField
            label="第一份文书的发文字号（可以以后登记）"
            value={number}
            placeholder="如 南财绩函〔2026〕1号"
            helperText={
              letters === 0 ? '不填的，下达后再登记。' : `共 ${letters} 份文书，按单位和文种从这个号往后编。`
            }
            onChange={(event) => setNumber(event.target.value)}
          />
        </Box>
        <DueNote day={writtenOn} rules={disposalRules} calendars={props.calendars} />
      </Box>
    </ConfirmDialog>
  )
}
