import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { regions } from '#domain/year-book'
import { shippedRules } from '#domain/year-rules'
import { firstPasswordHint, PasswordField } from '#ui/PasswordField.tsx'
import { type Making, type NewBookForm, useNewBook } from './use-new-book.ts'

/** 新建账套: whose book of which year; before there is an account, also who works in it. */
export function CreateBook(props: Making) {
  const form = useNewBook(props)
  return (
    <Paper
      variant="outlined"
      component="form"
      aria-label="新建账套"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.create()
      }}
      sx={{ p: 4, display: 'grid', gap: 4 }}
    >
      <Typography variant="h2">新建账套</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4, rowGap: 4 }}>
        <TextField
          select
          label="市、区县"
          value={form.region.code}
          onChange={(event) => form.type({ regionCode: event.target.value })}
        >
          {regions.map((option) => (
            <MenuItem key={option.code} value={option.code}>
              {option.name}（{option.code}）
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label="年度"
          value={form.year}
          onChange={(event) => form.type({ year: event.target.value })}
          error={form.asked && !form.isYear}
          helperText={form.asked && !form.isYear ? '请填四位年份，如 2025' : ''}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
        />
        <TextField
          label="单位名称"
          value={form.office}
          onChange={(event) => form.type({ office: event.target.value })}
          error={form.missing(form.office) !== ''}
          helperText={form.missing(form.office)}
        />
        <TextField
          label="股室"
          value={form.section}
          onChange={(event) => form.type({ section: event.target.value })}
          error={form.missing(form.section) !== ''}
          helperText={form.missing(form.section)}
        />
        <TextField
          select
          label="指标体系（规则包）"
          value={form.rulesId}
          onChange={(event) => form.type({ rulesId: event.target.value })}
          helperText="以后可在“设置 › 账套”中更换。"
        >
          {shippedRules.map((pack) => (
            <MenuItem key={pack.id} value={pack.id}>
              {pack.name}
            </MenuItem>
          ))}
        </TextField>
        {props.signUp && <FirstPerson form={form} />}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button type="submit" variant="contained">
          新建账套
        </Button>
      </Box>
    </Paper>
  )
}

/** The first account, made together with the first book. */
function FirstPerson({ form }: { form: NewBookForm }) {
  return (
    <>
      <TextField
        label="经办人"
        value={form.person}
        onChange={(event) => form.type({ person: event.target.value })}
        error={form.missing(form.person) !== ''}
        helperText={form.missing(form.person) || '即首个账户，负责管理其他账户；每次修改都记下这个名字。'}
      />
      <PasswordField
        label="登录密码"
        value={form.password}
        onChange={form.setPassword}
        fault={form.asked ? (form.weak ?? '') : ''}
        hint={firstPasswordHint}
      />
      <PasswordField
        label="再次输入密码"
        value={form.again}
        onChange={form.setAgain}
        fault={form.asked && form.again !== form.password ? '两次输入不一致。' : ''}
      />
    </>
  )
}
