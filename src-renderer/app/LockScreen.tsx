import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import GlobalStyles from '@mui/material/GlobalStyles'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { logIn } from '#actions/log-in'
import type { Account } from '#domain/people/account'
import { sentenceFor } from '#ui/error-text'
import { PasswordField } from '#ui/PasswordField.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** 锁定: what was open stays open behind it, drafts are saved; only the same person's password opens it again. */
export function LockScreen(props: { account: Account; onOpen: () => void; onLogOut: () => void }) {
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const cover = useRef<HTMLDialogElement>(null)
  // In the browser's top layer, above dialogs and messages that are still open; all else cannot be reached.
  useEffect(() => cover.current?.showModal(), [])

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

  return createPortal(
    <dialog
      ref={cover}
      aria-label="已锁定"
      onCancel={(event) => event.preventDefault()}
      style={{ border: 0, padding: 0, width: '100vw', height: '100vh', maxWidth: 'none', maxHeight: 'none' }}
    >
      <GlobalStyles styles={{ 'body:has(> dialog[open]) > :not(dialog)': { visibility: 'hidden' } }} />
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
    </dialog>,
    document.body,
  )
}
