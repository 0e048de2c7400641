import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { saveDisposals } from '#actions/save-disposals'
import type { Disposal } from '#domain/disposals/disposal'
import { nextLetterNumber, numberedFrom } from '#domain/disposals/letters'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import type { DisposalRow } from './disposal-rows.ts'

/** 登记文号 of letters that are out: one number for each unit and kind, counted from the first. */
export function NumberDialog(props: {
  rows: readonly DisposalRow[]
  all: readonly Disposal[]
  onClose: () => void
  onDone: () => void
}) {
  const { rows } = props
  const { by, rules } = useSession()
  const { attempt, say } = useToast()
  const [number, setNumber] = useState(() => nextLetterNumber(props.all))
  const numbers = numberedFrom(
    rows.map(({ disposal }) => disposal),
    number,
    rules.monitoring.disposal,
  )
  const letters = [...new Set(numbers.values())]

  function register() {
    attempt(async () => {
      const written = rows.map(({ disposal }) => ({
        id: disposal.id,
        seenRevision: disposal.revision,
        change: { letterNumber: numbers.get(disposal.id) ?? '' },
      }))
      await saveDisposals(written, by)
      say(`登记文号：${rows.length} 项，${letters.length} 份文书`)
      props.onDone()
    })
  }

  return (
    <ConfirmDialog
      open
      title={`登记 ${rows.length} 项处置的文号`}
      action="登记文号"
      disabled={letters.length === 0}
      onCancel={props.onClose}
      onConfirm={register}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 2 }}>
        <TextField
          autoFocus
          label="第一份文书的发文字号"
          value={number}
          placeholder="如 南财绩函〔2026〕1号"
          onChange={(event) => setNumber(event.target.value)}
        />
        <Box role="status" sx={{ fontSize: 13, color: 'text.secondary' }}>
          {letters.length === 0
            ? '同一单位、同一文种的项目用一个文号，从这里往后编。'
            : `${letters.length} 份文书：${letters[0] ?? ''}${letters.length > 1 ? ` 至 ${letters.at(-1) ?? ''}` : ''}。`}
        </Box>
      </Box>
    </ConfirmDialog>
  )
}
