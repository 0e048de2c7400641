import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate } from 'react-router'
import { takeAppraisalStep } from '#actions/take-appraisal-step'
import { takeCountyAppraisal } from '#actions/take-county-appraisal'
import { reviewProblems, selfProblems } from '#domain/appraisals/checks'
import { type AppraisalState, appraisalFlow, isOpenForSelf, isTogetherStep } from '#domain/appraisals/flow'
import { isAssessed } from '#domain/appraisals/roles'
import { itemsOf } from '#domain/appraisals/scheme'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { appraisalById, sentAppraisals } from '#storage/appraisals'
import { StepBar } from '#ui/StepBar.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import type { AppraisalGiven } from './appraisal-part.ts'

const texts: Readonly<Record<string, string>> = {
  'submit-appraisal': '送审时按账套现在的数据计算自动指标，送审后只能由上级退回。',
  'return-appraisal': '退回后由被考核对象修改，再次送审时重新取数。',
  'sample-appraisal': '转入抽查后，在抽查的指标里抽取对象、记录结论。',
  'ask-appraised': '从明天起计算工作日，期满前被考核对象可以提出意见。',
  'recall-appraisal': '退回复核后可以改分，再次征求意见。',
}

const returnPhrases = ['佐证材料不完整，请补充。', '得分与台账不一致，请核对。']

/** The bar at the foot: ways back at the left, the one next step at the right; what is of the whole notice is done on its page. */
export function AppraisalActions(given: AppraisalGiven) {
  const { saver, appraisal } = given
  const { by, book } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [, setInAddress] = useAddress()
  const isCity = appraisal.scheme.target === 'county' && !appraisal.isOwn
  const sent = useLiveQuery(
    async () =>
      isCity && isOpenForSelf(appraisal.state)
        ? (await sentAppraisals(book.year)).find(
            (each) => each.book.identity.regionCode === appraisal.subject.code && each.appraisal,
          )
        : undefined,
    [isCity, appraisal.state, appraisal.subject.code, book.year],
  )
  const steps = stepsFrom(appraisalFlow, appraisal.state, by).filter(
    ({ id }) =>
      !isTogetherStep(id) &&
      (id === 'submit-appraisal' || id === 'withdraw-appraisal'
        ? isAssessed(appraisal, by)
        : !appraisal.isOwn),
  )
  const forward = steps.find((step) => !step.back)

  function lackOf(step: WorkflowStep<AppraisalState>): Problem[] {
    if (step.id === 'submit-appraisal') return selfProblems(appraisal)
    return step.id === 'ask-appraised' ? reviewProblems(appraisal) : []
  }

  function takeIn() {
    const source = sent?.appraisal
    if (!source) return
    attempt(async () => {
      const latest = await appraisalById(appraisal.id)
      await takeCountyAppraisal(appraisal.id, latest?.revision ?? 0, source.id, by)
      say(`已接收自评：${appraisal.subject.name}`)
    })
  }

  const phrases = Object.fromEntries(
    steps.flatMap(({ id, back }) => (back ? [[id, returnPhrases] as const] : [])),
  )
  const mayTakeIn = sent?.appraisal && may(by, 'take-county-appraisal')
  return (
    <StepBar
      name={appraisal.subject.name}
      saver={saver}
      steps={mayTakeIn ? steps.filter((step) => step !== forward) : steps}
      forward={mayTakeIn ? undefined : forward}
      holder=""
      note={
        <>
          {isCity &&
            isOpenForSelf(appraisal.state) &&
            !mayTakeIn &&
            `${appraisal.subject.name}的自评随上报包报来后在这里接收；没有报的，可代为填写后送审`}
          {appraisal.isOwn && appraisal.state === 'submitted' && '已送审，随上报包报上级'}
          {appraisal.state === 'asked' && '审定、通报在“排名和结果”里对全部对象一起办理'}
        </>
      }
      texts={texts}
      phrases={phrases}
      take={async (wanted) => {
        const latest = await appraisalById(appraisal.id)
        await takeAppraisalStep(appraisal.id, latest?.revision ?? 0, wanted, by)
      }}
      lackOf={lackOf}
      onAsk={(_step, [lack]) => {
        const isItem = itemsOf(appraisal.scheme).some(({ id }) => id === lack?.at)
        if (lack) setInAddress({ item: isItem ? lack.at : 'extras' })
      }}
      ways={
        <Button color="inherit" onClick={() => void navigate('/appraisals')}>
          返回工作考核
        </Button>
      }
      after={
        <>
          {mayTakeIn && (
            <Button variant="contained" onClick={takeIn}>
              接收区县自评
            </Button>
          )}
          {!appraisal.isOwn && !forward && appraisal.state !== 'submitted' && may(by, 'see-schemes') && (
            <Button
              variant="contained"
              onClick={() => void navigate(`/appraisals/${appraisal.noticeId}/ranking`)}
            >
              排名和结果
            </Button>
          )}
        </>
      }
    />
  )
}
