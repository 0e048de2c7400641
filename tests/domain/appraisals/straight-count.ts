import type { AppraisalFacts } from '#domain/appraisals/facts'
import type { MetricId } from '#domain/appraisals/metric-names'

export type Counted = { done: number; due: number; times: number }

/** Independent of the metrics: plain loops over the rows, each as the clause of its metric reads. */
export function straight(
  metric: MetricId,
  facts: AppraisalFacts,
  inside: (unitId: string) => boolean,
): Counted {
  let [done, due, times] = [0, 0, 0]
  const goals = facts.goals.filter(({ unitId }) => inside(unitId))
  const approved = (kinds: string) =>
    goals.filter(({ status, kind }) => status === 'approved' && kinds.includes(kind))
  switch (metric) {
    case 'pre-assessment-coverage':
    case 'pre-assessment-refused': {
      const seen: Record<string, AppraisalFacts['assessments'][number]> = {}
      for (const each of facts.assessments) {
        if (!inside(each.unitId)) continue
        const before = seen[each.goalId]
        if (!before || each.id > before.id) seen[each.goalId] = each
      }
      for (const each of Object.values(seen)) {
        if (metric === 'pre-assessment-coverage') {
          if (each.state === 'exempt') continue
          due++
          if (each.state === 'concluded') done++
        } else if (each.state === 'concluded' && each.conclusion === 'oppose') {
          due++
          const goal = facts.goals.find(({ id }) => id === each.goalId)
          if (goal?.status === 'approved' || goal?.status === 'reviewed') times++
          else done++
        }
      }
      if (metric === 'pre-assessment-coverage')
        for (const id of facts.unlisted) if (goals.some((goal) => goal.id === id)) due++
      break
    }
    case 'pre-assessment-conclude':
      for (const { state, unitId } of facts.assessments) {
        if (!inside(unitId) || !['commissioned', 'reported', 'concluded'].includes(state)) continue
        due++
        if (state === 'concluded') done++
      }
      break
    case 'work-done':
    case 'work-late':
      for (const { dueOn, doneOn, state } of facts.work ?? []) {
        if (dueOn === '' || dueOn > facts.today) continue
        due++
        const isLate = doneOn === '' ? facts.today > dueOn : doneOn > dueOn
        if (metric === 'work-late' && isLate) times++
        else if (metric === 'work-late' || state === 'confirmed') done++
      }
      break
    case 'goals-books':
      for (const book of ['general', 'fund', 'capital', 'insurance']) {
        due++
        let found = false
        for (const goal of goals) if (goal.book === book && goal.status === 'approved') found = true
        if (found) done++
      }
      break
    case 'goals-departments':
      for (const unit of facts.units) {
        if (unit.parentId !== '' || !inside(unit.id)) continue
        due++
        for (const goal of goals)
          if (goal.kind === 'department' && goal.status === 'approved' && goal.unitId === unit.id) {
            done++
            break
          }
      }
      break
    case 'goals-projects':
    case 'goals-policies': {
      const kind = metric === 'goals-projects' ? 'project' : 'policy'
      for (const goal of goals) {
        if (goal.kind !== kind || goal.status === 'rejected') continue
        due++
        if (goal.status === 'approved') done++
      }
      if (kind === 'project') {
        const lines: string[] = []
        for (const { line, unitId } of facts.unmatched)
          if (inside(unitId) && !lines.includes(line)) lines.push(line)
        due += lines.length
      }
      break
    }
    case 'goals-first-pass':
      for (const goal of goals) {
        if (goal.status !== 'approved') continue
        due++
        let returned = false
        for (const review of facts.reviews) if (review.id === goal.id && review.returns > 0) returned = true
        if (!returned) done++
      }
      break
    case 'together-declared':
    case 'together-tabled':
    case 'together-approved':
    case 'together-published': {
      const field = `${metric.slice('together-'.length)}On` as 'declaredOn' // one of the four fields of that name
      for (const goal of goals) {
        if (goal.status !== 'approved') continue
        if (metric === 'together-published' && (goal.secret || !goal.disclosed)) continue
        due++
        const review = facts.reviews.find(({ id }) => id === goal.id)
        if (review?.together.goal[field] && review.together.funds[field]) done++
      }
      break
    }
    case 'monitoring-coverage':
      for (const goal of approved('department project')) {
        let [forms, exempt, reported] = [0, 0, 0]
        for (const form of facts.monitorings) {
          if (form.goalId !== goal.id) continue
          forms++
          if (form.state === 'exempt') exempt++
          if (['submitted', 'passed', 'accepted'].includes(form.state)) reported++
        }
        if (forms > 0 && forms === exempt) continue
        due++
        if (reported > 0) done++
      }
      break
    case 'monitoring-late':
      for (const { state, unitId, roundId, reportedOn } of facts.monitorings) {
        if (!inside(unitId) || state === 'exempt') continue
        due++
        const [limit, until] = [
          facts.rounds.find(({ id }) => id === roundId)?.dueOn ?? '',
          reportedOn || facts.today,
        ]
        let late = 0
        const at = new Date(`${limit}T00:00:00Z`)
        while (at.toISOString().slice(0, 10) < until) {
          at.setUTCDate(at.getUTCDate() + 1)
          late++
        }
        if (late === 0) done++
        times += late
      }
      break
    case 'disposal-in-time':
      for (const { state, unitId, answeredOn, dueOn } of facts.disposals) {
        if (!inside(unitId) || state === 'proposed' || state === 'dropped') continue
        due++
        if (['answered', 'reviewed', 'closed'].includes(state) && answeredOn && answeredOn <= dueOn) done++
      }
      break
    case 'self-coverage':
      for (const goal of approved('department policy project')) {
        due++
        for (const { goalId, state } of facts.selfEvaluations)
          if (goalId === goal.id && ['submitted', 'confirmed', 'collected'].includes(state)) {
            done++
            break
          }
      }
      break
    case 'self-deviation':
      for (const task of facts.tasks) {
        if (!inside(task.unitId) || task.level !== 'fiscal' || task.state !== 'concluded') continue
        const self = facts.selfEvaluations.find(({ goalId }) => goalId === task.goalId)
        if (!self || self.total === null || task.total === null) continue
        due++
        if (self.total - task.total > 1000 || task.total - self.total > 1000) times++
        else done++
      }
      break
    case 'evaluation-count':
    case 'evaluation-money':
      for (const goal of approved(
        metric === 'evaluation-count' ? 'department policy project' : 'policy project',
      )) {
        const size = metric === 'evaluation-count' ? 1 : (goal.total ?? 0)
        due += size
        for (const { goalId, level, state } of facts.tasks)
          if (goalId === goal.id && level === 'fiscal' && state === 'concluded') {
            done += size
            break
          }
      }
      break
    case 'evaluation-kinds': {
      const kinds: string[] = []
      for (const { kind, level, state, unitId } of facts.tasks)
        if (inside(unitId) && level === 'fiscal' && state === 'concluded' && !kinds.includes(kind))
          kinds.push(kind)
      return { done: kinds.length, due: 4, times: 0 }
    }
    case 'evaluation-plan':
      for (const { unitId, taskId, objectId } of facts.planned) {
        if (!inside(unitId)) continue
        due++
        for (const task of facts.tasks) {
          if (!inside(task.unitId) || task.level !== 'fiscal' || task.state !== 'concluded') continue
          if (taskId === '' ? task.goalId === objectId : task.id === taskId) {
            done++
            break
          }
        }
      }
      break
    case 'department-evaluation':
      for (const { level, state, unitId } of facts.tasks) {
        if (!inside(unitId) || level !== 'department' || state === 'stopped') continue
        due++
        if (state === 'concluded') done++
      }
      break
    case 'rectification-in-time':
      for (const { unitId, closedOn, dueOn } of facts.rectifications) {
        if (!inside(unitId)) continue
        due++
        if (closedOn !== '' && (dueOn === '' || closedOn <= dueOn)) done++
      }
      break
    case 'results-applied':
      for (const { unitId, isDone } of facts.applied) {
        if (!inside(unitId)) continue
        due++
        if (isDone) done++
      }
      break
    case 'disclosure-goals':
    case 'disclosure-results':
    case 'disclosure-late':
      for (const { unitId, goalId, what, dueOn, publishedOn } of facts.disclosures) {
        if (!inside(unitId) || facts.goals.find(({ id }) => id === goalId)?.secret) continue
        if (metric === 'disclosure-late') {
          due++
          if (dueOn !== '' && (publishedOn || facts.today) > dueOn) times++
          else done++
        } else if (metric === `disclosure-${what}s`) {
          due++
          if (publishedOn !== '') done++
        }
      }
      break
    case 'indicator-domains':
      for (const { isBuilt } of facts.registers?.sectors ?? []) {
        due++
        if (isBuilt) done++
      }
      break
    case 'expert-registers':
      return {
        due: 2,
        done: ((facts.registers?.experts ?? 0) > 0 ? 1 : 0) + ((facts.registers?.agencies ?? 0) > 0 ? 1 : 0),
        times: 0,
      }
    case 'expert-ratings':
      for (const { isRated } of facts.registers?.drawn ?? []) {
        due++
        if (isRated) done++
      }
      break
  }
  return { done, due, times }
}
