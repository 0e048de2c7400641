import type { Actor } from '../people/duties.ts'
import { may, type Permission } from '../people/permissions.ts'
import type { Level } from '../year-book.ts'

/** A step that can be asked for by its name: which row of the duty table its button asks, and the address where that stands. */
export type Command = {
  name: string
  permission: Permission
  path: string
  /** What comes of it, where one asks for that by its name: 催报函. */
  brings?: string
  /** On whose machines it is done; everywhere where it says nothing. */
  levels?: readonly Level[]
}

const bureaus: readonly Level[] = ['county', 'city']

/** The principal steps of the pages, in the order of the year's work. */
export const commands: readonly Command[] = [
  { name: '新建目标', permission: 'create-goal', path: '/goals?new=1' },
  { name: '导入申报表', permission: 'import-goals', path: '/goals/import' },
  { name: '批量送审目标', permission: 'submit-goal', path: '/goals?status=draft' },
  { name: '初审目标', permission: 'pass-first-review', path: '/goals/review' },
  { name: '会审目标', permission: 'pass-joint-review', path: '/goals/review' },
  { name: '批复目标', permission: 'approve-goal', path: '/goals?status=reviewed' },
  { name: '布置监控轮次', permission: 'open-round', path: '/monitoring/plan?new=1' },
  { name: '批量送审监控表', permission: 'submit-monitoring', path: '/monitoring?group=missing' },
  {
    ...{ name: '催报监控表', brings: '催报函' },
    ...{ permission: 'see-review', path: '/monitoring?group=missing' },
  },
  { name: '汇总监控表', permission: 'accept-monitoring', path: '/monitoring?group=passed' },
  { name: '导入国库台账', permission: 'import-executions', path: '/execution/import' },
  { name: '冻结看板', permission: 'freeze-dashboard', path: '/dashboard?freeze=1' },
  { name: '提出处置', permission: 'propose-disposals', path: '/disposals?propose=last' },
  { name: '布置自评', permission: 'open-self-evaluations', path: '/evaluation/self?new=1' },
  { name: '批量送审自评表', permission: 'submit-self-evaluation', path: '/evaluation/self?group=missing' },
  {
    ...{ name: '催报自评表', brings: '催报函' },
    ...{ permission: 'see-review', path: '/evaluation/self?group=missing' },
  },
  { name: '汇总自评表', permission: 'collect-self-evaluation', path: '/evaluation/self?group=confirmed' },
  { name: '新建评价任务', permission: 'open-evaluation-task', path: '/evaluation/tasks?new=1' },
  { name: '提出应用建议', permission: 'propose-applications', path: '/applications?propose=1' },
  { name: '印发考核通知', permission: 'open-appraisals', path: '/appraisals?new=1', levels: bureaus },
  {
    ...{ name: '导出参数包', permission: 'make-package', path: '/exchange/send?purpose=parameters' },
    levels: bureaus,
  },
  {
    ...{ name: '导出上报包', permission: 'make-package', path: '/exchange/send?purpose=report' },
    levels: ['unit', 'county'],
  },
  {
    name: '导出批复包',
    permission: 'make-package',
    path: '/exchange/send?purpose=decision',
    levels: bureaus,
  },
  {
    ...{ name: '催报上报包', brings: '催报函' },
    ...{ permission: 'see-exchange', path: '/exchange/board', levels: bureaus },
  },
  { name: '结转下年', permission: 'carry-forward', path: '/settings/book?carry=1' },
  { name: '立即备份', permission: 'make-backup', path: '/settings/backup' },
  { name: '恢复备份', permission: 'restore-backup', path: '/settings/backup' },
]

/** What may be asked for in a duty, in a book of a level. */
export function commandsOf(by: Pick<Actor, 'duty' | 'use'>, level: Level): Command[] {
  return commands.filter(({ permission, levels }) => may(by, permission) && (levels?.includes(level) ?? true))
}
