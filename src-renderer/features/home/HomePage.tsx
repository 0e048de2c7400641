import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { goalStatuses } from '#domain/goals/goal'
import { addUp, formatWan } from '#domain/money'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import type { GoalRow } from '#storage/goals'
import { deadlinesOf } from '#storage/home-deadlines'
import { localToday } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { reachedRows } from '#storage/reached-rows'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PrintedHead, printedWhole } from '#ui/PrintedHead.tsx'
import { BackupCard } from './BackupCard.tsx'
import { CountiesLine } from './CountiesLine.tsx'
import { Coverage } from './Coverage.tsx'
import { DeadlineList } from './DeadlineList.tsx'
import { Figures } from './Figures.tsx'
import { MoneyLine } from './MoneyLine.tsx'
import { NextSteps } from './NextSteps.tsx'
import { TodoList } from './TodoList.tsx'
import { TourButton, TourOffer } from './TourOffer.tsx'
import { useFollowed } from './use-followed.ts'
import { useHomeYear } from './use-home-year.ts'
import { useSummary } from './use-summary.ts'
import { WarningCard } from './WarningCard.tsx'
import { YearStrip } from './YearStrip.tsx'

/** 首页: what a person sees on opening. */
export function HomePage() {
  const { by } = useSession()
  return may(by, 'see-goals') ? <WorkHome /> : <KeeperHome />
}

/** The row of lists fills what the calendar and the line of figures leave of the first screen. */
const listHeight = 'max(250px, calc(100vh - 480px))'

/** Where the year is, what waits, what falls due, what warns; every number opens its rows. */
function WorkHome() {
  const { book, by } = useSession()
  const [today] = useState(localToday)
  // What waits comes first: everything else is read once it stands.
  const [isUsable, setUsable] = useState(false)
  const onRead = useCallback(() => setUsable(true), [])
  const { year, around } = useHomeYear(today, isUsable)
  const lines = useFollowed(
    around.map(({ id }) => id),
    useCallback(
      async () => (isUsable ? deadlinesOf(around, book.year, by, today) : undefined),
      [isUsable, around, book.year, by, today],
    ),
  )
  const rows = useFollowed(
    [book.id],
    useCallback(async () => (isUsable ? reachedRows(book.id, by) : undefined), [isUsable, book.id, by]),
  )
  const sum = useSummary()
  const isLeader = by.duty === 'leader'
  // What a city works with are the packages of its counties.
  const gathers = book.identity.level === 'city' && may(by, 'apply-package') && may(by, 'import-goals')
  return (
    <>
      <PageHead title="首页">
        <TourButton />
        {isLeader && (
          <Button variant="outlined" onClick={() => window.print()}>
            打印
          </Button>
        )}
        {may(by, 'import-goals') && (
          <Button variant={gathers ? 'outlined' : 'contained'} component={Link} to="/goals/import">
            {worksForUnit(book, by) ? '导入申报表' : '导入表格'}
          </Button>
        )}
        {gathers && (
          <Button variant="contained" component={Link} to="/exchange/receive">
            接收数据包
          </Button>
        )}
      </PageHead>
      <TourOffer />
      <Box
        sx={{
          ...{ p: 3, display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 1800 },
          ...printedWhole,
        }}
      >
        <PrintedHead title={`${book.year} 年度预算绩效管理情况`} note={`${book.identity.office}　${today}`} />
        {rows?.length === 0 && <NoGoals />}
        {isLeader && sum && <MoneyLine sum={sum} />}
        <CountiesLine />
        <YearStrip year={year} />
        <Box
          sx={{
            ...{ display: 'grid', gap: 3, height: listHeight, gridTemplateRows: 'minmax(0, 1fr)' },
            gridTemplateColumns: isLeader
              ? 'minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr)'
              : 'minmax(0, 5fr) minmax(0, 5fr) minmax(250px, 3fr)',
            // Rows of a grid that grow where a page ends run into what follows.
            '@media print': { display: 'block', height: 'auto', columns: 3, columnGap: 2 },
          }}
        >
          {isLeader ? sum && <WarningCard sum={sum} most={8} /> : <TodoList onRead={onRead} />}
          {lines ? <DeadlineList lines={lines} /> : <span />}
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, minHeight: 0 }}>
            {isLeader ? <TodoList onRead={onRead} /> : sum && <WarningCard sum={sum} most={8} />}
            <BackupCard today={today} />
          </Box>
        </Box>
        {rows && rows.length > 0 && <GoalsPart rows={rows} />}
      </Box>
    </>
  )
}

