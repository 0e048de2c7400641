import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { correctDisclosure } from '#actions/correct-disclosure'
import { decideExemptions } from '#actions/decide-exemptions'
import { proposeExemptions } from '#actions/propose-exemptions'
import { revokeExemptions } from '#actions/revoke-exemptions'
import { withdrawDisclosures } from '#actions/withdraw-disclosures'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useWork } from '#ui/use-work'
import { CheckDialog } from './CheckDialog.tsx'
import { seenOf } from './disclosure-rows.ts'
import { type DisclosureStep, disclosureSteps, fitting } from './disclosure-steps.ts'
import { PublishDialog } from './PublishDialog.tsx'

/**
 * What can be done with the chosen things: each step with how many of them it can be taken with. While one is taken the
 * buttons keep the focus and ask for nothing more.
 */
export function DisclosureSteps(props: {
  chosen: readonly DisclosureRow[]
  /** What is chosen, where the page does not say so already. */
  what?: string
  onDone: () => void
}) {
  const { chosen, onDone } = props
  const { book, by } = useSession()
  const { say } = useToast()
  const { isWorking, work } = useWork()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<DisclosureStep | null>(null)
  const rows = asking ? fitting(asking, chosen, by) : []

  function done() {
    setAsking(null)
    onDone()
  }

  function take(step: DisclosureStep, text: string) {
    setAsking(null)
    work(async () => {
      const seen = rows.map(seenOf)
      if (step.id === 'propose') await proposeExemptions(book.id, seen, text, by)
      else if (step.id === 'approve')
        await decideExemptions(book.id, seen, { approves: true, opinion: text }, by)
      else if (step.id === 'refuse')
        await decideExemptions(book.id, seen, { approves: false, opinion: text }, by)
      else if (step.id === 'revoke') await revokeExemptions(book.id, seen, by)
      else if (step.id === 'withdraw') await withdrawDisclosures(book.id, seen, by)
      else for (const each of seen) await correctDisclosure(book.id, each, text, by)
      say(`${step.verb} ${rows.length} 项信息`)
      onDone()
    })
  }

  const said = isWorking ? '正在办理…' : props.what
  return (
    <>
      {said && <Box sx={{ flex: 1, fontSize: 13 }}>{said}</Box>}
      {disclosureSteps
        .filter(({ permission }) => may(by, permission))
        .map((step) => ({ step, count: fitting(step, chosen, by).length }))
        .filter(({ count }) => count > 0)
        .map(({ step, count }) => (
          <Button
            key={step.id}
            size="small"
            variant={step.id === 'publish' ? 'contained' : 'outlined'}
            onClick={() => !isWorking && setAsking(step)}
          >
            {step.verb} {count} 项
          </Button>
        ))}
      {may(by, 'make-publication-set') && (
        <Button
          size="small"
          variant="outlined"
          onClick={() =>
            void navigate('/disclosures/set', { state: { ids: chosen.map(({ objectId }) => objectId) } })
          }
        >
          生成公开材料
        </Button>
      )}
      {asking?.id === 'publish' && (
        <PublishDialog rows={rows} onClose={() => setAsking(null)} onDone={done} />
      )}
      {asking?.id === 'check' && <CheckDialog rows={rows} onClose={() => setAsking(null)} onDone={done} />}
      {asking && asking.id !== 'publish' && asking.id !== 'check' && (
        <OpinionDialog
          title={`${asking.verb} ${rows.length} 项信息`}
          action={asking.verb}
          required={asking.required}
          label={asking.label}
          phrases={asking.phrases}
          onCancel={() => setAsking(null)}
          onConfirm={(text) => take(asking, text)}
        >
          <Box sx={{ fontSize: 13 }}>{asking.text}</Box>
        </OpinionDialog>
      )}
    </>
  )
}

/** Above the table while rows are chosen. */
export function DisclosureBulk(props: { chosen: readonly DisclosureRow[]; onDone: () => void }) {
  return (
    <Box sx={{ px: 4, py: 1, display: 'flex', gap: 2, alignItems: 'center', bgcolor: 'action.selected' }}>
      <DisclosureSteps {...props} what={`已选 ${props.chosen.length} 项信息`} />
      <Button size="small" color="inherit" onClick={props.onDone}>
        取消选择
      </Button>
    </Box>
  )
}
