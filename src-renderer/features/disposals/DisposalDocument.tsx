import Box from '@mui/material/Box'
import { useState } from 'react'
import type { Calendar } from '#domain/calendar'
import { leadsToAdjustment } from '#domain/disposals/checks'
import type { Disposal } from '#domain/disposals/disposal'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { Card } from '#ui/Card.tsx'
import { DisposalActions } from './DisposalActions.tsx'
import { DisposalHead } from './DisposalHead.tsx'
import { DisposalPanel } from './DisposalPanel.tsx'
import { useDisposalSaver } from './disposal-saver.ts'
import { PartAdjustment } from './PartAdjustment.tsx'
import { PartAnswer } from './PartAnswer.tsx'
import { PartCauses } from './PartCauses.tsx'
import { PartDecision } from './PartDecision.tsx'
import type { PartProps } from './part.ts'

/** One disposal as a document: why, what is demanded, what was done, and the next step at the foot. */
export function DisposalDocument(props: {
  kept: Disposal
  all: readonly Disposal[]
  units: readonly Unit[]
  sections: readonly Section[]
  calendars: readonly Calendar[]
}) {
  const { kept, all, units, sections, calendars } = props
  const { by, rules } = useSession()
  const saver = useDisposalSaver(kept, by)
  const [today] = useState(localToday)
  const [showsLack, setShowsLack] = useState(false)
  const { disposal } = saver
  const part: PartProps = { saver, disposal, all, units, sections, calendars, today }
  function showLack(part: 'answer' | 'decision') {
    setShowsLack(true)
    document.getElementById(`disposal-${part}`)?.scrollIntoView({ block: 'start' })
  }
  const adjusts = leadsToAdjustment(disposal, rules.monitoring.disposal)
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <DisposalHead {...part} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative' }}>
          <Box sx={{ p: 3, display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Card id="disposal-causes" title="处置原因">
              <PartCauses {...part} />
            </Card>
            <Card id="disposal-decision" title="处置意见">
              <PartDecision {...part} />
            </Card>
            <Card id="disposal-answer" title="整改情况">
              <PartAnswer {...part} showsLack={showsLack} />
            </Card>
            {adjusts && (
              <Card id="disposal-adjustment" title="目标调整">
                <PartAdjustment {...part} />
              </Card>
            )}
          </Box>
        </Box>
        <DisposalPanel disposal={disposal} />
      </Box>
      <DisposalActions {...part} onLack={showLack} />
    </Box>
  )
}
