import Box from '@mui/material/Box'
import { referralKinds } from '#domain/applications/rules'
import { colours } from '#ui/theme'
import type { PartProps } from './part.ts'

/** What was handed to 监督检查局, and how it was handled. */
export function PartReferrals({ application }: PartProps) {
  return (
    <Box sx={{ display: 'grid', gap: 2, fontSize: 13, lineHeight: '20px' }}>
      {application.referrals.map((referral) => (
        <Box key={`${referral.on} ${referral.kind} ${referral.reason}`}>
          <Box>
            <Box component="span" sx={{ color: colours.attention, fontWeight: 600 }}>
              ▲ {referralKinds[referral.kind]}
            </Box>{' '}
            {referral.on} 移送：{referral.reason}
          </Box>
          <Box sx={{ color: referral.handledOn === '' ? colours.secondary : colours.text }}>
            {referral.handledOn === ''
              ? '监督检查局正在处理。'
              : `${referral.handledOn} 处理：${referral.handling}`}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
