import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import GradingOutlined from '@mui/icons-material/GradingOutlined'
import GridViewOutlined from '@mui/icons-material/GridViewOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import LocationCityOutlined from '@mui/icons-material/LocationCityOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import SpeedOutlined from '@mui/icons-material/SpeedOutlined'
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined'
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined'
import type { ReactNode } from 'react'
import type { Permission } from '#domain/people/permissions'

type Place = { path: string; name: string; permission?: Permission }
export type Module = Place & {
  icon: ReactNode
  /** Only where books of other bureaus were collected, or the bureau is one that collects. */
  collecting?: true
  /** Its pages, in the order of the work; shown while one of them is open. */
  pages?: readonly Place[]
}

/** In the order of the founding document's process; a module appears when it exists. */
export const modules: readonly Module[] = [
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
      { path: '/closing-rules', name: '应用规则', permission: 'see-applications' },
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
