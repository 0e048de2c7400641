import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { type RecordsVerdict, recordCount, recordsCheck } from '#backup/records-check'
import { breather } from '#exchange/pause'
import { type WholeVerdict, wholeCheck } from '#storage/store-check'
import { sentenceFor } from '#ui/error-text'
import { FaultyRecords } from './FaultyRecords.tsx'
import { faultText } from './fault-text.ts'

type Found = WholeVerdict & { records: RecordsVerdict }

/** 检查数据: every record of every table by its schema, every goal against its row, every chain of the trail; nothing is changed. */
export function DataCheck({ onClose }: { onClose: () => void }) {
  const [share, setShare] = useState(0)
  const [found, setFound] = useState<Found | null>(null)
  const [refusal, setRefusal] = useState('')

  useEffect(() => {
    const stopping = new AbortController()
    check(stopping.signal, setShare).then(setFound, (error: unknown) => {
      // Who closes the dialog stops the check.
      if (!stopping.signal.aborted) setRefusal(sentenceFor(error))
    })
    return () => stopping.abort()
  }, [])

  const isWhole = found && found.faults.length === 0 && found.records.faulty === 0
  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby="check-title" onClose={onClose}>
      <DialogTitle id="check-title">检查数据</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        {!found && refusal === '' && (
          <Box role="status">
            <LinearProgress aria-label="正在检查" variant="determinate" value={share} />
            <Typography sx={{ mt: 1 }}>正在逐条检查，只读不改，可以随时关闭…</Typography>
          </Box>
        )}
        {refusal !== '' && <Alert severity="error">{refusal}</Alert>}
        {isWhole && (
          <Alert severity="success">
            已逐条检查 {found.records.checked.toLocaleString('zh-CN')} 条记录、
            {found.goals.toLocaleString('zh-CN')} 个目标与台账、{found.entries.toLocaleString('zh-CN')}{' '}
            条操作记录，数据完整。
          </Alert>
        )}
        {found && !isWhole && <Findings found={found} />}
        {found && (
          <Typography sx={{ fontSize: 13, color: 'text.secondary' }}>
            附件的内容在打开时核对，看板等由记录算出的内容随时重算，不在这里检查。
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {found || refusal !== '' ? '关闭' : '停止检查'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Findings({ found: { faults, records } }: { found: Found }) {
  return (
    <>
      {faults.length > 0 && (
        <Alert severity="error">
          {faults.map((fault) => (
            <Box key={JSON.stringify(fault)}>{faultText(fault)}</Box>
          ))}
          没有自动改动任何内容。请先“立即备份”，再用它还完好时的备份恢复。
        </Alert>
      )}
      {records.faulty > 0 && <FaultyRecords verdict={records} />}
    </>
  )
}

/** The trail is told as one step: its length is known only at its end. */
async function check(signal: AbortSignal, onShare: (share: number) => void): Promise<Found> {
  const breathe = breather()
  async function pause() {
    await breathe()
    signal.throwIfAborted()
  }
  const count = Math.max(1, await recordCount())
  const records = await recordsCheck(pause, (done) => onShare(Math.min(90, Math.floor((done / count) * 90))))
  return { ...(await wholeCheck(pause)), records }
}
