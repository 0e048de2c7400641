import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { LibraryIndicator } from '#domain/library/indicator'
import { firstFault } from '#domain/library/own-check'
import { indicatorFlow, mayChangeOwn, reachesProposal } from '#domain/library/own-flow'
import { type OwnIndicator, type OwnState, ownEntry } from '#domain/library/own-indicator'
import { holderName, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import type { Cited } from '#storage/own-indicators'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import { LibraryCitations } from './LibraryCitations.tsx'
import { LibraryDetail } from './LibraryDetail.tsx'
import { SideFoot, SideFrame } from './LibrarySide.tsx'
import { OwnIndicatorForm } from './OwnIndicatorForm.tsx'
import { OwnStateMark } from './OwnMark.tsx'
import { useOwnDraft } from './use-own-draft.ts'

type Step = WorkflowStep<OwnState>

const stepTexts: Readonly<Record<string, string>> = {
  'propose-indicator': '重新提出后由监督与绩效管理科确认。',
  'confirm-indicator': '确认后列入指标库，各单位填报时可以查找和插入。',
  'return-indicator': '退回后由提出的单位或股室修改，修改期间不在指标库中推荐。',
  'retire-indicator': '停用后不再推荐和插入，已经引用的目标不受影响。',
  'resume-indicator': '恢复后重新列入指标库。',
}

const phrases: Readonly<Record<string, readonly string[]>> = {
  'return-indicator': ['请补充参考值及其依据。', '指标解释不明确，请写清口径。', '与现有指标重复，请合并。'],
  'retire-indicator': ['政策已到期。', '已有统一口径的指标。'],
}

/** 个性指标 beside the list: its content to change or to read, who cites it, its road, and the steps of the duty. */
export function OwnIndicatorPanel(props: {
  own: OwnIndicator
  library: readonly LibraryIndicator[]
  cited: ReadonlyMap<string, Cited> | null
}) {
  const { own, library } = props
  const { by, rules } = useSession()
  const { say } = useToast()
  const draft = useOwnDraft(own, library)
  const [asking, setAsking] = useState<Step | null>(null)
  const [discarding, setDiscarding] = useState(false)
  const editable = mayChangeOwn(by, own)
  const steps = reachesProposal(by, own) ? stepsFrom(indicatorFlow, own.state, by) : []
  const forward = steps.find((step) => !step.back)
  const holder = own.state === 'proposed' ? holderName(indicatorFlow, own.state) : own.proposedBy
  const entry = ownEntry(own, rules)

  function ask(step: Step) {
    const fault = editable ? firstFault(draft.problems) : null
    if (fault) say({ text: `${fault.message}改好后再${step.verb}。`, severity: 'warning' })
    else setAsking(step)
  }

  return (
    <SideFrame label="个性指标" title={own.name} wide={editable}>
      <Box sx={{ fontSize: 12, lineHeight: '18px', color: colours.secondary, mb: 2 }}>
        <OwnStateMark state={own.state} /> · {own.proposedBy}提出
        {!forward && (own.state === 'proposed' || own.state === 'returned') && `，等待${holder}办理`}
      </Box>
      {own.opinion !== '' && (
        <Box
          role="note"
          sx={{
            mb: 2,
            p: 2,
            fontSize: 13,
            bgcolor: colours.page,
            borderLeft: `3px solid ${colours.attention}`,
          }}
        >
          退回意见：{own.opinion}
        </Box>
      )}
      {editable ? (
        <OwnIndicatorForm content={draft.content} problems={draft.problems} onChange={draft.change} />
      ) : (
        <LibraryDetail entry={entry} />
      )}
      <LibraryCitations entry={entry} cited={props.cited} />
      <Box component="section" aria-label="办理过程" sx={{ mt: 3, fontSize: 13, lineHeight: '20px' }}>
        <TrailList empty="还没有送审。" trail={own.trail} />
      </Box>
      <SideFoot>
        {editable && (
          <Button color="error" onClick={() => setDiscarding(true)}>
            删除
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
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
      </SideFoot>
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${own.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={phrases[asking.id] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => {
            setAsking(null)
            draft.take(asking, opinion)
          }}
        >
          <Box sx={{ fontSize: 13 }}>{stepTexts[asking.id] ?? ''}</Box>
        </OpinionDialog>
      )}
      <ConfirmDialog
        open={discarding}
        title={`删除“${own.name}”？`}
        action="删除这个指标"
        dangerous
        onCancel={() => setDiscarding(false)}
        onConfirm={() => {
          setDiscarding(false)
          draft.discard()
        }}
      >
        尚未确认，删除后不能恢复；操作记录中保留其内容。
      </ConfirmDialog>
    </SideFrame>
  )
}
