import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Figure, MetricCase } from '#domain/appraisals/measure'
import { type MetricId, metricNames } from '#domain/appraisals/metric-names'
import type { Figures, Measures } from '#domain/appraisals/metrics'
import { metricsOf, type SchemeItem } from '#domain/appraisals/scheme'
import { partPoints } from '#domain/appraisals/score'
import { scoreText } from '#domain/evaluation/points'
import { formatWan } from '#domain/money'
import { colours } from '#ui/theme'
import { casePath } from './appraisal-rows.ts'
import { cardStyle } from './ItemPane.tsx'

const shownFirst = 20

/** What the book says of an item: done of due by each metric with its formula, and every case that is missing. */
export function ItemFigures(props: { item: SchemeItem; figures: Figures; measures: Measures }) {
  const { item, figures, measures } = props
  const ids = metricsOf(item)
  if (ids.length === 0) return null
  return (
    <Box component="section" aria-label="自动取数" sx={cardStyle}>
      {ids.map((id) => (
        <MetricBlock key={id} id={id} item={item} figures={figures} cases={measures[id]?.cases ?? null} />
      ))}
    </Box>
  )
}

export function figureText(id: MetricId, { done, due, times }: Figure): string {
  if (metricNames[id].counts === 'count') return `${times}（${due} 个对象）`
  if (id === 'evaluation-money') return `${formatWan(done)} / ${formatWan(due)} 万元`
  return `${done} / ${due}`
}

function MetricBlock(props: {
  id: MetricId
  item: SchemeItem
  figures: Figures
  cases: readonly MetricCase[] | null
}) {
  const { id, item, figures, cases } = props
  const [all, setAll] = useState(false)
  const figure = figures[id]
  const part = item.method.kind === 'rate' ? item.method.parts.find(({ metric }) => metric === id) : undefined
  const points = part ? partPoints(part, figures) : null
  const shown = all ? cases : cases?.slice(0, shownFirst)
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 3, fontSize: 13 }}>
        <Box sx={{ fontWeight: 600 }}>{metricNames[id].name}</Box>
        <Box sx={{ flex: 1 }}>
          {figure ? figureText(id, figure) : '本机没有这些数据，以填报为准'}
          {figure?.due === 0 && '（没有应办事项）'}
        </Box>
        {part && points !== null && (
          <Box>
            {scoreText(points)} / {part.points / 100} 分
          </Box>
        )}
      </Box>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        {metricNames[id].formula}
        {part && part.target !== 10_000 && `；达到 ${part.target / 100}% 得满分`}
      </Box>
      {shown && shown.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, fontSize: 13, lineHeight: '20px' }}>
          {shown.map((each) => (
            <Box component="li" key={each.id} sx={{ display: 'flex', gap: 2, py: 0.5 }}>
              <CaseName {...each} />
              <Box sx={{ color: each.isLost ? colours.alarm : colours.secondary }}>
                {each.isLost && '■ '}
                {each.text}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      {cases && cases.length > shownFirst && (
        <Button size="small" onClick={() => setAll(!all)}>
          {all ? '只看前 20 个' : `全部 ${cases.length} 个`}
        </Button>
      )}
    </Box>
  )
}

export function CaseName({ place, id, name }: Pick<MetricCase, 'place' | 'id' | 'name'>) {
  const path = casePath({ place, id })
  return path === '' ? (
    <Box component="span">{name}</Box>
  ) : (
    <Box component={Link} to={path} sx={{ color: 'primary.main' }}>
      {name || '未填名称'}
    </Box>
  )
}