/** Whether the work here is that of a budget unit: on its own machine, or by the duty. */
function worksForUnit({ identity }: YearBook, by: Actor): boolean {
  return identity.level === 'unit' || by.duty === 'unit'
}

/** What there is of goals, and what is open of them. */
function GoalsPart({ rows }: { rows: readonly GoalRow[] }) {
  const { book, by } = useSession()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const figures = useMemo(() => figuresOf(rows), [rows])
  if (!units || !sections) return null
  const reached = reachedUnits(by, units, sections)
  return (
    <>
      <Figures label="目标状态" figures={figures} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)', gap: 3 }}>
        <Coverage rows={rows} />
        <NextSteps rows={rows} units={reached ? units.filter(({ id }) => reached.has(id)) : units} />
      </Box>
    </>
  )
}

/** The way to the first goal, before everything else: a unit writes its own, a bureau gathers them. */
function NoGoals() {
  const { book, books, by } = useSession()
  if (worksForUnit(book, by))
    return (
      <FirstStep
        text={`${book.year} 年度还没有目标。请新建，或导入已经填好的申报表；填好后送审，再生成上报包交财政局。`}
      >
        <Button variant="outlined" component={Link} to="/goals?new=1">
          新建目标
        </Button>
        <Button variant="outlined" component={Link} to="/goals/import">
          导入申报表
        </Button>
      </FirstStep>
    )
  if (by.use === 'looking') return null
  if (book.identity.level === 'city') {
    // What came from the counties is its work; goals of its own it need not have.
    if (books.some(({ collected, year }) => collected && year === book.year)) return null
    return (
      <FirstStep text="先在“往来单位”建立本机名片、收取各区县的名片，再把参数包发给各区县；区县报来的数据包导入后，在“区县汇总”查看。本级的目标另行导入。">
        <Button variant="outlined" component={Link} to="/exchange/peers">
          往来单位
        </Button>
        <Button variant="outlined" component={Link} to="/exchange/send">
          生成参数包
        </Button>
        <Button variant="outlined" component={Link} to="/settings/units">
          录入本级单位
        </Button>
      </FirstStep>
    )
  }
  return (
    <FirstStep text={`${book.year} 年度还没有目标。先录入单位，再导入各单位报来的表格。`}>
      <Button variant="outlined" component={Link} to="/settings/units">
        录入单位
      </Button>
      <Button variant="outlined" component={Link} to="/goals/import">
        导入各单位的表格
      </Button>
    </FirstStep>
  )
}

function FirstStep({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="从这里开始"
      sx={{ px: 4, py: 3, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}
    >
      <Box sx={{ flex: '1 1 420px' }}>{text}</Box>
      {children}
    </Paper>
  )
}

const shownStatuses = ['draft', 'returned', 'submitted', 'joint', 'reviewed', 'approved'] as const

function figuresOf(rows: readonly GoalRow[]) {
  const figure = (name: string, count: number, to: string) => ({
    ...{ name, value: count.toLocaleString('zh-CN'), unit: '个', to },
  })
  return [
    figure('目标', rows.length, '/goals'),
    ...shownStatuses.map((status) =>
      figure(
        goalStatuses[status],
        rows.filter((row) => row.status === status).length,
        `/goals?status=${status}`,
      ),
    ),
    figure('有错误', rows.filter(({ health }) => health.errors > 0).length, '/goals?finding=error'),
    {
      ...{ name: '申报金额', value: formatWan(addUp(rows.map(({ total }) => total))), unit: '万元' },
      to: '/goals?sort=total&order=down',
    },
  ]
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
