import Box from '@mui/material/Box'
import { useMemo, useRef } from 'react'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { may } from '#domain/people/permissions'
import { checkSpotCheck } from '#domain/spot-checks/checks'
import { isCheckWritable } from '#domain/spot-checks/flow'
import { pickWays, type SpotCheck } from '#domain/spot-checks/spot-check'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { Card } from '#ui/Card.tsx'
import { colours } from '#ui/theme'
import { CheckActions } from './CheckActions.tsx'
import { VerdictCard, VisitCard } from './CheckCards.tsx'
import { CheckHead } from './CheckHead.tsx'
import { CheckLines } from './CheckLines.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { useCheckDraft } from './check-saver.ts'

/** 核查工作底稿 on screen: where and by whom, each thing reported beside what was found, and the verdict. */
export function CheckDocument(props: {
  kept: SpotCheck
  form: Monitoring | null
  round: Round | null
  units: readonly Unit[]
}) {
  const { form } = props
  const { by } = useSession()
  const draft = useCheckDraft(props.kept, by)
  const paper = useRef<HTMLDivElement>(null)
  const { check } = draft
  const readOnly = !isCheckWritable(props.kept.state) || !may(by, 'save-spot-check')
  const problems = useMemo(() => (isCheckWritable(check.state) ? checkSpotCheck(check) : []), [check])
  const unit = props.units.find(({ id }) => id === check.unitId)
  const where = [unit?.name, props.round?.name, pickWays[check.way]]
  const isChanged = form !== null && form.revision !== check.formRevision

  function jump(at: string) {
    const place = paper.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`)
    place?.scrollIntoView({ block: 'center' })
    const control = place?.matches('select')
      ? place
      : place?.querySelector<HTMLElement>('input, textarea, select, button')
    control?.focus({ preventScroll: true })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <CheckHead draft={draft} where={where} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          ref={paper}
          sx={{
            flex: 1,
            minWidth: 0,
            overflow: 'auto',
            p: 3,
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr)',
            gap: 3,
            alignContent: 'start',
          }}
        >
          {isChanged && (
            <Box role="note" sx={{ fontSize: 13, color: colours.attention }}>
              ▲ 监控表在抽取后被修改过，这里保留抽取时的填报数；可在监控表的过程中查看改动。
            </Box>
          )}
          <VisitCard draft={draft} problems={problems} readOnly={readOnly} />
          <Card title="核查事项" field="lines">
            <CheckLines draft={draft} problems={problems} readOnly={readOnly} />
          </Card>
          <VerdictCard draft={draft} problems={problems} readOnly={readOnly} />
          {(check.explanation !== '' || check.state === 'asked') && (
            <Card title="单位说明">
              <Box sx={{ fontSize: 14, whiteSpace: 'pre-wrap' }}>
                {check.explanation || '等待单位说明：预算单位在下方“提交说明”中填写。'}
              </Box>
            </Card>
          )}
        </Box>
        <CheckPanel check={check} problems={problems} onJump={jump} />
      </Box>
      <CheckActions draft={draft} problems={problems} onJump={jump} />
    </Box>
  )
}
