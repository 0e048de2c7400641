import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { passwordFault } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { firstPasswordHint, PasswordField } from '#ui/PasswordField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { typedNote } from '#ui/typed-note'

/** Where nobody is logged in there is nothing to seal a key with: says so and leads to an account. */
export function NeedAccount() {
  const { signUp } = useSession()
  const [open, setOpen] = useState(false)
  return (
    <EmptyState text="收发数据包要用本机的签名密钥，密钥用登录账户加密保存。现在是试用，还没有账户；建立账户后即可建立本机名片、生成和导入数据包，演示账套照常保留。">
      {signUp && (
        <Button variant="contained" onClick={() => setOpen(true)}>
          建立账户
        </Button>
      )}
      {open && signUp && <SignUpDialog signUp={signUp} onClose={() => setOpen(false)} />}
    </EmptyState>
  )
}

function SignUpDialog(props: {
  signUp: (name: string, password: string) => Promise<Actor>
  onClose: () => void
}) {
  const { attempt } = useToast()
  const form = useSignUp()
  return (
    <ConfirmDialog
      open
      title="建立首个账户"
      action="建立账户"
      onCancel={props.onClose}
      onConfirm={() => {
        if (!form.check()) return
        props.onClose()
        attempt(() => form.signUp(props.signUp))
      }}
    >
      <SignUpFields form={form} />
    </ConfirmDialog>
  )
}

export type SignUpForm = ReturnType<typeof useSignUp>

const accountNote = typedNote('jiheng-first-account', ['name'])

/** Name and password of a first account, with what is wrong with them once it was tried; the name is typed but once. */
export function useSignUp() {
  const [name, setName] = useState(() => accountNote.kept().name ?? '')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const fault = passwordFault(password, name.trim())
  const isComplete = name.trim() !== '' && fault === null && again === password
  function check(): boolean {
    setAsked(true)
    return isComplete
  }
  function typeName(typed: string) {
    setName(typed)
    accountNote.keep({ name: typed })
  }
  async function signUp(make: (name: string, password: string) => Promise<Actor>): Promise<void> {
    await make(name, password)
    accountNote.keep({})
  }
  return { name, setName: typeName, password, setPassword, again, setAgain, asked, fault, check, signUp }
}

export function SignUpFields({ form }: { form: SignUpForm }) {
  const { name, password, again, asked, fault } = form
  return (
    <Box sx={{ display: 'grid', gap: 3, pt: 2 }}>
      <TextField
        fullWidth
        label="姓名"
        value={name}
        onChange={(event) => form.setName(event.target.value)}
        error={asked && name.trim() === ''}
        helperText={asked && name.trim() === '' ? '请填写' : '即首个账户，负责管理其他账户。'}
      />
      <PasswordField
        label="登录密码"
        value={password}
        onChange={form.setPassword}
        fault={asked ? (fault ?? '') : ''}
        hint={firstPasswordHint}
      />
      <PasswordField
        label="再次输入密码"
        value={again}
        onChange={form.setAgain}
        fault={asked && again !== password ? '两次输入不一致。' : ''}
      />
    </Box>
  )
}
