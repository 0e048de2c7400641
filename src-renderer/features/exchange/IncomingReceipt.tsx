import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { takeReceipt } from '#actions/take-receipt'
import { outStates, purposes } from '#domain/exchange/package'
import type { Trust } from '#domain/exchange/station'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { packageById } from '#storage/exchange'
import { useToast } from '#ui/Toast.tsx'
import { Away, Notice, type Seen } from './IncomingFile.tsx'
import type { Lying } from './inbox.ts'
import { PackageMark, TrustMark } from './PackageMark.tsx'
import { factsStyle, panelStyle } from './styles.ts'

/** 回执 that came back: about which of our packages, and taken with one press. */
export function IncomingReceipt({ file, seen, trust }: { file: Lying; seen: Seen; trust: Trust }) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const { sender, answers } = seen.manifest
  const read = useLiveQuery(async () => ({ record: await packageById(answers) }), [answers])
  if (!read) return null
  const { record } = read
  const isTaken = record?.receipt !== null && record?.receipt !== undefined

  function take() {
    attempt(async () => {
      const after = await takeReceipt(file.bytes, by)
      const faults = after.receipt?.faults.length ?? 0
      say(
        `已收取回执：${after.fileName} ${outStates[after.state as keyof typeof outStates]}${faults > 0 ? `，${faults} 条没有采用` : ''}。`, // takeReceipt gives no other state
      )
    })
  }
  return (
    <Notice>
      <Box component="section" aria-label="回执" sx={panelStyle}>
        <Box sx={{ fontWeight: 600, mb: 2 }}>回执，来自{sender.name}</Box>
        <Box component="dl" sx={factsStyle}>
          <dt>签名</dt>
          <dd>
            <TrustMark trust={trust} />
          </dd>
          <dt>针对</dt>
          <dd>
            {record
              ? `第 ${record.sequence} 号${purposes[record.purpose]}，${record.fileName}`
              : '本机台账里没有它所针对的数据包'}
          </dd>
          {record && (
            <>
              <dt>现在的状态</dt>
              <dd>
                <PackageMark record={record} />
              </dd>
            </>
          )}
        </Box>
      </Box>
      {trust !== 'trusted' && (
        <Alert severity="warning">本机没有信任出具回执的单位，不能收取。请先收取对方名片并核对指纹。</Alert>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        {may(by, 'take-receipt') && record && (
          <Button variant={isTaken ? 'outlined' : 'contained'} disabled={trust !== 'trusted'} onClick={take}>
            收取回执
          </Button>
        )}
        {record && (
          <Button
            variant={isTaken ? 'contained' : 'outlined'}
            component={Link}
            to={`/exchange/packages/${record.id}`}
          >
            查看台账
          </Button>
        )}
        <Away file={file} />
      </Box>
    </Notice>
  )
}
