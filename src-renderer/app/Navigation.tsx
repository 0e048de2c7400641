import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import GradingOutlined from '@mui/icons-material/GradingOutlined'
import GridViewOutlined from '@mui/icons-material/GridViewOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeft'
import KeyboardDoubleArrowRight from '@mui/icons-material/KeyboardDoubleArrowRight'
import LocationCityOutlined from '@mui/icons-material/LocationCityOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import SpeedOutlined from '@mui/icons-material/SpeedOutlined'
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined'
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Tooltip from '@mui/material/Tooltip'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { savePreference } from '#actions/save-preference'
import { may, type Permission } from '#domain/people/permissions'
import { useSession } from '#session'
import { preference } from '#storage/preferences'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

type Place = { path: string; name: string; permission?: Permission }
type Module = Place & {
  icon: ReactNode
  /** Only where books of other bureaus were collected, or the bureau is one that collects. */
  collecting?: true
  /** Its pages, in the order of the work; shown while one of them is open. */
  pages?: readonly Place[]
}

/** In the order of the founding document's process; a module appears when it exists. */
const modules: readonly Module[] = [
  { path: '/', name: '首页', icon: <HomeOutlined fontSize="small" /> },
  {
    path: '/coverage',
    name: '三全覆盖',
    icon: <GridViewOutlined fontSize="small" />,
    permission: 'see-coverage',
    pages: [
      { path: '/coverage', name: '覆盖图', permission: 'see-coverage' },
      { path: '/coverage/road', name: '路线图', permission: 'see-coverage' },
      { path: '/analysis', name: '预算分析', permission: 'see-analysis' },
    ],
  },
  { path: '/goals', name: '目标', icon: <FlagOutlined fontSize="small" />, permission: 'see-goals' },
  {
    path: '/assessments',
    name: '事前评估',
    icon: <FactCheckOutlined fontSize="small" />,
    permission: 'see-assessments',
  },
  {
    path: '/monitoring',
    name: '监控',
    icon: <SpeedOutlined fontSize="small" />,
    permission: 'see-monitoring',
    pages: [
      { path: '/dashboard', name: '看板', permission: 'see-dashboard' },
      { path: '/monitoring/plan', name: '年度计划', permission: 'see-monitoring' },
      { path: '/execution', name: '预算执行', permission: 'see-execution' },
      { path: '/monitoring', name: '监控台账', permission: 'see-monitoring' },
      { path: '/monitoring/screening', name: '筛查', permission: 'see-screening' },
      { path: '/monitoring/checks', name: '重点核查', permission: 'see-spot-checks' },
      { path: '/disposals', name: '监控处置', permission: 'see-disposals' },
      { path: '/monitoring/reports', name: '总报告', permission: 'see-round-reports' },
      { path: '/monitoring/lines', name: '预警线', permission: 'see-monitoring' },
    ],
  },
  {
    path: '/evaluation',
    name: '评价',
    icon: <GradingOutlined fontSize="small" />,
    permission: 'see-evaluation-tasks',
    pages: [
      { path: '/evaluation/plan', name: '评价计划', permission: 'see-evaluation-plan' },
      { path: '/evaluation/self', name: '单位自评', permission: 'see-self-evaluations' },
      { path: '/evaluation/credibility', name: '自评可信度', permission: 'see-credibility' },
      { path: '/evaluation/systems', name: '指标体系', permission: 'see-indicator-systems' },
      { path: '/evaluation/tasks', name: '评价任务', permission: 'see-evaluation-tasks' },
      { path: '/evaluation/surveys', name: '满意度问卷', permission: 'see-surveys' },
      { path: '/evaluation/ranking', name: '排名', permission: 'see-evaluation-tasks' },
      { path: '/evaluation/rules', name: '评价规则', permission: 'see-evaluation-plan' },
    ],
  },
  {
    path: '/applications',
    name: '应用与考核',
    icon: <TaskAltOutlined fontSize="small" />,
    permission: 'see-applications',
    pages: [
      { path: '/applications', name: '结果应用', permission: 'see-applications' },
      { path: '/disclosures', name: '信息公开', permission: 'see-disclosures' },
      { path: '/appraisals', name: '工作考核', permission: 'see-appraisals' },
      { path: '/supervision', name: '督导登记', permission: 'see-supervision' },
      { path: '/work-plan', name: '年度工作', permission: 'see-work-plan' },
    ],
  },
  {
    path: '/counties',
    name: '区县汇总',
    icon: <LocationCityOutlined fontSize="small" />,
    permission: 'see-counties',
    collecting: true,
    pages: [
      { path: '/counties', name: '汇总', permission: 'see-counties' },
      { path: '/counties/ledger', name: '汇总台账', permission: 'see-counties' },
    ],
  },
  {
    path: '/exchange',
    name: '数据交换',
    icon: <SwapHorizOutlined fontSize="small" />,
    permission: 'see-exchange',
    pages: [
      { path: '/exchange/send', name: '生成数据包', permission: 'make-package' },
      { path: '/exchange/receive', name: '接收数据包', permission: 'see-exchange' },
      { path: '/exchange', name: '往来台账', permission: 'see-exchange' },
      { path: '/exchange/board', name: '收发看板', permission: 'see-exchange' },
      { path: '/exchange/peers', name: '往来单位', permission: 'see-exchange' },
      { path: '/exchange/folders', name: '收发文件夹', permission: 'see-exchange' },
    ],
  },
  { path: '/settings', name: '设置', icon: <SettingsOutlined fontSize="small" /> },
]

