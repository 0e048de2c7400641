import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { scoreText } from '#domain/evaluation/points'
import { sheetSums } from '#domain/evaluation/score-sheet'
import { calibrationOf, type DeskItem } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { gradeOf } from '#domain/grade'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import { GradeMark } from './StateMark.tsx'

/** Always in sight: how far, what it comes to, the grade once it is whole, and what is still missing. */
export function ScoreSums(props: {
  task: EvaluationTask
  sheet: KeptSheet
  sheets: readonly KeptSheet[]
  items: readonly DeskItem[]
  onJump: (index: number) => void
}) {
  const { task, sheet, items } = props
  const { rules } = useSession()
  const { points, lost, unproven, open } = sheetSums(sheet, task.system, rules.evaluation)
  const full = points + lost + unproven + open
  const done = items.filter(({ state }) => state !== 'open').length
  const most = Math.min(
    ...rules.evaluation.scoring.vetoes.filter(({ id }) => sheet.vetoes.includes(id)).map((veto) => veto.most),
    points,
  )
  const codes = [
    { code: 'reason', name: '缺理由', of: ['reason-missing', 'unproven-reason'] },
    { code: 'evidence', name: '缺佐证', of: ['evidence-missing'] },
  ].map((each) => ({
    ...each,
    at: items.flatMap(({ problems }, index) =>
      problems.some(({ code }) => each.of.includes(code)) ? [index] : [],
    ),
  }))
  return (
    <Box
      role="status"
      aria-label="评分合计"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 5,
        px: 4,
        height: 40,
        fontSize: 13,
        whiteSpace: 'nowrap',
        bgcolor: colours.surface,
        borderBottom: `1px solid ${colours.line}`,
      }}
    >
      <span>
        已评 <b>{done}</b>/{items.length}
      </span>
      <Box
        aria-hidden="true"
        sx={{ width: 96, height: 6, bgcolor: colours.line, borderRadius: '3px', overflow: 'hidden' }}
      >
        <Box
          sx={{
            width: `${items.length === 0 ? 0 : Math.round((done / items.length) * 100)}%`,
            height: '100%',
            bgcolor: colours.primary,
          }}
        />
      </Box>
      <Sum name="得分" value={most} strong />
      <Sum name="扣分" value={lost} />
      <Sum name="未证实" value={unproven} />
      <Sum name="未评" value={open} />
      {/* A few indicators of a second round have no grade. */}
      {props.sheet.round === 1 && (
        <span>
          等级{' '}
          {open === 0 && full > 0 ? (
            <GradeMark grade={gradeOf(most, full, rules.evaluation.bands)} />
          ) : (
            <Box component="span" sx={{ color: colours.secondary }}>
              评完后显示
            </Box>
          )}
        </span>
      )}
      <Box sx={{ flex: 1 }} />
      <Calibration task={task} sheets={props.sheets} />
      {codes.map(
        ({ code, name, at }) =>
          at[0] !== undefined && (
            <Button
              key={code}
              size="small"
              sx={{ color: colours.alarm }}
              onClick={() => props.onJump(at[0] ?? 0)}
            >
              ■ {name} {at.length}
            </Button>
          ),
      )}
    </Box>
  )
}

function Sum({ name, value, strong }: { name: string; value: number; strong?: boolean }) {
  return (
    <span>
      {name} <b style={{ fontSize: strong ? 16 : 13 }}>{scoreText(value)}</b>
    </span>
  )
}

/** What all experts gave the calibration item, once each has: to see that they read the standard alike. */
function Calibration({ task, sheets }: { task: EvaluationTask; sheets: readonly KeptSheet[] }) {
  const { rules } = useSession()
  const calibration = calibrationOf(task, sheets, rules.evaluation)
  if (!calibration || calibration.points.length === 0) return null
  return (
    <Box sx={{ color: calibration.isFar ? colours.attention : colours.secondary }}>
      {calibration.isFar ? '▲ ' : ''}校准 {calibration.points.map((points) => scoreText(points)).join('、')}
      {calibration.isFar ? '，差距较大，请统一尺度' : ''}
    </Box>
  )
}
