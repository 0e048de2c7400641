import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { duties } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { doneBy, todosOf } from '#storage/todo'
import type { Todo } from '#storage/todo-held'
import { unsentIn } from '#storage/unsent'
import { tellFirstPage } from '#ui/first-page'
import { momentText } from '#ui/moment-text'
import { colours } from '#ui/theme'
import { InboxLine, useWaitingPackages } from './InboxLine.tsx'
import { UnsentLine } from './UnsentLine.tsx'
import { useFollowed } from './use-followed.ts'

const lastDone = 50

/** 待办 of every duty held, 已办 of the person: the first thing that is seen on opening; `onRead` once it stands. */
export function TodoList({ onRead }: { onRead: () => void }) {
  const { book, by, assignments } = useSession()
  const [tab, setTab] = useState<'todo' | 'done'>('todo')
  const [now] = useState(() => new Date().toISOString())
  // In another's book nothing waits for anybody here.
  const isLooking = by.use === 'looking'
  const read = useCallback(
    async () => (isLooking ? [] : todosOf(book.id, by, assignments, now)),
    [book.id, by, assignments, now, isLooking],
  )
  const todos = useFollowed([book.id], read)
  const isRead = todos !== undefined
  useEffect(() => {
    if (!isRead) return
    tellFirstPage()
    onRead()
  }, [isRead, onRead])
  const packages = useWaitingPackages()
  const waiting = may(by, 'apply-package') ? packages : 0
  const isUnits = book.identity.level === 'unit' && may(by, 'make-package')
  const unsent = useFollowed(
    [book.id, ''],
    useCallback(async () => (isUnits ? unsentIn(book.id) : null), [isUnits, book.id]),
  )
  const own = (todos ?? []).toSorted(
    (left, right) => Number(isActive(right, by.duty)) - Number(isActive(left, by.duty)),
  )
  const count = own.reduce((sum, todo) => sum + todo.count, waiting + (unsent?.total ? 1 : 0))
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="待办"
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'hidden' }}
    >
      <Tabs
        value={tab}
        onChange={(_event, value: 'todo' | 'done') => setTab(value)}
        aria-label="待办与已办"
        sx={{ borderBottom: `1px solid ${colours.line}`, px: 2, flex: 'none' }}
      >
        <Tab value="todo" label={todos ? `待办 ${count}` : '待办'} />
        <Tab value="done" label="已办" />
      </Tabs>
      <Box role="tabpanel" sx={{ overflow: 'auto', flex: 1, minHeight: 0 }} tabIndex={0} aria-label="事项">
        {tab === 'done' && <DoneList />}
        {tab === 'todo' && todos && count === 0 && (
          <Box sx={{ p: 4, color: isLooking ? colours.secondary : colours.ok }}>
            {isLooking ? '这个账套只供查看，没有待办。' : '● 没有等待您办理的事项。'}
          </Box>
        )}
        {tab === 'todo' && (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {waiting > 0 && <InboxLine count={waiting} />}
            {unsent && unsent.total > 0 && <UnsentLine unsent={unsent} />}
            {own.map((todo) => (
              <TodoRow
                key={`${todo.assignment.duty} ${todo.assignment.scope} ${todo.kind} ${todo.state}`}
                todo={todo}
              />
            ))}
          </Box>
        )}
      </Box>
    </Paper>
  )
}

function isActive(todo: Todo, duty: string): boolean {
  return todo.assignment.duty === duty
}

/** With the measure word they are counted by. */
const kinds: Record<Todo['kind'], string> = {
  goals: '个目标',
  assessments: '个事前评估',
  adjustments: '个目标调整',
  indicators: '条个性指标',
  monitorings: '份监控表',
  spotChecks: '个重点核查',
  roundReports: '份监控总报告',
  disposals: '件监控处置',
  evaluationTasks: '项绩效评价',
  evaluationOpinions: '项绩效评价',
  evaluationFeedbacks: '项政府预算评价结果',
  selfEvaluations: '份自评表',
  appraisals: '份工作考核',
  applications: '项结果应用',
  rectifications: '项结果应用',
  disclosures: '项信息',
  workItems: '项年度工作',
}

const verbs: Readonly<Record<string, string>> = { draft: '填报', returned: '修改', reviewed: '批复' }

const monitoringVerbs: Readonly<Record<string, string>> = { draft: '填报', returned: '修改', passed: '汇总' }

const disposalVerbs: Readonly<Record<string, string>> = {
  proposed: '决定',
  issued: '整改',
  returned: '修改',
  reviewed: '销号',
}

const checkVerbs: Readonly<Record<string, string>> = {
  picked: '开始',
  returned: '修改',
  recorded: '提交',
  asked: '说明',
  submitted: '接收',
}

const taskVerbs: Readonly<Record<string, string>> = {
  preparing: '准备',
  scoring: '评分',
  combining: '汇总',
  asked: '结论',
}

const feedbackVerbs: Readonly<Record<string, string>> = { due: '反馈', sent: '接收', received: '答复' }

const selfEvaluationVerbs: Readonly<Record<string, string>> = {
  draft: '填报',
  returned: '修改',
  confirmed: '汇总',
}

const appraisalVerbs: Readonly<Record<string, string>> = {
  arrived: '接收',
  open: '自评',
  returned: '修改',
  submitted: '复核',
  reviewing: '复核',
  sampling: '抽查',
  asked: '审定',
  decided: '通报',
  announced: '归档',
}

