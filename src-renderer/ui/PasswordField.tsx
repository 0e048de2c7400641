import TextField from '@mui/material/TextField'

/** Of the machine's first account: whoever forgets this password has the code that is shown once it is made. */
export const firstPasswordHint = '至少 8 位。忘记后凭恢复码重设，建立后会给您一份。'

/** A password; what is typed is never shown, offered again or checked for spelling. */
export function PasswordField(props: {
  label: string
  value: string
  onChange: (text: string) => void
  fault?: string
  hint?: string
  focus?: boolean
}) {
  return (
    <TextField
      type="password"
      fullWidth
      label={props.label}
      value={props.value}
      autoFocus={props.focus ?? false}
      autoComplete="off"
      error={Boolean(props.fault)}
      helperText={props.fault || props.hint || ''}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 128 } }}
    />
  )
}
