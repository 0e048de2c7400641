import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { saveCurve } from '#actions/save-curve'
import { type Curve, curveFault, referenceOf, timePoints } from '#domain/execution/curve'
import { shippedCurveRules, type TemplateId } from '#domain/execution/curve-rules'
import { months } from '#domain/execution/execution'
import { parseShare, type Share, shareText } from '#domain/execution/rate'
import type { Goal } from '#domain/goals/goal'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { CurvePicture } from './CurvePicture.tsx'

type Template = TemplateId | 'custom'

const { templates } = shippedCurveRules
const choices: Readonly<Record<Template, string>> = {
  even: templates.even.name,
  quarterly: templates.quarterly.name,
  once: templates.once.name,
  works: templates.works.name,
  school: templates.school.name,
  custom: '自定义',
}

const faults = {
  count: '应填 12 个月。',
  range: '应在 0 到 100 之间。',
  falls: '不应低于上月：进度是累计数。',
  end: '12 月应为 100。',
} as const

/** 用款计划 of a project: a template or the months themselves, cumulative in percent, and why. */
export function CurveDialog(props: { goal: Goal; curve: Curve | null; month: number; onClose: () => void }) {
  const { goal, curve, month } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const byDefault = referenceOf(goal, null)
  const shown = referenceOf(goal, curve)
  const [template, setTemplate] = useState<Template>(shown.template === 'time' ? 'even' : shown.template)
  const [points, setPoints] = useState<readonly Share[]>(shown.points)
  const [reason, setReason] = useState(curve?.reason ?? '')
  const fault = curveFault(points)

  function choose(chosen: Template) {
    setTemplate(chosen)
    if (chosen !== 'custom') setPoints(templates[chosen].points)
  }
  function putPoint(index: number, text: string) {
    const share = parseShare(text)
    if (share === null) return
    setTemplate('custom')
    setPoints(points.map((point, at) => (at === index ? share : point)))
  }
  function save(wanted: Parameters<typeof saveCurve>[2]) {
    attempt(async () => {
      await saveCurve(goal.id, curve?.revision ?? 0, wanted, by)
      say(wanted ? '用款计划已保存，未汇总的监控表按新的计划亮灯。' : '已恢复默认用款计划。')
      props.onClose()
    })
  }

  return (
    <ConfirmDialog
      open
      title={`用款计划：${goal.name}`}
      action="保存计划"
      disabled={fault !== null || reason.trim() === ''}
      onCancel={props.onClose}
      onConfirm={() => save({ template, points: [...points], reason })}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ fontSize: 13, color: colours.secondary }}>
          默认：{byDefault.name}（{byDefault.reason}）。
          {curve && (
            <Button size="small" onClick={() => save(null)} sx={{ ml: 1 }}>
              恢复默认
            </Button>
          )}
        </Box>
        <ChoiceField
          label="计划类型"
          value={template}
          choices={choices}
          onCommit={(chosen) => chosen && choose(chosen)}
        />
        <CurvePicture points={points} time={timePoints} month={month} />
        <Box
          role="group"
          aria-label="各月累计进度"
          sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(6, 1fr)' }}
        >
          {months.map((each, index) => (
            <TextField
              key={each}
              label={`${each} 月`}
              hint="%"
              align="right"
              value={shareText(points[index] ?? 0)}
              onCommit={(text) => putPoint(index, text)}
            />
          ))}
        </Box>
        {fault && (
          <Box role="alert" sx={{ fontSize: 13, color: colours.alarm }}>
            ■ {fault.month > 0 ? `${fault.month} 月` : ''}
            {faults[fault.fault]}
          </Box>
        )}
        <TextField label="编制依据" hint="必填，如合同约定的付款节点" value={reason} onCommit={setReason} />
      </Box>
    </ConfirmDialog>
  )
}
