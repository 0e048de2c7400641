import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import type { Lead } from '#domain/experts/agency'
import type { Problem } from '#domain/problem'
import { CountField } from '#ui/CountField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { takeRow } from '#ui/take-row'
import { colours } from '#ui/theme'
import { useRefuseUnread } from '#ui/unread'
import type { ChangeAgency } from './AgencyPanel.tsx'
import { partHead, partStyle } from './styles.ts'

const blank: Lead = { name: '', certificate: '', qualification: '', years: null, evaluationYears: null }

/** 主评人 with what the rules ask of one. */
export function AgencyLeads(props: {
  leads: readonly Lead[]
  problems: readonly Problem[]
  readOnly: boolean
  onChange: ChangeAgency
}) {
  const adder = useRef<HTMLButtonElement>(null)
  const [edited, setEdited] = useState<{ at: number; lead: Lead } | null>(null)
  const refuseUnread = useRefuseUnread()
  const { leads } = props

  function keep() {
    if (!edited || refuseUnread()) return
    const next =
      edited.at < leads.length
        ? leads.map((each, index) => (index === edited.at ? edited.lead : each))
        : [...leads, edited.lead]
    if (props.onChange({ leads: next })) setEdited(null)
  }

  return (
    <Box sx={partStyle}>
      <Box sx={partHead}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          主评人
        </Typography>
        {!props.readOnly && edited === null && (
          <Button ref={adder} size="small" onClick={() => setEdited({ at: leads.length, lead: blank })}>
            添加主评人
          </Button>
        )}
      </Box>
      {leads.map((lead, index) => (
        <Box key={`${lead.name} ${lead.certificate}`} data-row sx={{ fontSize: 13 }}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Box sx={{ flex: 1 }}>
              {lead.name}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                （{leadText(lead)}）
              </Box>
            </Box>
            {!props.readOnly && (
              <>
                <Button
                  size="small"
                  aria-label={`修改主评人 ${lead.name}`}
                  onClick={() => setEdited({ at: index, lead })}
                >
                  修改
                </Button>
                <Button
                  size="small"
                  color="error"
                  aria-label={`移除主评人 ${lead.name}`}
                  onClick={({ currentTarget }) =>
                    takeRow(currentTarget, adder, () =>
                      props.onChange({ leads: leads.filter((_, place) => place !== index) }),
                    )
                  }
                >
                  移除
                </Button>
              </>
            )}
          </Box>
          {props.problems
            .filter(({ at }) => at === `leads.${index}`)
            .map(({ message }) => (
              <Box key={message} sx={{ fontSize: 12, color: colours.attention }}>
                ▲ {message}
              </Box>
            ))}
        </Box>
      ))}
      {edited && (
        <LeadForm
          lead={edited.lead}
          onChange={(lead) => setEdited({ ...edited, lead })}
          onKeep={keep}
          onCancel={() => setEdited(null)}
        />
      )}
    </Box>
  )
}

function leadText({ qualification, certificate, years, evaluationYears }: Lead): string {
  const parts = [qualification, certificate]
  if (years !== null) parts.push(`工作 ${years} 年`)
  if (evaluationYears !== null) parts.push(`评价 ${evaluationYears} 年`)
  return parts.filter(Boolean).join('，') || '资质未填'
}

function LeadForm(props: {
  lead: Lead
  onChange: (lead: Lead) => void
  onKeep: () => void
  onCancel: () => void
}) {
  const { lead, onChange } = props
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
      <TextField label="主评人姓名" value={lead.name} onCommit={(name) => onChange({ ...lead, name })} />
      <TextField
        label="证号"
        value={lead.certificate}
        onCommit={(certificate) => onChange({ ...lead, certificate })}
      />
      <TextField
        label="资质"
        placeholder="如：注册会计师"
        wide
        value={lead.qualification}
        onCommit={(qualification) => onChange({ ...lead, qualification })}
      />
      <CountField
        label="工作年限"
        hint="年"
        most={99}
        value={lead.years}
        onCommit={(years) => onChange({ ...lead, years })}
      />
      <CountField
        label="绩效评价年限"
        hint="年"
        most={99}
        value={lead.evaluationYears}
        onCommit={(evaluationYears) => onChange({ ...lead, evaluationYears })}
      />
      <Box sx={{ gridColumn: '1 / -1', display: 'flex', gap: 1, justifyContent: 'end' }}>
        <Button size="small" onClick={props.onCancel}>
          取消
        </Button>
        <Button size="small" variant="outlined" onClick={props.onKeep}>
          保存主评人
        </Button>
      </Box>
    </Box>
  )
}
