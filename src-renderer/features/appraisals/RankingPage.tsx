import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { takeAppraisalSteps } from '#actions/take-appraisal-steps'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { decisionProblems, reviewProblems } from '#domain/appraisals/checks'
import { deviationsOf } from '#domain/appraisals/compare-scores'
import { standingsIn } from '#domain/appraisals/decide'
import {
  type AppraisalState,
  appraisalFlow,
  isDecided,
  isOpenForSelf,
  isTogetherStep,
  type TogetherStep,
} from '#domain/appraisals/flow'
import { totalsOf } from '#domain/appraisals/score'
import { scoreText } from '#domain/evaluation/points'
import { may } from '#domain/people/permissions'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { appraisalsOfNotice } from '#storage/appraisals'
import { localToday } from '#storage/local-day'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { AgreementDialog } from './AgreementDialog.tsx'
import { AnnouncementDialog } from './AnnouncementDialog.tsx'
import { exportAnnouncement } from './announcement-export.ts'
import { DeviationTable } from './DeviationTable.tsx'
import { AppraisalMark, pageStyle, Section, Sections, tableStyle } from './parts.tsx'
import { TrendTable } from './TrendTable.tsx'

type Step = WorkflowStep<AppraisalState>

/** 排名和结果 of one notice: rank by group, grades with their quota, where self and final differ, and the steps of the whole. */
export function RankingPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Step | null>(null)
  const [isRecording, setIsRecording] = useState(false)
  const [today] = useState(localToday)
  const all = useLiveQuery(() => appraisalsOfNotice(book.id, id), [book.id, id])
  if (!all) return null
  const [first] = all
  if (!first)
    return (
      <EmptyPage
        title="排名和结果"
        trail="工作考核"
        text="这里按组列出一次考核的得分、名次和等次，从征求意见办到通报。没有找到这次考核，它可能属于其他年度；请从工作考核打开。"
        way={{ to: '/appraisals', name: '返回工作考核' }}
      />
    )
  const isSame = all.every(({ state }) => state === first.state)
  const steps = isSame
    ? stepsFrom(appraisalFlow, first.state, by).filter(({ id: step }) => isTogetherStep(step))
    : []
  const forward = steps.find((step) => !step.back)
  const waiting = all.filter((each) => isWaitedFor(each, today))

  function ask(step: Step) {
    const problems =
      step.id === 'decide-appraisals' && all
        ? all.flatMap((each) => [
            ...decisionProblems(each, today),
            ...reviewProblems(each).map((problem) => ({
              ...problem,
              message: `${each.subject.name}：${problem.message}`,
            })),
          ])
        : []
    const [lack, ...others] = problems
    if (!lack) setAsking(step)
    else
      say({
        text: `${lack.message}${others.length > 0 ? `（另有 ${others.length} 处）` : ''}办好后再${step.verb}。`,
        severity: 'warning',
      })
  }

  function take(step: TogetherStep, opinion: string, announcement = '') {
    setAsking(null)
    attempt(async () => {
      const seen = new Map((all ?? []).map(({ id: each, revision }) => [each, revision]))
      await takeAppraisalSteps(book.id, id, { id: step, opinion, announcement, seen }, by)
      say(`已办理：${first?.title ?? ''}`)
    })
  }

  const isOver = isDecided(first.state)
  return (
    <Box sx={pageStyle}>
      <PageHead title={first.title} trail="排名和结果">
        <Button color="inherit" onClick={() => void navigate('/appraisals')}>
          返回工作考核
        </Button>
        {waiting.length > 0 && may(by, 'record-agreement') && (
          <Button variant="outlined" onClick={() => setIsRecording(true)}>
            登记无异议
          </Button>
        )}
        {isOver && (
          <Button
            variant="outlined"
            onClick={() =>
              attempt(async () => {
                const text = await exportAnnouncement(book, all)
                if (text) say(text)
              })
            }
          >
            导出通报
          </Button>
        )}
        {steps
          .filter((step) => step !== forward)
          .map((step) => (
            <Button key={step.id} variant="outlined" onClick={() => ask(step)}>
              {step.verb}
            </Button>
          ))}
        {forward && (
          <Button variant="contained" onClick={() => ask(forward)}>
            {forward.verb}
          </Button>
        )}
      </PageHead>
      <Sections>
        <Summary all={all} isSame={isSame} waiting={waiting} />
        <Ranks all={all} />
        <DeviationTable deviations={deviationsOf(all)} />
        {isOver && may(by, 'see-schemes') && <TrendTable all={all} />}
      </Sections>
      {isRecording && (
        <AgreementDialog waiting={waiting} today={today} onClose={() => setIsRecording(false)} />
      )}
      {asking?.id === 'announce-appraisals' ? (
        <AnnouncementDialog
          title={`${asking.verb}：${first.title}`}
          year={book.year}
          onCancel={() => setAsking(null)}
          onConfirm={(number) => take('announce-appraisals', '', number)}
        />
      ) : (
        asking && (
          <OpinionDialog
            title={`${asking.verb}：${first.title}`}
            action={asking.verb}
            required={asking.opinion === 'required'}
            phrases={asking.id === 'decide-appraisals' ? ['局党组会议审定。'] : []}
            onCancel={() => setAsking(null)}
            onConfirm={(opinion) => isTogetherStep(asking.id) && take(asking.id, opinion)}
          >
            <Box sx={{ fontSize: 13 }}>对这次考核的全部 {all.length} 个对象一起办理。</Box>
          </OpinionDialog>
        )
      )}
    </Box>
  )
}