const applicationVerbs: Readonly<Record<string, string>> = {
  draft: '送出',
  budgeting: '研究',
  deciding: '审定',
  carrying: '落实',
  answered: '核实',
  referred: '处理',
  ordered: '整改',
  reported: '销号',
}
const workVerbs: Readonly<Record<string, string>> = { planned: '开始', working: '办理', done: '确认' }

function verbOf(todo: Todo): string {
  if (todo.kind === 'goals') return verbs[todo.state] ?? '审核'
  if (todo.kind === 'monitorings') return monitoringVerbs[todo.state] ?? '审核'
  if (todo.kind === 'disposals') return disposalVerbs[todo.state] ?? '审核'
  if (todo.kind === 'applications' || todo.kind === 'rectifications')
    return applicationVerbs[todo.state] ?? '办理'
  if (todo.kind === 'evaluationTasks') return taskVerbs[todo.state] ?? '办理'
  if (todo.kind === 'evaluationOpinions') return todo.assignment.duty === 'unit' ? '提意见' : '处理'
  if (todo.kind === 'evaluationFeedbacks') return feedbackVerbs[todo.state] ?? '办理'
  if (todo.kind === 'disclosures') return todo.state === 'proposed' ? '审批' : '登记'
  if (todo.kind === 'selfEvaluations') return selfEvaluationVerbs[todo.state] ?? '审核'
  if (todo.kind === 'appraisals') return appraisalVerbs[todo.state] ?? '办理'
  if (todo.kind === 'workItems') return workVerbs[todo.state] ?? '办理'
  if (todo.kind === 'spotChecks') return checkVerbs[todo.state] ?? '核查'
  return todo.kind === 'indicators' && todo.state === 'returned' ? '修改' : '办理'
}

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

function pageOf(kind: Todo['kind'], id: string): string | null {
  const page = pages[kind]
  if (!page) return null
  return kind === 'evaluationOpinions' ? `${page}${id}/result?part=replies` : `${page}${id}`
}

/** Where the work of a to-do is done: the one there is, or the list of them. */
function targetOf(todo: Todo): string {
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
  if (todo.kind === 'monitorings') return `/monitoring?state=${todo.state}`
  if (todo.kind === 'roundReports') return '/monitoring/reports'
  if (todo.kind === 'evaluationTasks' || todo.kind === 'evaluationOpinions')
    return `/evaluation/tasks?state=${todo.state}`
  if (todo.kind === 'evaluationFeedbacks') return `/evaluation/tasks?feedback=${todo.state}`
  if (todo.kind === 'selfEvaluations') return `/evaluation/self?state=${todo.state}`
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

function TodoRow({ todo }: { todo: Todo }) {
  const { by, switchDuty } = useSession()
  const navigate = useNavigate()
  const { assignment } = todo
  const active = assignment.duty === by.duty && assignment.scope === by.scope
  const verb = verbOf(todo)

  function open() {
    if (!active) switchDuty(assignment)
    void navigate(targetOf(todo))
  }

  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        py: 1,
        minHeight: 40,
        borderBottom: `1px solid ${colours.line}`,
        fontSize: 14,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {todo.count}
        </Box>{' '}
        {kinds[todo.kind]}
        {todo.word}
        {todo.overdue > 0 && (
          <Box component="span" sx={{ color: colours.alarm, ml: 3, fontSize: 13 }}>
            ■ 逾期 {todo.overdue} {kinds[todo.kind].charAt(0)}，最长 {todo.longest} 天
          </Box>
        )}
        {active && <Items todo={todo} />}
        {!active && <Box sx={{ fontSize: 12, color: colours.secondary }}>{duties[assignment.duty].name}</Box>}
      </Box>
      <Button
        size="small"
        variant={active ? 'outlined' : 'text'}
        onClick={open}
        sx={{ displayPrint: 'none' }}
      >
        {active ? '' : '切换并'}
        {verb}
      </Button>
    </Box>
  )
}

/** The few by their names, each with why it came back. */
function Items({ todo }: { todo: Todo }) {
  const linked = todo.items.map((item) => ({ ...item, to: pageOf(todo.kind, item.id) }))
  return linked.map(({ id, name, note, to }) => (
    <Box
      key={id}
      sx={{ fontSize: 13, color: colours.secondary, overflow: 'hidden', textOverflow: 'ellipsis' }}
    >
      {to ? <Link to={to}>{name}</Link> : name}
      {note && `：${note}`}
    </Box>
  ))
}

function DoneList() {
  const { book, by } = useSession()
  const done = useLiveQuery(() => doneBy(book.id, by.name, lastDone), [book.id, by.name])
  if (!done) return null
  if (done.length === 0) return <Box sx={{ p: 4, color: colours.secondary }}>还没有经办过的目标。</Box>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13 }}>
      {done.map(({ goalId, name, step }) => (
        <Box
          component="li"
          key={`${goalId} ${step.at} ${step.step}`}
          sx={{ display: 'flex', gap: 3, px: 4, py: 1.5, borderBottom: `1px solid ${colours.line}` }}
        >
          <Box sx={{ width: 80, flex: 'none' }}>{step.verb}</Box>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Link to={`/goals/${goalId}`}>{name}</Link>
            {step.opinion && <Box sx={{ color: colours.secondary }}>{step.opinion}</Box>}
          </Box>
          <Box sx={{ color: colours.secondary, whiteSpace: 'nowrap' }}>{momentText(step.at)}</Box>
        </Box>
      ))}
    </Box>
  )
}
