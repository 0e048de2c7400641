import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { passwordFault } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { sentenceFor } from '#ui/error-text'
import { PasswordField } from '#ui/PasswordField.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** Where books exist from before there were accounts: the first account is made, then everything opens as it was. */
export function FirstAccountPage(props: {
  suggested: string
  signUp: (name: string, password: string) => Promise<Actor>
}) {
  const [name, setName] = useState(props.suggested)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState('')
  const fault = passwordFault(password, name.trim())
  const differs = again !== password

  async function create() {
    setAsked(true)
    if (name.trim() === '' || fault !== null || differs) return
    try {
      await props.signUp(name, password)
    } catch (error) {
      setFailure(sentenceFor(error))
    }
  }

  return (
    <EntryFrame
      title="建立首个账户"
      text="这台机器上已有账套，原有内容都在。先为自己建立账户，之后由它管理其他账户。"
      onSubmit={() => void create()}
    >
      <TextField
        label="姓名"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={asked && name.trim() === ''}
        helperText={asked && name.trim() === '' ? '请填写' : ''}
      />
      <PasswordField
        label="密码"
        value={password}
        onChange={setPassword}
        fault={asked ? (fault ?? '') : ''}
        hint="至少 8 位。忘记后凭恢复码重设，建立后会给您一份。"
      />
      <PasswordField
        label="再次输入密码"
        value={again}
        onChange={setAgain}
        fault={failure || (asked && differs ? '两次输入不一致。' : '')}
      />
      <Button type="submit" variant="contained">
        建立账户
      </Button>
    </EntryFrame>
  )
}
