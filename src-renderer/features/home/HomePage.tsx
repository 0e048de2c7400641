import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { addUp, formatWan } from '#domain/money'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { goalRows } from '#storage/goals'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Coverage } from './Coverage.tsx'
import { NextSteps } from './NextSteps.tsx'

/** 首页: where we are, what is missing, what comes next; every number opens its rows. */
export function HomePage() {
  const { book } = useSession()
  const rows = useLiveQuery(() => goalRows(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const figures = useMemo(() => {
    const all = rows ?? []
    const counted = (status: string) => all.filter((row) => row.status === status).length
    return [
      { name: '目标', value: all.length, unit: '个', to: '/goals' },
      { name: '草稿', value: counted('draft'), unit: '个', to: '/goals?status=draft' },
      { name: '已退回', value: counted('returned'), unit: '个', to: '/goals?status=returned' },
      { name: '已送审', value: counted('submitted'), unit: '个', to: '/goals?status=submitted' },
      { name: '已批复', value: counted('approved'), unit: '个', to: '/goals?status=approved' },
      {
        name: '有错误',
        value: all.filter((row) => row.health.errors > 0).length,
        unit: '个',
        to: '/goals?finding=error',
      },
    ]
  }, [rows])

  if (!rows || !units) return null
  const total = addUp(rows.map((row) => row.total))
  return (
    <>
      <PageHead title="首页">
        <Button variant="contained" component={Link} to="/goals/import">
          导入表格
        </Button>
      </PageHead>
      {rows.length === 0 ? (
        <EmptyState text={`${book.year} 年度还没有目标。先录入单位，再导入各单位报来的表格。`}>
          <Button variant="outlined" component={Link} to="/settings/units">
            录入单位
          </Button>
          <Button variant="outlined" component={Link} to="/goals/import">
            导入各单位的表格
          </Button>
        </EmptyState>
      ) : (
        <Box sx={{ p: 4, display: 'grid', gap: 4, maxWidth: 1600 }}>
          <Paper
            variant="outlined"
            component="section"
            aria-label="目标状态"
            sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)' }}
          >
            {figures.map((figure) => (
              <Figure key={figure.name} {...figure} value={figure.value.toLocaleString('zh-CN')} />
            ))}
            <Figure name="申报金额" value={formatWan(total)} unit="万元" to="/goals?sort=total&order=down" />
          </Paper>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)', gap: 4 }}>
            <Coverage rows={rows} />
            <NextSteps rows={rows} units={units} />
          </Box>
        </Box>
      )}
    </>
  )
}

function Figure(props: { name: string; value: string; unit: string; to: string }) {
  return (
    <Box
      component={Link}
      to={props.to}
      sx={{
        p: 3,
        color: 'text.primary',
        textDecoration: 'none',
        '&:not(:last-child)': { borderRight: 1, borderColor: 'divider' },
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {props.name}
      </Typography>
      <Box sx={{ fontSize: 22, fontWeight: 600, whiteSpace: 'nowrap' }}>
        {props.value}{' '}
        <Box component="span" sx={{ fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>
          {props.unit}
        </Box>
      </Box>
    </Box>
  )
}
