import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import type { BriefWarning, SummarySum } from '#domain/dashboard/summary'
import { monthsText } from '#domain/monitoring/round'
import { LightMark } from '#ui/LightMark.tsx'
import { colours } from '#ui/theme'

type Props = { sum: SummarySum & { isStale: boolean }; most: number }

/** 预警: how many projects are red and yellow, and the worst of them with their cause. */
export function WarningCard({ sum, most }: Props) {
  const { red, yellow, month, isStale, warned } = sum
  const at = month > 0 ? `&month=${month}` : ''
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="预警"
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'hidden' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', px: 3, pt: 2, gap: 2, flex: 'none' }}>
        <Typography variant="h3" component="h2">
          预警
        </Typography>
        <Box sx={{ fontSize: 12, color: colours.secondary }}>
          {month > 0 && monthsText(month)}
          {isStale && ' · 正在更新'}
        </Box>
        <Box component={Link} to="/dashboard" sx={{ ml: 'auto', fontSize: 13 }}>
          看板
        </Box>
      </Box>
      <Box sx={{ display: 'flex', gap: 4, px: 3, py: 1, fontSize: 16, fontWeight: 600, flex: 'none' }}>
        <Count to={`/dashboard/projects?show=red${at}`} colour="red" count={red} />
        <Count to={`/dashboard/projects?show=yellow${at}`} colour="yellow" count={yellow} />
      </Box>
      {red + yellow === 0 && (
        <Box sx={{ px: 3, pb: 3, fontSize: 13, color: colours.secondary }}>
          {month === 0 ? '导入国库台账或收到监控表后，这里显示预警。' : '没有预警。'}
        </Box>
      )}
      {most > 0 && warned.length > 0 && (
        <Box
          component="ul"
          tabIndex={0}
          aria-label="最需要关注的项目"
          sx={{
            ...{ listStyle: 'none', m: 0, p: 0, overflow: 'auto', minHeight: 0 },
            borderTop: `1px solid ${colours.line}`,
          }}
        >
          {warned.slice(0, most).map((each) => (
            <WarningRow key={each.goalId} warning={each} />
          ))}
        </Box>
      )}
    </Paper>
  )
}

function Count({ to, colour, count }: { to: string; colour: 'red' | 'yellow'; count: number }) {
  if (count === 0) return <LightMark colour={colour} count={0} />
  return (
    <Box component={Link} to={to} sx={{ textDecorationColor: colours.control }}>
      <LightMark colour={colour} count={count} />
    </Box>
  )
}

function WarningRow({ warning }: { warning: BriefWarning }) {
  const { goalId, formId, name, unitName, cause } = warning
  return (
    <Box component="li" sx={{ px: 3, py: 1, borderBottom: `1px solid ${colours.line}`, fontSize: 13 }}>
      <Box
        component={Link}
        to={formId === '' ? `/goals/${goalId}` : `/monitoring/${formId}`}
        title={name}
        sx={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {name}
      </Box>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        {unitName}：{cause}
      </Box>
    </Box>
  )
}
