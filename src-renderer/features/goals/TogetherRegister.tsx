import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { registerTogether } from '#actions/register-together'
import { restoreTogether } from '#actions/restore-together'
import { isDay, parseDay } from '#domain/dates'
import {
  exemptionOf,
  type TogetherPart,
  type TogetherStage,
  togetherParts,
  togetherStageList,
  togetherStages,
} from '#domain/goals/together'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import type { TogetherRow } from './together-rows.ts'

const partList = Object.keys(togetherParts) as TogetherPart[] // the keys of the table

/** 登记: one stage on one day for all chosen goals; what is secret or not disclosed is left out of 公示, and said. */
export function TogetherRegister(props: {
  rows: readonly TogetherRow[]
  onClose: () => void
  onDone: () => void
}) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [stage, setStage] = useState<TogetherStage>('tabled')
  const [part, setPart] = useState<TogetherPart>('both')
  const [typed, setTyped] = useState(localToday)
  const [clearing, setClearing] = useState(false)
  const on = clearing ? '' : parseDay(typed)
  const publishes = stage === 'published' && !clearing
  const possible = publishes ? props.rows.filter((row) => exemptionOf(row) === '') : props.rows
  const left = props.rows.length - possible.length
  const isRead = clearing || isDay(on)
  const verb = clearing ? '清除' : '登记'

  function register() {
    attempt(async () => {
      const ids = possible.map(({ id }) => id)
      const done = await registerTogether(ids, { stage, what: part, on }, by)
      props.onDone()
      say({
        text: `已${verb} ${done.length} 个目标的${togetherStages[stage]}。`,
        undo: () => restoreTogether(done, by),
      })
    })
  }

  return (
    <ConfirmDialog
      open
      title={`登记 ${props.rows.length} 个目标的同步情况`}
      action={`${verb} ${possible.length} 个目标`}
      disabled={!isRead || possible.length === 0}
      onCancel={props.onClose}
      onConfirm={register}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, pt: 2 }}>
        <TextField
          select
          label="环节"
          value={stage}
          onChange={(event) =>
            setStage(togetherStageList.find((each) => each === event.target.value) ?? stage)
          }
        >
          {togetherStageList.map((each) => (
            <MenuItem key={each} value={each}>
              {togetherStages[each]}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label="登记对象"
          value={part}
          onChange={(event) => setPart(partList.find((each) => each === event.target.value) ?? part)}
        >
          {partList.map((each) => (
            <MenuItem key={each} value={each}>
              {togetherParts[each]}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label="日期"
          value={clearing ? '' : typed}
          disabled={clearing}
          error={!isRead}
          helperText={isRead ? '不能早于上一环节的日期' : '请写成 2026-01-20。'}
          placeholder="如 2026-01-20"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Box
          component="label"
          sx={{ display: 'flex', gap: 2, alignItems: 'center', fontSize: 14, height: 32 }}
        >
          <input type="checkbox" checked={clearing} onChange={() => setClearing(!clearing)} />
          清除已登记的日期
        </Box>
      </Box>
      {left > 0 && <Box sx={{ mt: 3, fontSize: 13 }}>其中 {left} 个涉密或不公开，不登记公示。</Box>}
    </ConfirmDialog>
  )
}
