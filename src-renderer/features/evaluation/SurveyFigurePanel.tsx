import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { scoreText } from '#domain/evaluation/ranking'
import { type Survey, surveySteps } from '#domain/evaluation/survey'
import { marginText, type SurveyFigures } from '#domain/evaluation/survey-figures'
import { percentText, ratio } from '#domain/monitoring/ratio'
import { useSession } from '#session'
import { colours } from '#ui/theme'

/** Right of the tally: the satisfaction rate with its margin of error, and how many it takes. */
export function SurveyFigurePanel({ survey, figures }: { survey: Survey; figures: SurveyFigures }) {
  const rule = useSession().rules.evaluation.survey
  const returned = survey.handedOut > 0 ? ratio(figures.valid, survey.handedOut) : null
  const steps = surveySteps.slice(0, rule.satisfied).join('、')
  return (
    <Box
      component="aside"
      aria-label="满意度和抽样误差"
      tabIndex={0}
      sx={{
        ...{
          width: 'min(300px, 38vw)',
          flex: 'none',
          overflow: 'auto',
          fontSize: 13,
          lineHeight: '20px',
          p: 3,
        },
        ...{ display: 'grid', gap: 3, alignContent: 'start' },
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      <Figure name="满意率" value={figures.rate ? percentText(figures.rate) : '—'}>
        “{steps}”的回答占全部有效回答
      </Figure>
      <Figure name="抽样误差" value={marginText(figures.margin)}>
        {rule.confidence}% 置信水平，有效问卷 {figures.valid} 份，
        {survey.population > 0
          ? `调查对象 ${survey.population} 人（按有限总体修正）`
          : '调查对象人数不详，按很大的总体计算'}
      </Figure>
      <Figure
        name="需要的样本量"
        value={`${figures.needed} 份`}
        colour={figures.valid === 0 ? colours.text : figures.isEnough ? colours.ok : colours.attention}
      >
        误差不超过 ±{rule.margin}%；
        {figures.valid === 0
          ? '还没有计票'
          : figures.isEnough
            ? '● 已达到'
            : `▲ 还差 ${figures.needed - figures.valid} 份`}
      </Figure>
      <Figure name="加权满意度" value={figures.weighted ? `${scoreText(figures.weighted)} 分` : '—'}>
        {surveySteps.map((name, step) => `${name} ${rule.values[step]}`).join('、')}
      </Figure>
      {returned && (
        <Figure name="回收率" value={percentText(returned)}>
          发放 {survey.handedOut} 份
        </Figure>
      )}
      <Box sx={{ color: colours.secondary, fontSize: 12 }}>
        公式：n₀＝z²p(1－p)÷e²，n＝n₀÷(1＋(n₀－1)÷N)，z＝{(rule.z / 100).toFixed(2)}
        ，p＝0.5（Cochran，Sampling Techniques）。档次和分值：{rule.clause}〔{rule.mark}〕。
      </Box>
    </Box>
  )
}

function Figure(props: { name: string; value: string; colour?: string; children: ReactNode }) {
  return (
    <Box>
      <Box sx={{ color: colours.secondary, fontSize: 12 }}>{props.name}</Box>
      <Box sx={{ fontSize: 18, fontWeight: 600, lineHeight: '26px', color: props.colour ?? colours.text }}>
        {props.value}
      </Box>
      <Box>{props.children}</Box>
    </Box>
  )
}
