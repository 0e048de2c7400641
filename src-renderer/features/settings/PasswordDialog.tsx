import Box from '@mui/material/Box'
import { useState } from 'react'
import { resetPassword } from '#actions/reset-password'
import { type Account, passwordFault } from '#domain/people/account'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 重设密码: somebody forgot theirs, or the account is locked. */
export function PasswordDialog(props: { account: Account; dataKey: CryptoKey; onClose: () => void }) {
  const { account } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [password, setPassword] = useState('')
  const weak = passwordFault(password, account.name)

  function reset() {
    attempt(async () => {
      await resetPassword(account.id, password, props.dataKey, by)
      say(`已重设 ${account.name} 的密码，下次登录时由本人更换。`)
      props.onClose()
    })
  }

  return (
    <ConfirmDialog
      open
      title={`重设密码：${account.name}`}
      action="重设密码"
      disabled={weak !== null}
      onCancel={props.onClose}
      onConfirm={reset}
    >
      <Box sx={{ pt: 2 }}>
        <PasswordField
          focus
          label="新密码"
          value={password}
          onChange={setPassword}
          fault={password === '' ? '' : (weak ?? '')}
          hint="至少 8 位；锁定的账户同时解锁"
        />
      </Box>
    </ConfirmDialog>
  )
}
