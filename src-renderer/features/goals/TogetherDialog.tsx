import Box from '@mui/material/Box'
import { useState } from 'react'
import { registerTogether } from '#actions/register-together'
import { isDay } from '#domain/dates'
import { type TogetherPart, type TogetherStage, togetherParts, togetherStages } from '#domain/goals/together'
import { useSession } from '#session'
import { localDay } from '#storage/local-day'
import type { TogetherRow } from '#storage/together'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 同步登记 of what was chosen: stage, goal or funds or both, and the day; an empty day takes it out. */
export function TogetherDialog({ rows, onClose }: { rows: readonly TogetherRow[]; onClose: () => void }) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [stage, setStage] = useState<TogetherStage>('tabled')
  const [what, setWhat] = useState<TogetherPart>('both')
  const [on, setOn] = useState(() => localDay(new Date().toISOString()))
  const fits = on === '' || isDay(on)

  function register() {
    attempt(async () => {
      await registerTogether(
        rows.map((row) => row.id),
        { stage, what, on },
        by,
      )
      say(`已登记 ${rows.length} 个目标的同步${togetherStages[stage]}${on === '' ? '（清除）' : `：${on}`}。`)
      onClose()
    })
  }

  return (
    <ConfirmDialog
      open
      title={`登记 ${rows.length} 个目标`}
      action={on === '' ? '清除登记' : '登记'}
      disabled={!fits}
      onCancel={onClose}
      onConfirm={register}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 3 }}>
        <ChoiceField
          label="环节"
          value={stage}
          choices={togetherStages}
          onCommit={(value) => value !== '' && setStage(value)}
        />
        <ChoiceField
          label="登记"
          value={what}
          choices={togetherParts}
          onCommit={(value) => value !== '' && setWhat(value)}
        />
        <TextField label="日期" placeholder="2026-01-20" value={on} onCommit={(text) => setOn(text.trim())} />
      </Box>
      <Box sx={{ mt: 2, fontSize: 13, color: 'text.secondary' }}>
        {fits
          ? '日期留空则清除登记。目标的申报、批复日期在送审、批复时已自动登记。'
          : '请填写有效的日期，如 2026-01-20。'}
      </Box>
    </ConfirmDialog>
  )
}
