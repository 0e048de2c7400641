import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { takeDisposalStep } from '#actions/take-disposal-step'
import type { Calendar } from '#domain/calendar'
import type { Disposal } from '#domain/disposals/disposal'
import { disposalFlow } from '#domain/disposals/flow'
import { hasLetter, mayBeNumbered } from '#domain/disposals/letters'
import { measuresForDelay } from '#domain/disposals/propose'
import { measures } from '#domain/disposals/rules'
import { may, type Permission } from '#domain/people/permissions'
import { stepOf } from '#domain/workflow'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { exportLetters } from './disposal-export.ts'
import type { DisposalRow } from './disposal-rows.ts'
import { NumberDialog } from './NumberDialog.tsx'
import { stepPhrases, stepTexts } from './step-texts.ts'

const bulkSteps = [
  'decide-disposal',
  'drop-disposal',
  'redecide-disposal',
  'pass-answer',
  'close-disposal',
  'restore-disposal',
] as const satisfies readonly Permission[]
type BulkStep = (typeof bulkSteps)[number]

/** Above the table while rows are chosen: each step with how many of them it can be taken with, and the letters. */
export function DisposalBulk(props: {
  chosen: readonly DisposalRow[]
  all: readonly Disposal[]
  units: readonly Unit[]
  sections: readonly Section[]
  calendars: readonly Calendar[]
  onDone: () => void
}) {
  const { chosen, onDone } = props
  const { by, book, rules } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<BulkStep | 'number' | null>(null)
  const lettered = chosen.filter(({ disposal }) => hasLetter(disposal))
  const numbered = chosen.filter(({ disposal }) => mayBeNumbered(disposal))

  const [graver] = measuresForDelay(rules.monitoring.disposal)

  function wordOf(id: BulkStep): string {
    if (id === 'redecide-disposal' && graver) return `改为${measures[graver]}`
    return stepOf(disposalFlow, id)?.verb ?? ''
  }

  function fitting(id: BulkStep): DisposalRow[] {
    const from = stepOf(disposalFlow, id)?.from ?? []
    const rows = chosen.filter(({ disposal }) => from.includes(disposal.state))
    // Together only what is late is made graver; a change of one decision is made on its page.
    return id === 'redecide-disposal' ? rows.filter(({ group }) => group === 'overdue' && graver) : rows
  }

  function take(id: BulkStep, opinion: string) {
    setAsking(null)
    const rows = fitting(id)
    attempt(async () => {
      const decision = id === 'redecide-disposal' && graver ? { measure: graver } : {}
      const seen = rows.map(({ disposal }) => ({
        id: disposal.id,
        seenRevision: disposal.revision,
        decision,
      }))
      await takeDisposalStep(seen, { id, opinion }, by)
      say(`${wordOf(id)} ${rows.length} 项处置`)
      onDone()
    })
  }

  function exportAll() {
    attempt(async () => {
      const disposals = lettered.map(({ disposal }) => disposal)
      const sentence = await exportLetters(disposals, {
        book,
        rules,
        units: props.units,
        sections: props.sections,
      })
      if (sentence) say(sentence)
    })
  }

  function done() {
    setAsking(null)
    onDone()
  }

  const plain = asking !== null && asking !== 'number' && asking !== 'decide-disposal' ? asking : null
  return (
    <Box sx={{ px: 4, py: 1, display: 'flex', gap: 2, alignItems: 'center', bgcolor: 'action.selected' }}>
      <Box sx={{ flex: 1, fontSize: 13 }}>已选 {chosen.length} 项处置</Box>
      {bulkSteps
        .filter((id) => may(by, id))
        .map((id) => ({ id, count: fitting(id).length }))
        .filter(({ count }) => count > 0)
        .map(({ id, count }) => (
          <Button
            key={id}
            size="small"
            variant={id === 'decide-disposal' ? 'contained' : 'outlined'}
            onClick={() => setAsking(id)}
          >
            {wordOf(id)} {count} 项
          </Button>
        ))}
      {numbered.length > 0 && may(by, 'save-disposal') && (
        <Button size="small" variant="outlined" onClick={() => setAsking('number')}>
          登记文号 {numbered.length} 项
        </Button>
      )}
      {lettered.length > 0 && (
        <Button size="small" variant="outlined" onClick={exportAll}>
          导出文书 {lettered.length} 项
        </Button>
      )}
      <Button size="small" color="inherit" onClick={onDone}>
        取消选择
      </Button>
      {asking === 'decide-disposal' && (
        <DecideDialog
          rows={fitting(asking)}
          all={props.all}
          calendars={props.calendars}
          onClose={() => setAsking(null)}
          onDone={done}
        />
      )}
      {asking === 'number' && (
        <NumberDialog rows={numbered} all={props.all} onClose={() => setAsking(null)} onDone={done} />
      )}
      {plain && (
        <OpinionDialog
          title={`${wordOf(plain)} ${fitting(plain).length} 项处置`}
          action={wordOf(plain)}
          required={stepOf(disposalFlow, plain)?.opinion === 'required'}
          phrases={stepPhrases[plain] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(plain, opinion)}
        >
          <Box sx={{ fontSize: 13 }}>{stepTexts[plain] ?? ''}</Box>
        </OpinionDialog>
      )}
    </Box>
  )
}
