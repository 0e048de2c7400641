import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { fundSum } from '#domain/evaluation/self-evaluation'
import { fieldLabels } from '#domain/goals/compare'
import { goalFlow, isEditable } from '#domain/goals/flow'
import type { GateStop } from '#domain/goals/gate'
import {
  type FundingSource,
  fundingSources,
  type Goal,
  type GoalContent,
  goalStatuses,
  targetText,
} from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import type { LibraryIndicator } from '#domain/library/indicator'
import { formatWan } from '#domain/money'
import { duties } from '#domain/people/duties'
import type { Problem } from '#domain/problem'
import { type Regulation, regulationOfClause } from '#domain/regulations'
import { isTurnOf } from '#domain/workflow'
import { useSession } from '#session'
import { auditOf } from '#storage/audit'
import { allRegulations } from '#storage/regulations'
import { selfEvaluationOfGoal } from '#storage/self-evaluations'
import { momentText } from '#ui/moment-text'
import { ProblemList } from '#ui/ProblemList.tsx'
import { SidePanel } from '#ui/SidePanel.tsx'
import { colours } from '#ui/theme'
import { UnfilledList } from '#ui/UnfilledList.tsx'
import { GoalHelp } from './GoalHelp.tsx'
import { GoalLibrary } from './GoalLibrary.tsx'
import type { GoalRecord } from './goal-record.ts'
import { ReviewPanel } from './ReviewPanel.tsx'

type TabName = 'problems' | 'review' | 'library' | 'years' | 'history' | 'help'

const cellNames: Readonly<Record<string, string>> = {
  level1: '一级指标',
  level2: '二级指标',
  name: '三级指标',
  operator: '性质',
  value: '指标值',
  unit: '单位',
  weight: '权重',
}

/** The place of a finding in words: 绩效指标 第 3 行 · 权重. */
export function placeOf(problem: Problem, content: GoalContent): string {
  const [field = '', rowId = '', column = ''] = problem.at.split('.')
  const label = Object.entries(fieldLabels).find(([key]) => key === field)?.[1] ?? ''
  if (field === 'funding' && rowId in fundingSources) return fundingSources[rowId as FundingSource] // `in` has just proved it
  if (rowId === '') return label
  const rows = field === 'tasks' ? content.tasks : content.indicators
  const number = rows.findIndex((row) => row.id === rowId) + 1
  return `${label} 第 ${number} 行${cellNames[column] ? ` · ${cellNames[column]}` : ''}`
}

/** Where the document that a clause cites stands in the 制度库. */
function regulationHref(clause: string, regulations: readonly Regulation[]): string | null {
  const cited = regulationOfClause(clause, regulations)
  return cited && `#/settings/regulations?open=${cited.id}`
}

export function GoalPanel(props: {
  record: GoalRecord
  content: GoalContent
  problems: readonly Problem[]
  /** What is not filled in yet and is no finding so far. */
  unfilled: readonly Problem[]
  onJump: (problem: Pick<Problem, 'at'>) => void
  onInsert: ((entries: readonly LibraryIndicator[], what: string) => void) | null
  review: GoalReview
  stops: readonly GateStop[]
  place: string
  onPlace: (at: string) => void
}) {
  const { record, content, problems } = props
  const { by } = useSession()
  // Who is to review it sees the review first, who writes it the findings.
  const reviewing = by.duty !== 'unit' && isTurnOf(goalFlow, record.goal.status, by.duty)
  const answering =
    record.goal.status === 'returned' && props.review.comments.some(({ answeredAt }) => answeredAt === '')
  const [tab, setTab] = useState<TabName>(reviewing || answering ? 'review' : 'problems')
  const regulations = useLiveQuery(allRegulations, [], [])
  const tabs: readonly { name: TabName; title: string }[] = [
    { name: 'problems', title: `问题 ${problems.length}` },
    { name: 'review', title: '审核' },
    { name: 'library', title: '指标库' },
    { name: 'years', title: '往年' },
    { name: 'history', title: '历史' },
    { name: 'help', title: '帮助' },
  ]
  return (
    <SidePanel label="问题、审核、指标库、往年与历史" width={320} tabs={tabs} open={tab} onOpen={setTab}>
      {tab === 'problems' && (
        <UnfilledList
          problems={props.unfilled}
          placeOf={(problem) => placeOf(problem, content)}
          onJump={props.onJump}
        />
      )}
      {tab === 'problems' && problems.length + props.unfilled.length === 0 && (
        <Box sx={{ p: 4, color: colours.ok }}>
          ● 没有发现问题{isEditable(record.goal.status) ? '，可以送审' : ''}。
        </Box>
      )}
      {tab === 'problems' && (
        <ProblemList
          problems={problems}
          placeOf={(problem) => placeOf(problem, content)}
          onJump={props.onJump}
          hrefOf={(clause) => regulationHref(clause, regulations)}
        />
      )}
      {tab === 'review' && (
        <ReviewPanel
          goal={record.goal}
          review={props.review}
          stops={props.stops}
          place={props.place}
          onPlace={props.onPlace}
          onJump={(at) => props.onJump({ at })}
        />
      )}
      {tab === 'library' && <GoalLibrary record={record} content={content} onInsert={props.onInsert} />}
      {tab === 'years' && <Years record={record} />}
      {tab === 'history' && <History goalId={record.goal.id} />}
      {tab === 'help' && <GoalHelp />}
    </SidePanel>
  )
}

