import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { saveAccount } from '#actions/save-account'
import { type Account, checkAccount, passwordFault } from '#domain/people/account'
import { type Assignment, type Duty, duties, dutyList } from '#domain/people/duties'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { nextId } from '#storage/stamp'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** A new account, or one that is changed: name, duties with their reach, whether it may be used. */
export function AccountDialog(props: {
  account: Account | null
  accounts: readonly Account[]
  sections: readonly Section[]
  units: readonly Unit[]
  dataKey: CryptoKey
  onClose: () => void
}) {
  const { account, accounts } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [id] = useState(() => account?.id ?? nextId())
  const [name, setName] = useState(account?.name ?? '')
  const [assignments, setAssignments] = useState<readonly Assignment[]>(account?.assignments ?? [])
  const [disabled, setDisabled] = useState(account?.disabled ?? false)
  const [password, setPassword] = useState('')
  const content = { name, assignments: [...assignments], disabled }
  const faults = checkAccount({ id, ...content }, accounts)
  const weak = account ? null : passwordFault(password, name.trim())
  const shown = name === '' && assignments.length === 0 ? [] : faults

  function toggle(duty: Duty, on: boolean) {
    setAssignments((before) => {
      const rest = before.filter((each) => each.duty !== duty)
      if (!on) return rest
      return [...rest, { duty, scope: '' }].sort(
        (one, other) => dutyList.indexOf(one.duty) - dutyList.indexOf(other.duty),
      )
    })
  }

  /** One assignment for each section or unit; none chosen reaches all. */
  function setScopes(duty: Duty, scopes: readonly string[]) {
    setAssignments((before) => {
      const place = before.findIndex((each) => each.duty === duty)
      const rest = before.filter((each) => each.duty !== duty)
      const chosen = (scopes.length === 0 ? [''] : scopes).map((scope) => ({ duty, scope }))
      return [...rest.slice(0, place), ...chosen, ...rest.slice(place)]
    })
  }

  function save() {
    attempt(async () => {
      const first = account ? null : { password, dataKey: props.dataKey }
      await saveAccount(id, account?.revision ?? 0, content, first, by)
      say(account ? `已保存账户：${name.trim()}。` : `已新建账户：${name.trim()}。首次登录时由本人更换密码。`)
      props.onClose()
    })
  }

  return (
    <ConfirmDialog
      open
      title={account ? `修改账户：${account.name}` : '新建账户'}
      action={account ? '保存' : '新建账户'}
      disabled={faults.length > 0 || weak !== null}
      onCancel={props.onClose}
      onConfirm={save}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, pt: 2 }}>
        <TextField autoFocus label="姓名" value={name} onChange={(event) => setName(event.target.value)} />
        {account ? (
          <FormControlLabel
            control={<Checkbox checked={disabled} onChange={(_event, on) => setDisabled(on)} />}
            label="停用（不能再登录）"
          />
        ) : (
          <PasswordField
            label="初始密码"
            value={password}
            onChange={setPassword}
            fault={password === '' ? '' : (weak ?? '')}
            hint="至少 8 位，首次登录时更换"
          />
        )}
      </Box>
      <Box
        component="fieldset"
        sx={{ border: 0, m: 0, mt: 3, p: 0, display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4 }}
      >
        <Box component="legend" sx={{ fontSize: 12, color: colours.secondary, p: 0 }}>
          职责（可多选，登录后切换）
        </Box>
        {dutyList.map((duty) => {
          const held = assignments.filter((each) => each.duty === duty)
          const scopes = held.map(({ scope }) => scope).filter((scope) => scope !== '')
          return (
            <Box key={duty} sx={{ minHeight: 34 }}>
              <FormControlLabel
                control={
                  <Checkbox
                    size="small"
                    checked={held.length > 0}
                    onChange={(_event, on) => toggle(duty, on)}
                  />
                }
                label={duties[duty].name}
              />
              {held.length > 0 && duty === 'spending' && (
                <Scope
                  label="限于股室"
                  values={scopes}
                  options={props.sections.filter((section) => section.role === 'spending')}
                  onChange={(chosen) => setScopes(duty, chosen)}
                />
              )}
              {held.length > 0 && duty === 'unit' && (
                <Scope
                  label="限于单位"
                  values={scopes}
                  options={props.units}
                  onChange={(chosen) => setScopes(duty, chosen)}
                />
              )}
            </Box>
          )
        })}
      </Box>
      <Box role="status" sx={{ minHeight: 20, color: colours.alarm, fontSize: 13 }}>
        {shown.map((fault) => fault.message).join('')}
      </Box>
    </ConfirmDialog>
  )
}

function Scope(props: {
  label: string
  values: readonly string[]
  options: readonly { code: string; name: string }[]
  onChange: (scopes: string[]) => void
}) {
  const nameOf = (code: string) => props.options.find((option) => option.code === code)?.name ?? code
  return (
    <TextField
      select
      fullWidth
      size="small"
      label={props.label}
      value={props.values}
      onChange={(event) => {
        const chosen: unknown = event.target.value
        props.onChange(Array.isArray(chosen) ? chosen.filter((code) => typeof code === 'string') : [])
      }}
      slotProps={{
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: (chosen: unknown) =>
            Array.isArray(chosen) && chosen.length > 0 ? chosen.map(nameOf).join('、') : '不限',
        },
        inputLabel: { shrink: true },
      }}
      sx={{ my: 1 }}
    >
      {props.options.map((option) => (
        <MenuItem key={option.code} value={option.code}>
          {option.name}
        </MenuItem>
      ))}
    </TextField>
  )
}
