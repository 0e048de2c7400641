import { type Day, daysLater, type Moment } from '#domain/dates'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { emptyRegisterContent, type RegisterContent, type RegisterEntry } from '#domain/supervision/register'
import type { RegisterKind } from '#domain/supervision/register-kinds'
import type { WorkItem, WorkState } from '#domain/supervision/work-item'
import { workFlow } from '#domain/supervision/work-item'
import { shippedWork } from '#domain/supervision/work-table'
import { stepTaken } from '#domain/workflow'
import type { Level, Section } from '#domain/year-book'

type Made = { nextId: () => string; at: Moment; by: string; today: Day }

type Row = [kind: RegisterKind, day: string, content: Partial<RegisterContent>]

/** Month and day of the year; the names and numbers are invented. */
const rows: readonly Row[] = [
  [
    'training',
    '03-12',
    {
      title: '预算绩效自评填报培训',
      text: '自评表填报、佐证材料要求和常见问题。',
      persons: '王晓',
      values: {
        audience: '部门（单位）财务和业务人员',
        count: '146',
        number: '南财绩函〔YEAR〕6号',
        place: '县财政局会议室',
      },
    },
  ],
  [
    'publicity',
    '03-20',
    {
      title: '花钱必问效：我县绩效自评全面启动',
      persons: '李明',
      values: { medium: '县融媒体中心', level: 'county' },
    },
  ],
  [
    'audit',
    '04-18',
    {
      title: '个别项目绩效目标没有量化',
      text: '抽查的 6 个项目中，2 个项目的效益指标只有定性描述，无法考核。',
      persons: '教育局',
      values: {
        auditor: '县审计局',
        number: '南审〔YEAR〕11号',
        amount: '32000000',
        demand: '补充可量化的效益指标。',
        dueOn: 'YEAR-06-30',
        measure: '已随年中目标调整补充指标。',
        doneOn: 'YEAR-06-22',
      },
    },
  ],
  [
    'audit',
    '04-18',
    {
      title: '项目资金结余没有及时收回',
      text: '项目完工后结余资金在单位账户滞留超过一年。',
      persons: '农业农村局',
      values: {
        auditor: '县审计局',
        number: '南审〔YEAR〕11号',
        amount: '86500000',
        demand: '核实结余，按程序交回财政。',
        dueOn: 'YEAR-07-31',
      },
    },
  ],
  [
    'meeting',
    '05-09',
    {
      title: '农业产业项目效益指标专家座谈会',
      text: '产业类项目效益怎样量化。',
      persons: '绩效专家 3 名、农业农村局、乡村振兴局',
      values: {
        place: '县财政局',
        opinion: '效益指标应与投产时间对应。',
        use: '已补充到农业农村类个性指标。',
      },
    },
  ],
  [
    'training',
    '06-18',
    {
      title: '绩效监控和结果应用培训',
      text: '双监控、预警处置和结果应用要求。',
      persons: '赵强',
      values: { audience: '区县财政和第三方机构', count: '58', place: '县委党校' },
    },
  ],
  [
    'invitation',
    '07-16',
    {
      title: '高标准农田建设项目现场评价',
      text: '代表全程参加现场核查和座谈。',
      persons: '县人大代表 2 名、县政协委员 1 名',
      values: {
        stage: 'evaluation',
        opinion: '建后管护责任应写进绩效目标。',
        reply: '已采纳，列入下年目标审核要点。',
        repliedOn: 'YEAR-07-28',
      },
    },
  ],
  [
    'publicity',
    '08-26',
    {
      title: '绩效评价结果挂钩预算安排的做法',
      persons: '王晓',
      values: { medium: '市财政信息', level: 'city' },
    },
  ],
]

/** The register of a demo year, as far as the year has come. */
export function demoRegister(
  bookId: string,
  year: number,
  goalIds: readonly string[],
  made: Made,
): RegisterEntry[] {
  return rows
    .map(([kind, day, content], index): RegisterEntry => {
      const values = Object.entries(content.values ?? {}).map(([id, value]) => [id, inYear(value, year)])
      const linked = kind === 'audit' ? goalIds.slice(index, index + 1) : []
      return {
        ...{ ...emptyRegisterContent, ...content, goalIds: linked },
        values: Object.fromEntries(values) as Record<string, string>, // pairs of texts
        ...{ id: made.nextId(), bookId, kind, day: `${year}-${day}` },
        ...{ revision: 1, changedAt: made.at, changedBy: made.by },
      }
    })
    .filter(({ day }) => day <= made.today)
}

function inYear(value: string, year: number): string {
  return value.replace('YEAR', `${year}`)
}

const people: Partial<Record<Duty, string>> = { performance: '王晓', inspection: '赵强', spending: '何俊' }

/** Items whose day has passed are done, but for every ninth; the next ones are in work. */
export function demoWorkPlan(
  book: { bookId: string; year: number; level: Level; sections: readonly Section[] },
  made: Made,
): WorkItem[] {
  const soon = daysLater(made.today, 30)
  return shippedWork(book.year, book.level, book.sections).map((planned, index) => {
    const isPast = planned.dueOn < made.today
    const state = isPast ? pastState(index) : planned.dueOn <= soon ? 'working' : 'planned'
    const isDone = state === 'done' || state === 'confirmed'
    return {
      ...planned,
      ...{ id: made.nextId(), bookId: book.bookId, state },
      progress: isDone ? '已按要求完成。' : state === 'working' ? '正在办理。' : '',
      proof: isDone ? planned.proofHint : '',
      attachments: [],
      doneOn: isDone ? daysLater(planned.dueOn, index % 11 === 5 ? 4 : -3) : '',
      trail: trailTo(state, planned.duty, made.at),
      ...{ heldSince: made.at, revision: 1, changedAt: made.at, changedBy: made.by },
    }
  })
}

function pastState(index: number): WorkState {
  if (index % 9 === 6) return 'working'
  return index % 13 === 4 ? 'done' : 'confirmed'
}

const road: readonly [id: Permission, from: WorkState, to: WorkState][] = [
  ['start-work-item', 'planned', 'working'],
  ['finish-work-item', 'working', 'done'],
  ['confirm-work-item', 'done', 'confirmed'],
]

function trailTo(state: WorkState, duty: Duty, at: Moment) {
  const count = { planned: 0, working: 1, done: 2, confirmed: 3 }[state]
  return road.slice(0, count).map(([id, from, to]) => {
    const actor = id === 'confirm-work-item' ? 'performance' : duty
    return stepTaken(
      workFlow,
      from,
      to,
      { id, opinion: '' },
      { duty: actor, name: people[actor] ?? '陈敏' },
      at,
    )
  })
}