function Years({ record }: { record: GoalRecord }) {
  const years = [record.previous, record.earlier].filter((goal) => goal !== null)
  if (years.length === 0) {
    return (
      <Box sx={{ p: 4, color: colours.secondary }}>往年账套中没有同一项目（按代码，或单位加名称查找）。</Box>
    )
  }
  return years.map((goal) => <YearOf key={goal.id} goal={goal} />)
}

/** What was aimed at in another year, beside what its self-evaluation says was reached. */
function YearOf({ goal }: { goal: Goal }) {
  const form = useLiveQuery(() => selfEvaluationOfGoal(goal.id), [goal.id])
  const actual = new Map(form?.entries.map((entry) => [entry.id, entry.actual]))
  const paid = form ? fundSum(form.funds).paid : null
  return (
    <Box sx={{ p: 3, borderBottom: `1px solid ${colours.line}`, fontSize: 13, lineHeight: '20px' }}>
      <Box sx={{ fontWeight: 600 }}>
        {goal.year} 年度 · {goalStatuses[goal.status]}
      </Box>
      <Box>
        资金总额 {goal.total === null ? '未填' : `${formatWan(goal.total)} 万元`}
        {paid !== null && `，全年执行 ${formatWan(paid)} 万元`}
      </Box>
      {goal.annualGoals.map((text) => (
        <Box key={text} sx={{ color: colours.secondary }}>
          {text}
        </Box>
      ))}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {goal.indicators.map((indicator) => (
          <Box
            component="li"
            key={indicator.id}
            sx={{ display: 'flex', gap: 2, justifyContent: 'space-between', py: 0.5 }}
          >
            <span>{indicator.name}</span>
            <Box component="span" sx={{ textAlign: 'right' }}>
              {targetText(indicator)}
              {actual.get(indicator.id) && (
                <Box sx={{ color: colours.secondary }}>完成 {actual.get(indicator.id)}</Box>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function History({ goalId }: { goalId: string }) {
  const entries = useLiveQuery(() => auditOf(goalId), [goalId])
  if (!entries) return null
  if (entries.length === 0) return <Box sx={{ p: 4, color: colours.secondary }}>还没有操作记录。</Box>
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13, lineHeight: '20px' }}>
      {entries.map((entry) => (
        <Box component="li" key={entry.id} sx={{ p: '8px 12px', borderBottom: `1px solid ${colours.line}` }}>
          <Box sx={{ color: colours.secondary, fontSize: 12 }}>
            {momentText(entry.at)} · {entry.by}
            {entry.duty ? `（${duties[entry.duty].name}）` : ''}
          </Box>
          <Box>{entry.summary}</Box>
          {entry.changes
            .flatMap((change) => change.fields)
            .slice(0, 8)
            .map((field) => (
              <Box
                key={field.field + field.label}
                sx={{ color: colours.secondary, overflowWrap: 'anywhere' }}
              >
                {field.label}：{short(field.from)} → {short(field.to)}
              </Box>
            ))}
        </Box>
      ))}
    </Box>
  )
}

function short(text: string): string {
  if (text === '') return '空'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
