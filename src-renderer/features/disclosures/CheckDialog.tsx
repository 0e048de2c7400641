import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { checkDisclosures } from '#actions/check-disclosures'
import { type CheckResult, checkResults } from '#domain/disclosures/disclosure'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useWork } from '#ui/use-work'
import { seenOf } from './disclosure-rows.ts'

/** 登记检查: sound, or a finding that has to be put right. */
export function CheckDialog(props: {
  rows: readonly DisclosureRow[]
  onClose: () => void
  onDone: () => void
}) {
  const { rows } = props
  const { book, by } = useSession()
  const { say } = useToast()
  const { isWorking, work } = useWork()
  const [result, setResult] = useState<CheckResult>('sound')
  const [finding, setFinding] = useState('')
  const results = Object.entries(checkResults) as [CheckResult, string][] // the entries of the table

  function register() {
    work(async () => {
      await checkDisclosures(book.id, rows.map(seenOf), { result, finding }, by)
      say(`登记检查 ${rows.length} 项信息：${checkResults[result]}`)
      props.onDone()
    })
  }

  return (
    <ConfirmDialog
      open
      title={`登记检查 ${rows.length} 项信息`}
      action={isWorking ? '正在办理…' : '登记检查'}
      disabled={isWorking || (result === 'faulty' && finding.trim() === '')}
      onCancel={props.onClose}
      onConfirm={register}
    >
      <RadioGroup
        row
        aria-label="检查结果"
        value={result}
        onChange={(_event, value) => setResult(value === 'faulty' ? 'faulty' : 'sound')}
      >
        {results.map(([value, label]) => (
          <FormControlLabel key={value} value={value} label={label} control={<Radio size="small" />} />
        ))}
      </RadioGroup>
      <TextField
        fullWidth
        multiline
        minRows={3}
        label={result === 'faulty' ? '发现的问题（必填）' : '检查情况'}
        value={finding}
        onChange={(event) => setFinding(event.target.value)}
        sx={{ mt: 2 }}
      />
    </ConfirmDialog>
  )
}
