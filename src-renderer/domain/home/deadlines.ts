import type { Application } from '../applications/application.ts'
import type { Appraisal } from '../appraisals/appraisal.ts'
import { isOpenForSelf } from '../appraisals/flow.ts'
import { type Calendar, workingDaysBetween } from '../calendar.ts'
import { type Day, daysLeft, isDay } from '../dates.ts'
import { type Disposal, waitsForUnit } from '../disposals/disposal.ts'
import type { EvaluationTask } from '../evaluation/task.ts'
import type { MonitoringState } from '../monitoring/flow.ts'
import type { PlannedMonth } from '../monitoring/plan.ts'
import type { Round } from '../monitoring/round.ts'
import type { RegisterEntry } from '../supervision/register.ts'
import { registerKind } from '../supervision/register-kinds.ts'
import { dueOf, standingOf } from '../supervision/standing.ts'
import type { WorkItem } from '../supervision/work-item.ts'
import type { Sourced } from '../year-rules.ts'

/** What a deadline is of, in the order of the work. */
export const deadlineKinds = {
  round: '绩效监控',
  disposal: '监控处置',
  task: '绩效评价',
  application: '结果应用',
  rectification: '整改单',
  disclosure: '信息公开',
  appraisal: '工作考核',
  register: '督导登记',
  work: '年度工作',
} as const
export type DeadlineKind = keyof typeof deadlineKinds
const kindList = Object.keys(deadlineKinds) as DeadlineKind[] // the keys of the table

/** Something that is not done yet and has its day. */
export type Deadline = {
  id: string
  kind: DeadlineKind
  name: string
  /** What is to be done by the day. */
  what: string
  /** '' where it is no unit's. */
  unitId: string
  dueOn: Day
  path: string
}

/** How a deadline stands: `days` are calendar days beyond it, or working days that are left. */
export type DeadlineStanding = { standing: 'late' | 'today' | 'soon'; days: number }

/** So many working days before its day something is shown. */
export const deadlineNotice: Sourced & { workingDays: number } = {
  ...{ workingDays: 10, clause: '本系统缺省', mark: '拟' },
}

/** How a day stands that something is due on. The last day itself is not late; the days that are left are working days. */
export function deadlineStanding(dueOn: Day, today: Day, calendars: readonly Calendar[]): DeadlineStanding {
  if (today > dueOn) return { standing: 'late', days: -daysLeft(dueOn, today) }
  if (today === dueOn) return { standing: 'today', days: 0 }
  return { standing: 'soon', days: workingDaysBetween(today, dueOn, calendars) }
}

/** What is late or falls due within the notice, the longest overdue first. */
export function deadlineLines<Each extends Deadline>(
  deadlines: readonly Each[],
  today: Day,
  calendars: readonly Calendar[],
  notice: Pick<typeof deadlineNotice, 'workingDays'> = deadlineNotice,
): (Each & DeadlineStanding)[] {
  return deadlines
    .filter(({ dueOn }) => isDay(dueOn))
    .map((deadline) => ({ ...deadline, ...deadlineStanding(deadline.dueOn, today, calendars) }))
    .filter(({ standing, days }) => standing !== 'soon' || days <= notice.workingDays)
    .toSorted(
      (left, right) =>
        (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0) ||
        kindList.indexOf(left.kind) - kindList.indexOf(right.kind) ||
        (left.id < right.id ? -1 : 1),
    )
}

/** The words of where a deadline stands. */
export function deadlineWord({ standing, days }: DeadlineStanding): string {
  if (standing === 'late') return `逾期 ${days} 天`
  if (standing === 'today') return '今天到期'
  return days === 0 ? '下个工作日前到期' : `还有 ${days} 个工作日`
}

const unreported: readonly MonitoringState[] = ['draft', 'returned']

/** 报送期限 of the rounds that are open: one line a round, as long as a form is not handed in. */
export function roundDeadlines(
  rounds: readonly Pick<Round, 'id' | 'name' | 'dueOn' | 'state'>[],
  forms: readonly { roundId: string; state: MonitoringState }[],
): Deadline[] {
  return rounds.flatMap(({ id, name, dueOn, state }): Deadline[] => {
    if (state !== 'open') return []
    const open = forms.filter((form) => form.roundId === id && unreported.includes(form.state)).length
    if (open === 0) return []
    const path = `/monitoring?round=${id}`
    return [{ id, kind: 'round', name, what: `${open} 份监控表未报`, unitId: '', dueOn, path }]
  })
}

