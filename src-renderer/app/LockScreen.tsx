import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { logIn } from '#actions/log-in'
import type { Account } from '#domain/people/account'
import { sentenceFor } from '#ui/error-text'
import { PasswordField } from '#ui/PasswordField.tsx'
import { Cover } from './Cover.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** 锁定: what was open stays open behind it, drafts are saved; only the same person's password opens it again. */
export function LockScreen(props: { account: Account; onOpen: () => void; onLogOut: () => void }) {
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function enter() {
    if (busy) return
    setBusy(true)
    setFault('')
    try {
      await logIn(props.account.id, password)
      props.onOpen()
    } catch (error) {
      setFault(sentenceFor(error))
      setPassword('')
      setBusy(false)
    }
  }

  return (
    <Cover label="已锁定">
      <EntryFrame
        title={`已锁定：${props.account.name}`}
        text="已填内容都已保存。输入密码继续。"
        onSubmit={() => void enter()}
      >
        <PasswordField label="密码" value={password} onChange={setPassword} fault={fault} focus />
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button onClick={props.onLogOut}>换人登录</Button>
          <Button type="submit" variant="contained" disabled={busy || password === ''}>
            继续
          </Button>
        </Box>
      </EntryFrame>
    </Cover>
  )
}
