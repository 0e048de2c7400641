import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useState } from 'react'
import { acceptPeer } from '#actions/accept-peer'
import { isSameFingerprint } from '#domain/exchange/cover'
import type { Actor } from '#domain/people/duties'
import type { Problem } from '#domain/problem'
import { levels } from '#domain/year-book'
import { fingerprint } from '#exchange/fingerprint'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { Fingerprint } from './Fingerprint.tsx'
import { factsStyle } from './styles.ts'
import type { ReadCard } from './use-chosen-card.ts'

const kinds = {
  own: '这是本机自己的名片，不用收取。请选择对方交来的名片。',
  new: '第一次收到这个单位的名片。请当面或打电话与对方核对指纹，一致才能信任。',
  known: '这个单位和密钥已经信任过。收取后更新名称等信息，并恢复为已信任。',
  'hand-over': '对方更换了密钥，并由您已信任的旧密钥签字交接，可以直接信任。',
  'other-key':
    '这个单位的密钥与本机记录的不同，也没有旧密钥的交接。可能是对方重装了电脑，也可能有人冒用。请务必与对方核对指纹。',
  'other-card':
    '已信任过这个单位的另一张名片，这是新建的一张。可能是对方换了电脑、重装或找不回密钥，也可能有人冒用。请务必与对方核对指纹；信任后，请把旧的那张停用。',
} as const

const mismatch: Problem = {
  ...{ code: 'fingerprint', severity: 'error', at: '', clause: '', suggestion: '' },
  message: '与名片文件的指纹不一致，不能信任。',
}

/** 收取名片: who it is, and the one question. */
export function TakeCardDialog(props: { card: ReadCard; by: Actor; onClose: () => void }) {
  const { card, by, onClose } = props
  const { attempt, say } = useToast()
  const { kind, card: found } = card.found
  const { party, publicKey } = found
  const own = fingerprint(publicKey)
  const [given, setGiven] = useState('')
  const [isCompared, setIsCompared] = useState(false)
  const isDoubtful = kind === 'other-key' || kind === 'other-card'
  const isAsked = kind === 'new' || isDoubtful
  const isTyped = isSameFingerprint(given, own, party.id)
  const isWrong = given.trim() !== '' && !isTyped
  const mayTrust = kind !== 'own' && !isWrong && (!isAsked || isCompared || isTyped)

  function accept() {
    onClose()
    attempt(async () => {
      await acceptPeer(card.bytes, isCompared || isTyped, by)
      say(`已信任${party.name}，其签名的数据包可以导入。`)
    })
  }
  return (
    <ConfirmDialog
      open
      title={`收取名片：${party.name}`}
      action="信任这个单位"
      disabled={!mayTrust}
      onCancel={onClose}
      onConfirm={accept}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Alert severity={isDoubtful ? 'error' : kind === 'own' ? 'warning' : 'info'}>{kinds[kind]}</Alert>
        <Box component="dl" sx={factsStyle}>
          <dt>级次、区划</dt>
          <dd>
            {party.level === '' ? '未写明' : levels[party.level]} {party.regionCode}
          </dd>
          {party.unitCode && (
            <>
              <dt>单位代码</dt>
              <dd>{party.unitCode}</dd>
            </>
          )}
        </Box>
        <Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>名片上的指纹</Box>
          <Fingerprint publicKey={publicKey} large />
        </Box>
        {isAsked && (
          <>
            <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
              <input
                type="checkbox"
                checked={isCompared}
                onChange={(event) => setIsCompared(event.target.checked)}
              />
              已与对方核对指纹，20 位数字全部一致
            </Box>
            <TextField
              label="或录入对方纸质名片上的指纹"
              hint="也可用扫码枪扫名片上的二维码"
              value={given}
              onCommit={setGiven}
              problems={isWrong ? [mismatch] : []}
            />
          </>
        )}
      </Box>
    </ConfirmDialog>
  )
}
