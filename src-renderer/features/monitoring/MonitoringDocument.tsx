import Box from '@mui/material/Box'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import {
  checkMonitoring,
  isUnfilled,
  type MonitoringSection,
  monitoringSections,
} from '#domain/monitoring/checks'
import { isUnderway, isWritable } from '#domain/monitoring/flow'
import { lightsOfMonitoring, type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { may } from '#domain/people/permissions'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { afterPress } from '#ui/after-press'
import { Card } from '#ui/Card.tsx'
import { useUnfilled } from '#ui/use-unfilled'
import { EntrySheet } from './EntrySheet.tsx'
import { MonitoringActions } from './MonitoringActions.tsx'
import { MonitoringHead } from './MonitoringHead.tsx'
import { MonitoringPanel } from './MonitoringPanel.tsx'
import { useMonitoringSaver } from './monitoring-saver.ts'
import { PartFunds } from './PartFunds.tsx'
import { PartBasics, PartTexts } from './PartTexts.tsx'
import type { PartProps } from './part.ts'
import { sectionAt } from './places.ts'

/** The form in the order of the paper: sections left, lights and findings right, the next step at the foot. */
export function MonitoringDocument(props: {
  kept: Monitoring
  round: Round
  units: readonly Unit[]
  sections: readonly Section[]
}) {
  const { kept, round, units, sections } = props
  const { by, rules } = useSession()
  const saver = useMonitoringSaver(by)
  const paper = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState<{ rowId: string; column: string; turn: number } | null>(null)
  const form = saver.shown(kept)
  const reference = referenceOf(form)
  // Who reviews the form sees the doubts that its writer saw.
  const problems = useMemo(
    () => (isUnderway(form.state) ? checkMonitoring(form, reference, rules.monitoring) : []),
    [form, reference, rules],
  )
  const lights = useMemo(
    () => lightsOfMonitoring(form, reference, rules.monitoring),
    [form, reference, rules],
  )
  const { loud, unfilled, visit, showAll } = useUnfilled(form.state === 'draft', problems, isUnfilled)
  const readOnly = !isWritable(kept.state) || round.state !== 'open' || !may(by, 'save-monitoring')
  const draft = { ...saver, form, change: (patch: PatchOf) => saver.change([{ id: kept.id, patch }]) }
  const part: PartProps = { draft, round, units, sections, problems: loud, readOnly }
  const contents: Readonly<Record<MonitoringSection, ReactNode>> = {
    basics: <PartBasics {...part} />,
    funds: <PartFunds {...part} />,
    indicators: (
      <EntrySheet
        // Another duty, a step or other targets: another sheet.
        key={`${readOnly} ${kept.state} ${form.entries.map(({ id, value }) => id + value).join()}`}
        draft={draft}
        rules={rules.monitoring}
        problems={loud}
        readOnly={readOnly}
        focus={focus}
        onLeave={visit}
      />
    ),
    texts: <PartTexts {...part} />,
  }
  const list = Object.entries(monitoringSections) as [MonitoringSection, string][] // the rows of the table

  function jump(at: string) {
    const [name = '', rowId = '', column = ''] = at.split('.')
    if (name === 'entries') {
      setFocus((before) => ({ rowId, column, turn: (before?.turn ?? 0) + 1 }))
      return
    }
    const id = at in monitoringSections ? at : sectionAt(at)
    const section = paper.current?.querySelector<HTMLElement>(`#monitoring-${CSS.escape(id)}`)
    section?.scrollIntoView({ block: 'start' })
    const field = section?.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`) ?? section
    const control = field?.querySelector<HTMLElement>('input:not([readonly]), textarea:not([readonly])')
    control?.focus({ preventScroll: true })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <MonitoringHead draft={draft} round={round} units={units} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          ref={paper}
          onBlur={(event) => {
            const field = event.target.closest('[data-field]')
            const at = field?.getAttribute('data-field')
            // From amount to amount the money is still being written.
            if (!at || field?.contains(event.relatedTarget)) return
            // What was typed is handed over first: it would be called missing until then.
            afterPress(() => visit(at))
          }}
          sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative' }}
        >
          <Box sx={{ p: 3, display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            {list.map(([id, title]) => (
              <Card key={id} id={`monitoring-${id}`} title={title}>
                {contents[id]}
              </Card>
            ))}
          </Box>
        </Box>
        <MonitoringPanel form={form} lights={lights} problems={loud} unfilled={unfilled} onJump={jump} />
      </Box>
      <MonitoringActions {...part} problems={problems} onJump={jump} onBlocked={showAll} />
    </Box>
  )
}

type PatchOf = Parameters<PartProps['draft']['change']>[0]
