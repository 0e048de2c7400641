import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { goalStatuses } from '#domain/goals/goal'
import { addUp, formatWan } from '#domain/money'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { reachedGoalRows } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Coverage } from './Coverage.tsx'
import { NextSteps } from './NextSteps.tsx'
import { TodoList } from './TodoList.tsx'
import { TourButton, TourOffer } from './TourOffer.tsx'

/** 首页: where we are, what is missing, what comes next; every number opens its rows. */
export function HomePage() {
  const { book, by } = useSession()
  const rows = useLiveQuery(() => reachedGoalRows(book.id, by), [book.id, by])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const figures = useMemo(() => {
    const all = rows ?? []
    const counted = (status: string) => all.filter((row) => row.status === status).length
    const held = (['draft', 'returned', 'submitted', 'joint', 'reviewed', 'approved'] as const).map(
      (status) => ({
        name: goalStatuses[status],
        value: counted(status),
        unit: '个',
        to: `/goals?status=${status}`,
      }),
    )
    return [
      { name: '目标', value: all.length, unit: '个', to: '/goals' },
      ...held,
      {
        name: '有错误',
        value: all.filter((row) => row.health.errors > 0).length,
        unit: '个',
        to: '/goals?finding=error',
      },
    ]
  }, [rows])

  if (!rows || !units) return null
  if (!may(by, 'see-goals')) return <KeeperHome />
  const total = addUp(rows.map((row) => row.total))
  return (
    <>
      <PageHead title="首页">
        <TourButton />
        {may(by, 'import-goals') && (
          <Button variant="contained" component={Link} to="/goals/import">
            导入表格
          </Button>
        )}
      </PageHead>
      <TourOffer />
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
            sx={{ display: 'grid', gridTemplateColumns: 'repeat(9, auto)' }}
          >
            {figures.map((figure) => (
              <Figure key={figure.name} {...figure} value={figure.value.toLocaleString('zh-CN')} />
            ))}
            <Figure name="申报金额" value={formatWan(total)} unit="万元" to="/goals?sort=total&order=down" />
          </Paper>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)', gap: 4 }}>
            <TodoList />
            <NextSteps rows={rows} units={units} />
          </Box>
          <Coverage rows={rows} />
        </Box>
      )}
    </>
  )
}

/** Who keeps the system sees no budgets: the way to what the duty is for. */
function KeeperHome() {
  const { by } = useSession()
  const manages = may(by, 'see-accounts')
  return (
    <>
      <PageHead title="首页" />
      <EmptyState
        text={
          manages
            ? '系统管理职责只管理账户，不看业务内容和操作记录。'
            : '安全审计职责只查看操作记录，不管理账户，也不看业务内容。'
        }
      >
        <Button variant="outlined" component={Link} to={manages ? '/settings/accounts' : '/settings/audit'}>
          {manages ? '管理账户' : '查看操作记录'}
        </Button>
      </EmptyState>
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
