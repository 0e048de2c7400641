import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { changePassword } from '#actions/change-password'
import { passwordFault } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { sentenceFor } from '#ui/error-text'
import { PasswordField } from '#ui/PasswordField.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** A password that somebody else gave is changed before anything else. */
export function NewPasswordPage({ by, onLogOut }: { by: Actor; onLogOut: () => void }) {
  const [before, setBefore] = useState('')
  const [after, setAfter] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState('')
  const same = before === after ? '新密码不能与原密码相同。' : null
  const fault = passwordFault(after, by.name) ?? same

  async function change() {
    setAsked(true)
    setFailure('')
    if (fault !== null || again !== after) return
    try {
      await changePassword(before, after, by)
    } catch (error) {
      setFailure(sentenceFor(error))
    }
  }

  return (
    <EntryFrame
      title="更换密码"
      text="现在的密码是系统管理员设置的，请先换成自己的。"
      onSubmit={() => void change()}
    >
      <PasswordField label="原密码" value={before} onChange={setBefore} fault={failure} focus />
      <PasswordField
        label="新密码"
        value={after}
        onChange={setAfter}
        fault={asked ? (fault ?? '') : ''}
        hint="至少 8 位。"
      />
      <PasswordField
        label="再次输入新密码"
        value={again}
        onChange={setAgain}
        fault={asked && again !== after ? '两次输入不一致。' : ''}
      />
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
        <Button onClick={onLogOut}>退出</Button>
        <Button type="submit" variant="contained">
          更换密码
        </Button>
      </Box>
    </EntryFrame>
  )
}
