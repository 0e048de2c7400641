import { type Day, daysLater } from '#domain/dates'
import type { EvaluationTask, TaskState } from '#domain/evaluation/task'
import { newVisit, type Visit, type Visitor } from '#domain/evaluation/visit'
import type { Section } from '#domain/year-book'

type Course = Pick<Visit, 'place' | 'aim' | 'found' | 'state'> & {
  /** First and last day, counted from today. */
  days: readonly [first: number, last: number]
  experts: readonly string[]
  /** Of 监督检查局. */
  clerks: readonly string[]
}

/** One expert is wanted by two tasks on one day: the warning has something to show. */
const courses: Partial<Record<TaskState, readonly Course[]>> = {
  scoring: [
    {
      ...{ days: [-8, -7], place: '赤溪镇、红光村项目区', state: 'done', experts: ['冯知秋', '何佳宁'] },
      clerks: ['陈立', '何敏'],
      aim: '田块平整、渠系和机耕道的工程量，与竣工图核对',
      found: '抽测田块 12 处，面积与竣工图一致；两处斗渠有裂缝，已请施工单位书面说明。',
    },
    {
      ...{ days: [4, 5], place: '长岭镇项目区', state: 'planned', experts: ['吴若彤', '邓长青'] },
      clerks: ['陈立'],
      ...{ aim: '管护责任落实、受益农户访谈 20 户', found: '' },
    },
  ],
  combining: [
    {
      ...{ days: [5, 5], place: '平岗乡至新桥路段', state: 'planned', experts: ['吴若彤'], clerks: ['何敏'] },
      ...{ aim: '有分歧的养护质量指标现场复核', found: '' },
    },
  ],
  concluded: [
    {
      ...{
        days: [-82, -80],
        place: '6 个乡镇',
        state: 'done',
        experts: ['何佳宁', '罗静怡'],
        clerks: ['陈立'],
      },
      aim: '入户核对领取人和发放金额，同时发放问卷',
      found: '入户 60 户，领取人与名册一致；31 人去世后多发 1 至 3 个月。',
    },
  ],
}

/** The demo's tasks with where people went and are going; what has not been begun has none. */
export function withVisits(
  task: EvaluationTask,
  sections: readonly Section[],
  { nextId, today }: { nextId: () => string; today: Day },
): EvaluationTask {
  const inspection = sections.find(({ name }) => name === '监督检查局')?.id ?? ''
  if (task.kind === 'government') return task
  const visits = (courses[task.state] ?? []).map(({ days, experts, clerks, ...content }): Visit => {
    const [first, last] = days
    const people = task.experts.filter(({ name }) => experts.includes(name))
    return {
      ...newVisit(nextId()),
      ...content,
      startsOn: daysLater(today, first),
      endsOn: last === first ? '' : daysLater(today, last),
      visitors: [
        ...people.map(({ expertId: of, name }): Visitor => ({ kind: 'expert', of, name })),
        ...clerks.map((name): Visitor => ({ kind: 'section', of: inspection, name })),
      ],
    }
  })
  return visits.length === 0 ? task : { ...task, visits }
}
