import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { PackageRecord } from '#domain/exchange/package'
import type { Station, Trust } from '#domain/exchange/station'
import { useSession } from '#session'
import { EmptyState } from '#ui/EmptyState.tsx'
import { codeOf, sentenceFor } from '#ui/error-text'
import { ReadingProgress } from '#ui/ReadingProgress.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Away, Notice, type Seen } from './IncomingFile.tsx'
import { IncomingHead } from './IncomingHead.tsx'
import type { Lying } from './inbox.ts'
import { NeedAccount } from './NeedAccount.tsx'
import { RehearsalView } from './RehearsalView.tsx'
import { TakenView } from './TakenView.tsx'
import { useDecisions } from './use-decisions.ts'
import { useRehearsal } from './use-rehearsal.ts'

export type IncomingProps = {
  file: Lying
  seen: Seen
  trust: Trust
  station: Station | null
  before: PackageRecord | null
}

/** A package of records: opened, rehearsed, decided, taken. */
export function IncomingRecords(props: IncomingProps) {
  const { file, seen, trust, station, before } = props
  const { dataKey } = useSession()
  const { state, start, cancel } = useRehearsal(file, seen)
  const decisions = useDecisions(file.from?.medium)
  const [passphrase, setPassphrase] = useState('')
  // The passphrase that was given; null until then. What has none opens by itself.
  const [given, setGiven] = useState(seen.manifest.lock?.kdf === 'argon2id' ? null : '')
  const [taken, setTaken] = useState<PackageRecord | null>(null)
  const kdf = seen.manifest.lock?.kdf
  const isBlocked = station === null || (kdf === 'sm2' && dataKey === null)
  // What somebody decided meanwhile, or a card that was accepted, changes the answer.
  const standing = `${trust} ${before?.state ?? ''}`
  useEffect(() => {
    if (!isBlocked && standing !== '' && given !== null && !taken) void start(given)
  }, [isBlocked, standing, given, start, taken])

  if (taken) return <TakenView file={file} record={taken} />
  if (isBlocked)
    return (
      <Notice>
        <IncomingHead {...props} decisions={decisions} />
        {dataKey === null ? (
          <NeedAccount />
        ) : (
          <EmptyState text="导入数据包要先有本机名片：它说明这里是哪个单位，来包是不是给本机的。">
            <Button variant="contained" component={Link} to="/exchange/peers">
              建立本机名片
            </Button>
          </EmptyState>
        )}
      </Notice>
    )
  if (state.phase === 'reading') return <ReadingProgress progress={state.progress} onCancel={cancel} />
  if (state.phase === 'read')
    return (
      <RehearsalView
        {...props}
        rehearsal={state.rehearsal}
        decisions={decisions}
        onTaken={setTaken}
        onAgain={() => start(given ?? '')}
      />
    )
  return (
    <Notice>
      <IncomingHead {...props} decisions={decisions} />
      {state.phase === 'failed' && <Alert severity="error">{sentenceFor(state.error)}</Alert>}
      {kdf === 'argon2id' && (
        <Box sx={{ maxWidth: 420 }}>
          <TextField label="口令" hint="由发送单位另行告知" value={passphrase} onCommit={setPassphrase} />
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button
          variant="contained"
          disabled={kdf === 'argon2id' && passphrase.trim() === ''}
          onClick={() => {
            if (given === null || given !== passphrase) setGiven(passphrase)
            else void start(passphrase)
          }}
        >
          {kdf === 'argon2id' ? '打开' : '重新核对'}
        </Button>
        {state.phase === 'failed' && codeOf(state.error) === 'station-key-lost' && (
          <Button variant="outlined" component={Link} to="/exchange/peers">
            前往更换密钥
          </Button>
        )}
        <Away file={file} />
      </Box>
    </Notice>
  )
}
