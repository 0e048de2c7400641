import Button from '@mui/material/Button'
import { Link, useNavigate } from 'react-router'
import { takeSpotCheckStep } from '#actions/take-spot-check-step'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { spotCheckFlow } from '#domain/spot-checks/flow'
import { holderName, stepsFrom } from '#domain/workflow'
import { useSession } from '#session'
import { spotCheckById } from '#storage/spot-checks'
import { StepBar } from '#ui/StepBar.tsx'
import { useToast } from '#ui/Toast.tsx'
import type { CheckDraft } from './check-saver.ts'
import { stepPhrases, stepTexts } from './check-step-texts.ts'

/** The bar at the foot: what can be done now, with the one next step at the right. */
export function CheckActions(props: {
  draft: CheckDraft
  problems: readonly Problem[]
  onJump: (at: string) => void
}) {
  const { draft, problems } = props
  const { check } = draft
  const { by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const steps = stepsFrom(spotCheckFlow, check.state, by)

  function openPaper() {
    attempt(async () => {
      await draft.flush()
      await navigate(`/monitoring/checks/${check.id}/paper`)
    })
  }

  return (
    <StepBar
      name={check.name}
      saver={draft}
      steps={steps}
      forward={steps.find((step) => !step.back)}
      holder={holderName(spotCheckFlow, check.state)}
      texts={stepTexts}
      phrases={stepPhrases}
      take={async (wanted) => {
        const latest = await spotCheckById(check.id)
        await takeSpotCheckStep([{ id: check.id, seenRevision: latest?.revision ?? 0 }], wanted, by)
      }}
      lackOf={({ id }) =>
        id === 'record-spot-check' ? problems.filter(({ severity }) => severity === 'error') : []
      }
      lacking={{
        title: (count) => `还有 ${count} 处必须填写`,
        note: '记录没有完成，已填的内容都在。',
        onJump: ({ at }) => props.onJump(at),
      }}
      ways={
        <>
          <Button color="inherit" component={Link} to="/monitoring/checks">
            返回台账
          </Button>
          <Button color="inherit" component={Link} to={`/monitoring/${check.monitoringId}`}>
            查看监控表
          </Button>
        </>
      }
    >
      {check.state === 'taken' && check.verdict !== 'true' && may(by, 'propose-disposals') && (
        <Button variant="outlined" component={Link} to={`/disposals?propose=${check.roundId}`}>
          提出处置
        </Button>
      )}
      <Button variant="outlined" onClick={openPaper}>
        打印底稿
      </Button>
    </StepBar>
  )
}