/** The rounds of the year's plan that nobody has issued yet. */
export function plannedRoundDeadlines(months: readonly PlannedMonth[]): Deadline[] {
  return months.flatMap(({ month, rounds }) =>
    rounds
      .filter(({ state }) => state === 'planned')
      .map(({ name, dueOn }) => ({
        ...{ id: `month ${month}`, kind: 'round', name, what: '还没有布置', unitId: '', dueOn },
        path: '/monitoring/plan',
      })),
  )
}

/** 整改期限 of disposals that wait for their unit. */
export function disposalDeadlines(
  disposals: readonly Pick<Disposal, 'id' | 'name' | 'state' | 'unitId' | 'dueOn'>[],
): Deadline[] {
  return disposals
    .filter(({ state }) => waitsForUnit(state))
    .map(({ id, name, unitId, dueOn }) => ({
      ...{ id, kind: 'disposal', name, what: '提交整改情况', unitId, dueOn, path: `/disposals/${id}` },
    }))
}

/** When results are to be carried out, and what was found put right. */
export function applicationDeadlines(
  applications: readonly Pick<Application, 'id' | 'name' | 'state' | 'unitId' | 'dueOn' | 'rectification'>[],
): Deadline[] {
  return applications.flatMap(({ id, name, state, unitId, dueOn, rectification }): Deadline[] => {
    const path = `/applications/${id}`
    const own: Deadline = { id, kind: 'application', name, what: '落实并书面反馈', unitId, dueOn, path }
    const order = rectification?.state === 'ordered' ? rectification : null
    return [
      ...(state === 'carrying' ? [own] : []),
      ...(order
        ? [{ ...own, kind: 'rectification', what: '提交整改情况', dueOn: order.dueOn } satisfies Deadline]
        : []),
    ]
  })
}

/** 自评 of an appraisal, and until when the result may be objected to. */
export function appraisalDeadlines(
  appraisals: readonly Pick<
    Appraisal,
    'id' | 'name' | 'state' | 'unitId' | 'dueOn' | 'objectsUntil' | 'agreed' | 'title'
  >[],
): Deadline[] {
  return appraisals.flatMap(({ id, name, title, state, unitId, dueOn, objectsUntil, agreed }): Deadline[] => {
    const own = {
      id,
      kind: 'appraisal',
      name: `${title}：${name}`,
      unitId,
      path: `/appraisals/${id}`,
    } as const
    if (isOpenForSelf(state)) return [{ ...own, what: '报送自评', dueOn }]
    return state === 'asked' && !agreed ? [{ ...own, what: '反馈意见', dueOn: objectsUntil }] : []
  })
}

/** When the experts of an evaluation have to have scored. */
export function taskDeadlines(
  tasks: readonly Pick<EvaluationTask, 'id' | 'name' | 'state' | 'unitId' | 'dueOn'>[],
): Deadline[] {
  return tasks
    .filter(({ state }) => state === 'scoring')
    .map(({ id, name, unitId, dueOn }) => ({
      ...{ id, kind: 'task', name, what: '完成评分', unitId, dueOn, path: `/evaluation/tasks/${id}` },
    }))
}

/** Items of the yearly plan that are not reported done; `sectionName` says whose each is. */
export function workDeadlines(
  items: readonly Pick<WorkItem, 'id' | 'name' | 'state' | 'dueOn' | 'sectionId'>[],
  sectionName: (sectionId: string) => string,
): Deadline[] {
  return items
    .filter(({ state }) => state === 'planned' || state === 'working')
    .map(({ id, name, dueOn, sectionId }) => ({
      ...{ id, kind: 'work', name, what: sectionName(sectionId), unitId: '', dueOn },
      path: `/work-plan?item=${id}`,
    }))
}

/** What has to follow an entry of the register by a day. */
export function registerDeadlines(
  entries: readonly Pick<RegisterEntry, 'id' | 'kind' | 'title' | 'values'>[],
  today: Day,
): Deadline[] {
  return entries
    .filter((entry) => ['open', 'late'].includes(standingOf(entry, today)))
    .map((entry) => ({
      ...{
        id: entry.id,
        kind: 'register',
        name: entry.title,
        what: registerKind(entry.kind).followUp?.open ?? '',
      },
      ...{ unitId: '', dueOn: dueOf(entry), path: `/supervision?entry=${entry.id}` },
    }))
}
