import Box from '@mui/material/Box'
import { Link } from 'react-router'
import type { Board } from '#domain/dashboard/board'
import { lightKindList } from '#domain/dashboard/lights'
import type { Warning } from '#domain/dashboard/warnings'
import { formatRate } from '#domain/execution/rate'
import { formatWan } from '#domain/money'
import { lightColours, lightKinds } from '#domain/monitoring/lights'
import { LightMark, lightLooks } from '#ui/LightMark.tsx'
import { colours } from '#ui/theme'
import { briefPath, type DrillTo, formPath } from './board-address.ts'

const cell = { p: '6px 8px', borderBottom: `1px solid ${colours.line}`, verticalAlign: 'top' } as const
const heads = [
  { text: '项目', width: '24%' },
  { text: '灯', width: 96 },
  { text: '原因', width: '34%' },
  { text: '责任单位、归口股室', width: '17%' },
  { text: '差额（万元）', width: 104, right: true },
  { text: '进度', width: 66, right: true },
  { text: '已有', width: 72, right: true },
  { text: '进展', width: 76 },
]

/** The worst projects with cause, owner and age; the rest is one click away. */
export function BoardWarnings({ board, to }: { board: Board; to: DrillTo }) {
  const { warnings, warningCount, redCount } = board
  return (
    <Box
      component="section"
      aria-label="预警项目"
      sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 3 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3 }}>
        <Box component="h2" sx={{ m: 0, fontSize: 14, fontWeight: 600, flex: 1 }}>
          {warningCount === 0
            ? '没有预警的项目'
            : `最需要处理的 ${warnings.length} 个项目（共 ${warningCount} 个预警或关注，其中红灯 ${redCount} 个）`}
        </Box>
        {warningCount > 0 && (
          <Box component={Link} to={to('warning')} sx={{ displayPrint: 'none' }}>
            查看全部 {warningCount} 个
          </Box>
        )}
      </Box>
      {warnings.length > 0 && (
        <Box
          component="table"
          aria-label="预警项目"
          sx={{ borderCollapse: 'collapse', width: '100%', fontSize: 13, tableLayout: 'fixed', mt: 2 }}
        >
          <thead>
            <tr>
              {heads.map(({ text, width, right }) => (
                <Box
                  component="th"
                  scope="col"
                  key={text}
                  sx={{
                    ...cell,
                    width,
                    bgcolor: colours.head,
                    fontWeight: 600,
                    textAlign: right ? 'right' : 'left',
                  }}
                >
                  {text}
                </Box>
              ))}
            </tr>
          </thead>
          <tbody>
            {warnings.map((warning) => (
              <WarningRow key={warning.id} warning={warning} month={board.filter.month} />
            ))}
          </tbody>
        </Box>
      )}
    </Box>
  )
}

function WarningRow({ warning, month }: { warning: Warning; month: number }) {
  const { disposalId, state, since, days } = warning
  return (
    <tr>
      <Box component="td" sx={cell}>
        <Link to={formPath(warning)}>{warning.name}</Link>
        <Box sx={{ fontSize: 12, displayPrint: 'none' }}>
          <Link to={briefPath(warning.goalId, month)}>项目简报</Link>
        </Box>
      </Box>
      <Box component="td" sx={cell}>
        <LightMark colour={warning.worst} />
        <Box sx={{ letterSpacing: 2, whiteSpace: 'nowrap' }}>
          {lightKindList.map((kind) => {
            const look = lightLooks[warning.colours[kind]]
            const words = `${lightKinds[kind]}：${lightColours[warning.colours[kind]]}`
            return (
              <Box
                component="span"
                key={kind}
                role="img"
                aria-label={words}
                title={words}
                sx={{ color: look.colour }}
              >
                {look.shape}
              </Box>
            )
          })}
        </Box>
      </Box>
      <Box component="td" sx={cell}>
        {warning.cause}
        {warning.unitCause !== '' && (
          <Box sx={{ fontSize: 12, color: colours.secondary }}>单位说明：{warning.unitCause}</Box>
        )}
      </Box>
      <Box component="td" sx={cell}>
        {warning.unitName}
        <Box sx={{ fontSize: 12, color: colours.secondary }}>{warning.sectionName || '未归口'}</Box>
      </Box>
      <Box component="td" sx={{ ...cell, textAlign: 'right' }}>
        {formatWan(warning.gap)}
      </Box>
      <Box component="td" sx={{ ...cell, textAlign: 'right' }}>
        {formatRate(warning.rate)}
      </Box>
      <Box component="td" sx={{ ...cell, textAlign: 'right' }} title={`自 ${since} 起`}>
        {days} 天
      </Box>
      <Box component="td" sx={cell}>
        {disposalId === '' ? state : <Link to={`/disposals/${disposalId}`}>{state || '处置'}</Link>}
      </Box>
    </tr>
  )
}
