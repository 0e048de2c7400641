import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { recoverAccount } from '#actions/recover-account'
import { type Account, manages, passwordFault } from '#domain/people/account'
import { readRecoveryCode } from '#domain/people/recovery-code'
import { recoveryMade } from '#storage/recovery'
import { sentenceFor } from '#ui/error-text'
import { momentText } from '#ui/moment-text'
import { PasswordField } from '#ui/PasswordField.tsx'
import { EntryFrame } from './EntryFrame.tsx'

type Recovered = Awaited<ReturnType<typeof recoverAccount>>
type Props = { account: Account; onBack: () => void; onRecovered: (recovered: Recovered) => void }

/** 忘记密码: whom to ask, the recovery code, and without either what can be had back and what cannot. */
export function ForgottenPage({ accounts, ...props }: Props & { accounts: readonly Account[] }) {
  const { account, onBack } = props
  const kept = useLiveQuery(async () => ({ made: await recoveryMade() }), [])
  if (!kept) return null
  const title = `忘记密码：${account.name}`
  const others = accounts
    .filter((each) => each.id !== account.id && manages(each))
    .map(({ name }) => name)
    .join('、')
  if (!manages(account))
    return (
      <EntryFrame
        title={title}
        text={`请系统管理员（${others}）在“设置 › 账户”中重设密码，登录后自己再换。已填内容都在。`}
        onSubmit={onBack}
      >
        <Button type="submit" variant="contained">
          返回登录
        </Button>
      </EntryFrame>
    )
  const colleague = others === '' ? '' : `可请另一位系统管理员（${others}）在“设置 › 账户”中重设。`
  if (!kept.made)
    return (
      <EntryFrame title={title} text={`已填内容都在。${colleague}`} onSubmit={onBack}>
        <Alert severity="warning">本机没有制作过恢复码，不能在这里重设。</Alert>
        <WithoutCode />
        <Button type="submit" variant="contained">
          返回登录
        </Button>
      </EntryFrame>
    )
  const made = `恢复码由${kept.made.by}制作于 ${momentText(kept.made.at)}。`
  return <CodeForm {...props} title={title} text={`${colleague}凭恢复码重设密码，已填内容都在。${made}`} />
}

function CodeForm(props: Props & { title: string; text: string }) {
  const { account } = props
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const misread = readRecoveryCode(code) === null ? '恢复码不完整或抄错了，共 25 位字母和数字，请核对。' : ''
  const weak = passwordFault(password, account.name) ?? ''
  const differs = again === password ? '' : '两次输入不一致。'

  async function recover() {
    setAsked(true)
    setFailure('')
    if (busy || misread !== '' || weak !== '' || differs !== '') return
    setBusy(true)
    try {
      props.onRecovered(await recoverAccount(account.id, code, password))
    } catch (error) {
      setFailure(sentenceFor(error))
      setBusy(false)
    }
  }

  const codeFault = failure || (asked ? misread : '')
  return (
    <EntryFrame title={props.title} text={props.text} onSubmit={() => void recover()}>
      <TextField
        autoFocus
        label="恢复码"
        value={code}
        onChange={(event) => {
          setCode(event.target.value)
          setFailure('')
        }}
        autoComplete="off"
        error={codeFault !== ''}
        helperText={codeFault || '25 位，大小写和横线不限。'}
        slotProps={{ htmlInput: { maxLength: 60, spellCheck: false } }}
      />
      <PasswordField
        label="新密码"
        value={password}
        onChange={setPassword}
        fault={asked ? weak : ''}
        hint="至少 8 位。"
      />
      <PasswordField label="再次输入新密码" value={again} onChange={setAgain} fault={asked ? differs : ''} />
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
        <Button onClick={props.onBack}>返回登录</Button>
        <Button type="submit" variant="contained" disabled={busy}>
          {busy ? '正在重设…' : '重设密码'}
        </Button>
      </Box>
      <Box component="details" sx={{ fontSize: 14 }}>
        <summary>恢复码也找不到</summary>
        <WithoutCode />
      </Box>
    </EntryFrame>
  )
}

/** What is left where there is neither password nor code: the truth about it. */
function WithoutCode() {
  return (
    <Box component="ul" sx={{ m: 0, mt: 2, pl: 5, fontSize: 14, display: 'grid', gap: 2 }}>
      <li>业务数据没有丢：其他能登录的账户照常办理，只是不能再管理账户。</li>
      <li>
        要继续管理：在新安装的绩衡上建立首个账户，由原机上能登录的同事生成“整套账移交包”带过去，导入后接着用。
      </li>
      <li>
        还记得以前的密码：在新安装的绩衡首页“从备份恢复”，选当时的备份（加密的要口令），用当时的密码登录。
      </li>
      <li>
        找不回的：密码本身，以及用它加密的专家身份证号、银行账号和本机密钥，须重新登记；重建的名片请各往来单位重新核对指纹。
      </li>
    </Box>
  )
}
