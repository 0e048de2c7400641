import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import type { Application } from '#domain/applications/application'
import type { Calendar } from '#domain/calendar'
import type { Goal } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { Card } from '#ui/Card.tsx'
import { ApplicationActions } from './ApplicationActions.tsx'
import { ApplicationHead } from './ApplicationHead.tsx'
import { ApplicationPanel } from './ApplicationPanel.tsx'
import { useApplicationSaver } from './application-saver.ts'
import { PartAnswer } from './PartAnswer.tsx'
import { PartDecision } from './PartDecision.tsx'
import { PartProposal } from './PartProposal.tsx'
import { PartRectification } from './PartRectification.tsx'
import { PartReferrals } from './PartReferrals.tsx'
import { PartResult } from './PartResult.tsx'
import type { PartProps } from './part.ts'

/** One application as a document, from the result to the money, with the next step at the foot. */
export function ApplicationDocument(props: {
  kept: Application
  next: Goal | null
  units: readonly Unit[]
  sections: readonly Section[]
  calendars: readonly Calendar[]
}) {
  const { kept, next, units, sections, calendars } = props
  const { by } = useSession()
  const saver = useApplicationSaver(kept, by)
  const [today] = useState(localToday)
  const [lacks, setLacks] = useState<readonly Problem[]>([])
  const { application } = saver
  const part: PartProps = { saver, application, next, units, sections, calendars, today, lacks }
  const own = ownPart(kept, by)
  // Whose turn it is finds the own part in sight, with what it rests on above it.
  useEffect(() => {
    document.getElementById(`application-${own}`)?.scrollIntoView({ block: 'end' })
  }, [own])
  const isBegun = application.state !== 'draft' && application.state !== 'dropped'
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <ApplicationHead {...part} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative' }}>
          <Box sx={{ p: 3, display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <Card id="application-result" title="结果">
              <PartResult {...part} />
            </Card>
            <Card id="application-proposal" title="应用建议">
              <PartProposal {...part} />
            </Card>
            {isBegun && (
              <Card id="application-decision" title="审定">
                <PartDecision {...part} />
              </Card>
            )}
            {application.decidedOn !== '' && (
              <Card id="application-answer" title="落实和书面反馈">
                <PartAnswer {...part} />
              </Card>
            )}
            <Card id="application-rectification" title="整改">
              <PartRectification {...part} />
            </Card>
            {application.referrals.length > 0 && (
              <Card id="application-referrals" title="监督检查局处理">
                <PartReferrals {...part} />
              </Card>
            )}
          </Box>
        </Box>
        <ApplicationPanel application={application} />
      </Box>
      <ApplicationActions {...part} onLack={setLacks} />
    </Box>
  )
}

/** The part in which somebody has to write now; '' where it is not the own turn. */
function ownPart(
  { state, rectification }: Pick<Application, 'state' | 'rectification'>,
  by: Actor,
): '' | 'decision' | 'answer' | 'rectification' {
  if (rectification?.state === 'ordered' && by.duty === 'unit') return 'rectification'
  if (state === 'budgeting' && by.duty === 'budget') return 'decision'
  if (state === 'deciding' && may(by, 'decide-application')) return 'decision'
  return state === 'carrying' && may(by, 'save-application-answer') ? 'answer' : ''
}