const itemStyle = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-start',
  gap: 3,
  height: 36,
  width: '100%',
  px: 3,
  fontSize: 14,
  borderLeft: '3px solid transparent',
  color: 'text.primary',
  textDecoration: 'none',
  '&:hover': { bgcolor: colours.head },
}

function contains(path: string, pathname: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
}

function isHere({ path, pages = [] }: Module, pathname: string): boolean {
  return contains(path, pathname) || pages.some((page) => contains(page.path, pathname))
}

/** The page of a module that is open: the longest of its paths that fits. */
function pageAt({ pages = [] }: Module, pathname: string): string | null {
  const fitting = pages.map(({ path }) => path).filter((path) => contains(path, pathname))
  return fitting.toSorted((left, right) => right.length - left.length)[0] ?? null
}

export function Navigation() {
  const { attempt } = useToast()
  const { by, book, books } = useSession()
  const collects = book.identity.level === 'city' || books.some(({ collected }) => collected !== undefined)
  // In a small window, as at 150 %, the page needs the room, until somebody unfolds it.
  const isSmall = useMediaQuery('(max-width: 1023px)')
  const kept = useLiveQuery(() => preference('navigation-folded'), [])
  const folded = typeof kept === 'boolean' ? kept : isSmall
  const { pathname } = useLocation()
  return (
    <Box
      component="nav"
      aria-label="主导航"
      sx={{
        width: folded ? 48 : 176,
        flex: 'none',
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
        display: 'flex',
        flexDirection: 'column',
        displayPrint: 'none',
      }}
    >
      <Box
        sx={{
          height: 48,
          display: 'flex',
          alignItems: 'center',
          px: folded ? 0 : 4,
          justifyContent: folded ? 'center' : 'flex-start',
          fontSize: folded ? 14 : 18,
          fontWeight: 600,
          color: 'primary.main',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        绩衡
      </Box>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, pt: 2, flex: 1, minHeight: 0, overflowY: 'auto' }}
      >
        {modules
          .filter(
            ({ permission, collecting }) => (!collecting || collects) && (!permission || may(by, permission)),
          )
          .map((module) => {
            const here = isHere(module, pathname)
            const page = here ? pageAt(module, pathname) : null
            return (
              <li key={module.path}>
                <Tooltip title={folded ? module.name : ''} placement="right">
                  <Box
                    component={Link}
                    to={module.path}
                    aria-current={here && !module.pages ? 'page' : undefined}
                    aria-label={folded ? module.name : undefined}
                    sx={{
                      ...itemStyle,
                      ...(here && {
                        bgcolor: colours.selected,
                        borderLeftColor: colours.primary,
                        color: 'primary.main',
                        fontWeight: 600,
                      }),
                    }}
                  >
                    {module.icon}
                    {!folded && module.name}
                  </Box>
                </Tooltip>
                {here && !folded && module.pages && (
                  <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                    {module.pages
                      .filter(({ permission }) => !permission || may(by, permission))
                      .map(({ path, name }) => (
                        <li key={path}>
                          <Box
                            component={Link}
                            to={path}
                            aria-current={path === page ? 'page' : undefined}
                            sx={{
                              ...itemStyle,
                              height: 32,
                              pl: '47px',
                              fontSize: 13,
                              ...(path === page && { color: 'primary.main', fontWeight: 600 }),
                            }}
                          >
                            {name}
                          </Box>
                        </li>
                      ))}
                  </Box>
                )}
              </li>
            )
          })}
      </Box>
      <ButtonBase
        aria-label={folded ? '展开导航' : '收起导航'}
        aria-expanded={!folded}
        onClick={() => attempt(() => savePreference('navigation-folded', !folded))}
        sx={{ ...itemStyle, color: 'text.secondary', fontSize: 13 }}
      >
        {folded ? (
          <KeyboardDoubleArrowRight fontSize="small" />
        ) : (
          <KeyboardDoubleArrowLeft fontSize="small" />
        )}
        {!folded && '收起'}
      </ButtonBase>
    </Box>
  )
}