/** Whether its days to object still run. */
function isWaitedFor({ state, objectsUntil, agreed }: Appraisal, today: string): boolean {
  return state === 'asked' && !agreed && today <= objectsUntil
}

function Summary(props: {
  all: readonly Appraisal[]
  isSame: boolean
  /** Those whose days still run. */
  waiting: readonly Appraisal[]
}) {
  const { all, isSame } = props
  const [first] = all
  if (!first) return null
  const unasked = all.filter(({ state }) => state !== 'asked' && !isDecided(state))
  const until = props.waiting
    .map(({ objectsUntil }) => objectsUntil)
    .toSorted()
    .at(-1)
  return (
    <Box sx={{ fontSize: 13, color: isSame ? colours.secondary : colours.attention }}>
      {first.frozen
        ? `● ${first.decidedBy.replace(/。$/, '')}${first.announcement === '' ? '' : `，${first.announcement}通报`}。结果不再重新计算。`
        : unasked.length > 0
          ? `▲ 还有 ${unasked.length} 个对象没有征求意见，下面的名次和等次按现在的分数预排，全部征求意见后一起审定。`
          : until === undefined
            ? '◆ 全部对象已征求意见，由局领导审定。'
            : `◆ 全部对象已征求意见，${props.waiting.length} 个对象的期限到 ${until}；期满或登记无异议后由局领导审定。`}
    </Box>
  )
}

function Ranks({ all }: { all: readonly Appraisal[] }) {
  const standings = standingsIn(all)
  const groups = [...new Set(all.map(({ subject }) => subject.group))]
  const [first] = all
  const gradeNames = new Map(first?.scheme.grades.map(({ id, name }) => [id, name]))
  return groups.map((group) => {
    const own = all
      .filter(({ subject }) => subject.group === group)
      .map((each) => {
        const live = standings.get(each.id)
        return {
          each,
          // Nothing was handed in: neither points nor a place.
          isOut: isOpenForSelf(each.state),
          total: each.frozen?.total ?? totalsOf(each, 'final').total,
          self: totalsOf(each, 'self').total,
          rank: each.frozen?.rank ?? live?.rank ?? 0,
          grade: gradeNames.get(each.frozen?.gradeId ?? live?.gradeId ?? '') ?? '',
          reasons: each.frozen?.reasons ?? live?.reasons ?? [],
        }
      })
      .toSorted((left, right) => Number(left.isOut) - Number(right.isOut) || left.rank - right.rank)
    return (
      <Section key={group} title={group === '' ? '排名' : `排名：${group}`}>
        <Box component="table" sx={{ ...tableStyle, tableLayout: 'fixed' }}>
          <thead>
            <tr>
              <Box component="th" scope="col" className="figure" sx={{ width: 64 }}>
                名次
              </Box>
              <Box component="th" scope="col" sx={{ width: '22%' }}>
                对象
              </Box>
              <th scope="col" className="figure">
                自评分
              </th>
              <th scope="col" className="figure">
                得分
              </th>
              <th scope="col" className="figure">
                相差
              </th>
              <th scope="col">等次</th>
              <th scope="col">说明</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ each, isOut, total, self, rank, grade, reasons }) => (
              <tr key={each.id}>
                <td className="figure">{isOut ? '—' : rank}</td>
                <td>
                  <Box component={Link} to={`/appraisals/${each.id}`} sx={{ color: 'primary.main' }}>
                    {each.subject.name}
                  </Box>
                </td>
                <td className="figure">{isOut ? '—' : scoreText(self)}</td>
                <td className="figure">{isOut ? '—' : scoreText(total)}</td>
                <td className="figure">{isOut ? '—' : scoreText(total - self)}</td>
                <td>{isOut ? '—' : grade}</td>
                <td>{isOut ? '还没有自评' : reasons.join('；') || '—'}</td>
                <td>
                  <AppraisalMark state={each.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </Box>
      </Section>
    )
  })
}
