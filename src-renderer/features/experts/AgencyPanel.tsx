import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { type AgencyContent, agencyKinds } from '#domain/experts/agency'
import { type Problem, problemsAt } from '#domain/problem'
import { DayField } from '#ui/DayField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useRefuseUnread } from '#ui/unread'
import { useFirstField } from '#ui/use-first-field'
import { AgencyCommissions } from './AgencyCommissions.tsx'
import { AgencyLeads } from './AgencyLeads.tsx'
import { panelFoot, panelGrid, panelStyle, partStyle } from './styles.ts'

export type ChangeAgency = (patch: Partial<AgencyContent>) => boolean

/** One agency of the register; every field is kept when it is left. */
export function AgencyPanel(props: {
  draft: AgencyContent
  isKept: boolean
  problems: readonly Problem[]
  readOnly: boolean
  onChange: ChangeAgency
  onClose: () => void
}) {
  const { draft, onChange, readOnly } = props
  const panel = useFirstField(!props.isKept)
  const at = (field: string) => problemsAt(props.problems, field)
  return (
    <Paper ref={panel} variant="outlined" component="section" aria-label="机构登记" sx={panelStyle}>
      <Box sx={panelGrid}>
        <Typography variant="h2" sx={{ gridColumn: '1 / -1' }}>
          {props.isKept ? draft.name : '登记机构'}
        </Typography>
        <TextField
          label="机构名称"
          required
          wide
          value={draft.name}
          readOnly={readOnly}
          problems={at('name')}
          onCommit={(name) => onChange({ name })}
        />
        <TextField
          label="统一社会信用代码"
          value={draft.creditCode}
          readOnly={readOnly}
          problems={at('creditCode')}
          onCommit={(creditCode) => onChange({ creditCode })}
        />
        <ChoiceField
          label="类型"
          value={draft.kind}
          choices={agencyKinds}
          readOnly={readOnly}
          onCommit={(kind) => kind && onChange({ kind })}
        />
        <TextField
          label="信用平台登记号"
          value={draft.platformNumber}
          readOnly={readOnly}
          onCommit={(platformNumber) => onChange({ platformNumber })}
        />
        <TextField
          label="业绩"
          lines={2}
          value={draft.achievements}
          readOnly={readOnly}
          onCommit={(achievements) => onChange({ achievements })}
        />
        {props.isKept && (
          <>
            <AgencyLeads
              leads={draft.leads}
              problems={props.problems}
              readOnly={readOnly}
              onChange={onChange}
            />
            <AgencyCommissions agency={draft} readOnly={readOnly} onChange={onChange} />
            <Blacklist listed={draft.blacklisted} readOnly={readOnly} onChange={onChange} />
          </>
        )}
        <TextField
          label="备注"
          lines={2}
          value={draft.note}
          readOnly={readOnly}
          onCommit={(note) => onChange({ note })}
        />
      </Box>
      <Box sx={panelFoot}>
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" onClick={props.onClose}>
          关闭
        </Button>
      </Box>
    </Paper>
  )
}

/** 黑名单: with reason and day; nothing new is entrusted to who is on it. */
function Blacklist(props: {
  listed: AgencyContent['blacklisted']
  readOnly: boolean
  onChange: ChangeAgency
}) {
  const { listed } = props
  const { say } = useToast()
  const refuseUnread = useRefuseUnread()
  const [typed, setTyped] = useState({ reason: '', on: '' })
  if (props.readOnly && !listed.is) return null

  function put() {
    if (refuseUnread()) return
    if (typed.reason.trim() === '') say({ text: '列入黑名单须写明原因。', severity: 'warning' })
    else props.onChange({ blacklisted: { is: true, ...typed } })
  }

  if (listed.is)
    return (
      <Box sx={{ ...partStyle, gridTemplateColumns: '1fr auto', fontSize: 13, alignItems: 'center' }}>
        <Box sx={{ color: colours.alarm }}>
          ■ {listed.on} 列入黑名单：{listed.reason}
        </Box>
        {!props.readOnly && (
          <Button
            size="small"
            onClick={() => props.onChange({ blacklisted: { is: false, reason: '', on: '' } })}
          >
            移出黑名单
          </Button>
        )}
      </Box>
    )
  return (
    <Box component="details" sx={{ ...partStyle, display: 'block', fontSize: 13 }}>
      <summary>列入黑名单</summary>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, pt: 2 }}>
        <TextField
          label="原因"
          hint="如转包、虚假报告"
          value={typed.reason}
          onCommit={(reason) => setTyped({ ...typed, reason })}
        />
        <DayField
          label="列入日期"
          placeholder="如 2026-01-01"
          value={typed.on}
          onCommit={(on) => setTyped({ ...typed, on })}
        />
        <Box sx={{ gridColumn: '1 / -1', textAlign: 'right' }}>
          <Button size="small" color="error" variant="outlined" onClick={put}>
            列入黑名单
          </Button>
        </Box>
      </Box>
    </Box>
  )
}
