import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { logIn } from '#actions/log-in'
import { savePreference } from '#actions/save-preference'
import type { Account } from '#domain/people/account'
import { preference } from '#storage/preferences'
import { sentenceFor } from '#ui/error-text'
import { PasswordField } from '#ui/PasswordField.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { ForgottenPage } from './ForgottenPage.tsx'

/** 登录: who is it, and the password; whoever was here last is offered first. */
export function LoginPage(props: {
  accounts: readonly Account[]
  onLogIn: (signedIn: { accountId: string; dataKey: CryptoKey }) => void
  /** A fresh recovery code, to be shown. */
  onCode: (code: string) => void
}) {
  const last = useLiveQuery(async () => ({ id: await preference('last-account') }), [])
  const [chosen, setChosen] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const [forgotten, setForgotten] = useState(false)
  if (!last) return null
  const open = props.accounts.filter((account) => !account.disabled)
  const accountId = chosen ?? (open.find((account) => account.id === last.id) ?? open[0])?.id ?? ''
  const account = open.find(({ id }) => id === accountId)

  async function enter() {
    if (busy) return
    setBusy(true)
    setFault('')
    try {
      const { account, dataKey } = await logIn(accountId, password)
      await savePreference('last-account', account.id)
      props.onLogIn({ accountId: account.id, dataKey })
    } catch (error) {
      setFault(sentenceFor(error))
      setPassword('')
    } finally {
      setBusy(false)
    }
  }

  async function enterRecovered(recovered: { account: Account; dataKey: CryptoKey; code: string }) {
    await savePreference('last-account', recovered.account.id)
    props.onCode(recovered.code)
    props.onLogIn({ accountId: recovered.account.id, dataKey: recovered.dataKey })
  }

  if (forgotten && account)
    return (
      <ForgottenPage
        account={account}
        accounts={open}
        onBack={() => setForgotten(false)}
        onRecovered={(recovered) => void enterRecovered(recovered)}
      />
    )
  return (
    <EntryFrame title="登录" text="每次修改都记在登录人名下。" onSubmit={() => void enter()}>
      <TextField
        select
        fullWidth
        label="姓名"
        value={accountId}
        onChange={(event) => {
          setChosen(event.target.value)
          setFault('')
        }}
      >
        {open.map((account) => (
          <MenuItem key={account.id} value={account.id}>
            {account.name}
          </MenuItem>
        ))}
      </TextField>
      <PasswordField label="密码" value={password} onChange={setPassword} fault={fault} focus />
      <Button type="submit" variant="contained" disabled={busy || password === ''}>
        {busy ? '正在登录…' : '登录'}
      </Button>
      <Button color="inherit" onClick={() => setForgotten(true)}>
        忘记密码
      </Button>
    </EntryFrame>
  )
}
