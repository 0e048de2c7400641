import type { Todo } from '#storage/todo-held'

/** Where one document of a kind is opened; the other kinds have no page for one. */
const pages: Partial<Record<Todo['kind'], string>> = {
  goals: '/goals/',
  adjustments: '/goals/adjustments/',
  monitorings: '/monitoring/',
  disposals: '/disposals/',
  selfEvaluations: '/evaluation/self/',
  applications: '/applications/',
  rectifications: '/applications/',
  evaluationTasks: '/evaluation/tasks/',
  evaluationOpinions: '/evaluation/tasks/',
}

/** The page of one document; null where its kind has none. */
export function pageOf(kind: Todo['kind'], id: string): string | null {
  const page = pages[kind]
  if (!page) return null
  return kind === 'evaluationOpinions' ? `${page}${id}/result?part=replies` : `${page}${id}`
}

/** Where the work of a to-do is done: the one there is, or the list of them. */
export function targetOf(todo: Todo): string {
  const [only] = todo.count === 1 ? todo.items : []
  const page = only && pageOf(todo.kind, only.id)
  // Who reviews goals works through them in the lane.
  const isLane = todo.kind === 'goals' && todo.assignment.duty !== 'unit'
  return page && !isLane ? page : placeOf(todo)
}

/** Where the work of a kind is done. */
function placeOf(todo: Todo): string {
  if (todo.kind === 'assessments') return `/assessments?word=${encodeURIComponent(todo.word)}`
  if (todo.kind === 'adjustments') return `/goals/adjustments?state=${todo.state}`
  if (todo.kind === 'indicators') return `/goals/library?state=${todo.state}`
  if (todo.kind === 'spotChecks') return `/monitoring/checks?state=${todo.state}`
  if (todo.kind === 'monitorings') return `/monitoring?state=${todo.state}${firstOfGroup(todo.state)}`
  if (todo.kind === 'roundReports') return '/monitoring/reports'
  if (todo.kind === 'evaluationTasks' || todo.kind === 'evaluationOpinions')
    return `/evaluation/tasks?state=${todo.state}`
  if (todo.kind === 'evaluationFeedbacks') return `/evaluation/tasks?feedback=${todo.state}`
  if (todo.kind === 'selfEvaluations')
    return `/evaluation/self?state=${todo.state}${firstOfGroup(todo.state)}`
  if (todo.kind === 'appraisals') return '/appraisals'
  if (todo.kind === 'applications') return `/applications?state=${todo.state}`
  if (todo.kind === 'rectifications') return `/applications?rectification=${todo.state}`
  if (todo.kind === 'disclosures')
    return todo.state === 'late' ? '/disclosures?place=site' : `/disclosures?standing=${todo.state}`
  if (todo.kind === 'workItems')
    return `/work-plan?state=${todo.state}${todo.state === 'done' ? '' : '&mine=1'}`
  if (todo.kind === 'disposals') return `/disposals?state=${todo.state}`
  return todo.assignment.duty === 'unit' ? `/goals?status=${todo.state}` : '/goals/review'
}

/** 未报 holds what is still written and what was returned: what the to-do counts stands above the other. */
function firstOfGroup(state: string): string {
  if (state === 'draft') return '&sort=state'
  return state === 'returned' ? '&sort=state&order=down' : ''
}
