import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import type { Unit } from '#domain/year-book'
import type { GoalRow } from '#storage/goals'

/** 下一步: only what is really open, in the order of the process. */
export function NextSteps({ rows, units }: { rows: readonly GoalRow[]; units: readonly Unit[] }) {
  const covered = new Set(rows.map((row) => row.unitId))
  const parents = new Set(units.map((unit) => unit.parentId))
  // A department that only gathers its units need not have goals of its own.
  const missing = units.filter((unit) => !covered.has(unit.id) && !parents.has(unit.id))
  const steps = [
    {
      count: rows.filter((row) => row.status === 'draft' && row.health.errors > 0).length,
      text: '个草稿有错误，改正后才能送审',
      to: '/goals?status=draft&finding=error',
    },
    {
      count: rows.filter((row) => row.status === 'returned').length,
      text: '个目标已退回，等待修改',
      to: '/goals?status=returned',
    },
    {
      count: rows.filter((row) => row.status === 'draft' && row.health.errors === 0).length,
      text: '个草稿没有错误，可以送审',
      to: '/goals?status=draft&finding=clean',
    },
    {
      count: rows.filter((row) => row.status === 'rejected').length,
      text: '个目标未通过，不得安排预算',
      to: '/goals?status=rejected',
    },
    {
      count: rows.filter((row) => row.status === 'submitted').length,
      text: '个目标待初审',
      to: '/goals?status=submitted',
    },
  ].filter((step) => step.count > 0)

  return (
    <Paper variant="outlined" component="section" aria-label="下一步" sx={{ p: 3 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        下一步
      </Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {steps.map((step) => (
          <li key={step.text}>
            <Link to={step.to}>
              {step.count.toLocaleString('zh-CN')} {step.text}
            </Link>
          </li>
        ))}
        {missing.length > 0 && (
          <li>
            {missing.length.toLocaleString('zh-CN')} 个单位还没有目标：
            {missing.slice(0, 5).map((unit, index) => (
              <span key={unit.id}>
                {index > 0 && '、'}
                <Link to={`/goals?unit=${unit.id}`}>{unit.name}</Link>
              </span>
            ))}
            {missing.length > 5 && ' 等'}
          </li>
        )}
        {steps.length === 0 && missing.length === 0 && <li>本年度目标已全部批复。</li>}
      </Box>
    </Paper>
  )
}
