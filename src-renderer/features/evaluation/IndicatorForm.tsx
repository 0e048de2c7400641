import Box from '@mui/material/Box'
import {
  type IndicatorSystem,
  type Method,
  type SystemIndicator,
  scoringMethods,
} from '#domain/evaluation/indicator-system'
import { withIndicator } from '#domain/evaluation/system-table'
import { formatWeight } from '#domain/goals/weights'
import { colours } from '#ui/theme'
import { MethodForm } from './MethodForm.tsx'

/** What one indicator is scored by; name, points and texts stand in the sheet. */
export function IndicatorForm(props: {
  indicator: SystemIndicator
  readOnly: boolean
  onChange: (patch: (before: IndicatorSystem) => IndicatorSystem) => void
}) {
  const { indicator, readOnly, onChange } = props
  function put(method: Method) {
    onChange((before) => withIndicator(before, indicator.id, (one) => ({ ...one, method })))
  }
  return (
    <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px', display: 'grid', gap: 2 }}>
      <Box sx={{ fontWeight: 600, fontSize: 14 }}>
        {indicator.name || '（未填名称）'}　{formatWeight(indicator.points)} 分
      </Box>
      {indicator.explanation !== '' && <Box sx={{ color: colours.secondary }}>{indicator.explanation}</Box>}
      <Box>
        评分方式：<b>{scoringMethods[indicator.method.kind]}</b>
      </Box>
      <MethodForm method={indicator.method} points={indicator.points} readOnly={readOnly} onChange={put} />
      <Box sx={{ color: colours.secondary, fontSize: 12 }}>
        依据：{indicator.clause}〔{indicator.mark}〕
      </Box>
    </Box>
  )
}
