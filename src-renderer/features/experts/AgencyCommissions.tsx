import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { type AgencyContent, type Commission, emptyQuality, qualityTotal } from '#domain/experts/agency'
import { shippedExpertRules } from '#domain/experts/expert-rules'
import { formatWan } from '#domain/money'
import { nextId } from '#storage/stamp'
import type { ChangeAgency } from './AgencyPanel.tsx'
import { QualityWord } from './AgencyTable.tsx'
import { CommissionDialog } from './CommissionDialog.tsx'
import { partHead, partStyle } from './styles.ts'

/** 委托记录, newest first, each with its quality score. */
export function AgencyCommissions(props: {
  agency: AgencyContent
  readOnly: boolean
  onChange: ChangeAgency
}) {
  const { commissions } = props.agency
  const [edited, setEdited] = useState<Commission | null>(null)

  function keep(commission: Commission): boolean {
    const known = commissions.some(({ id }) => id === commission.id)
    return props.onChange({
      commissions: known
        ? commissions.map((each) => (each.id === commission.id ? commission : each))
        : [...commissions, commission],
    })
  }

  return (
    <Box sx={partStyle}>
      <Box sx={partHead}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          委托记录
        </Typography>
        {!props.readOnly && !props.agency.blacklisted.is && (
          <Button size="small" onClick={() => setEdited(blankCommission())}>
            登记委托
          </Button>
        )}
      </Box>
      {commissions.length === 0 && (
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          可委托事前评估、目标审核、绩效评价、结果复核、指标体系和课题。
        </Box>
      )}
      {commissions
        .toSorted((left, right) => right.startsOn.localeCompare(left.startsOn))
        .map((each) => (
          <Box key={each.id} sx={{ display: 'flex', gap: 1, fontSize: 13, alignItems: 'center' }}>
            <Box sx={{ flex: 1 }}>
              {each.subject}
              <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{commissionText(each)}</Box>
            </Box>
            <QualityWord total={qualityTotal(each.quality)} />
            {!props.readOnly && (
              <Button size="small" aria-label={`修改委托 ${each.subject}`} onClick={() => setEdited(each)}>
                修改
              </Button>
            )}
          </Box>
        ))}
      {edited && (
        <CommissionDialog
          commission={edited}
          agency={props.agency}
          onKeep={keep}
          onClose={() => setEdited(null)}
        />
      )}
    </Box>
  )
}

function commissionText({ scope, amount, startsOn, endsOn }: Commission): string {
  const parts = [shippedExpertRules.scopes[scope].name]
  if (amount !== null) parts.push(`${formatWan(amount)} 万元`)
  if (startsOn || endsOn) parts.push(`${startsOn}—${endsOn}`)
  return parts.join('，')
}

function blankCommission(): Commission {
  const id = nextId()
  return {
    id,
    subject: '',
    scope: 'evaluation',
    amount: null,
    startsOn: '',
    endsOn: '',
    quality: emptyQuality,
  }
}
