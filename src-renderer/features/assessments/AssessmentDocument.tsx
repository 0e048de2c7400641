import Box from '@mui/material/Box'
import { type ReactNode, useRef } from 'react'
import type { Assessment } from '#domain/assessments/assessment'
import { type AssessmentSection, assessmentSections } from '#domain/assessments/conditions'
import { type AssessmentPart, assessmentParts, isPartOpen } from '#domain/assessments/flow'
import type { Goal } from '#domain/goals/goal'
import { may } from '#domain/people/permissions'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { Card } from '#ui/Card.tsx'
import { colours } from '#ui/theme'
import { AssessmentActions } from './AssessmentActions.tsx'
import { AssessmentHead } from './AssessmentHead.tsx'
import { AssessmentPanel } from './AssessmentPanel.tsx'
import { useAssessmentDraft } from './assessment-draft.ts'
import { PartAdvice, PartFollow } from './PartAdvice.tsx'
import { PartAnalysis } from './PartAnalysis.tsx'
import { PartBasics, PartProposal } from './PartBasics.tsx'
import { PartMaterials } from './PartMaterials.tsx'
import { PartScores } from './PartScores.tsx'
import type { PartProps } from './part.ts'

/** The document in the order of the report: sections left, the road and help right, the next step at the foot. */
export function AssessmentDocument(props: {
  kept: Assessment
  goal: Goal | null
  units: readonly Unit[]
  sections: readonly Section[]
}) {
  const { kept, goal, units, sections } = props
  const { by } = useSession()
  const draft = useAssessmentDraft(kept, by)
  const form = useRef<HTMLDivElement>(null)
  const isOpen = (part: AssessmentPart) =>
    isPartOpen(part, kept.state) && may(by, assessmentParts[part].permission)
  const part: PartProps = { draft, goal, units, sections, isOpen }
  const contents: Readonly<Record<AssessmentSection, ReactNode>> = {
    basics: <PartBasics {...part} />,
    proposal: <PartProposal {...part} />,
    materials: <PartMaterials {...part} />,
    scores: <PartScores {...part} />,
    analysis: <PartAnalysis {...part} />,
    advice: <PartAdvice {...part} />,
    follow: <PartFollow {...part} />,
  }
  const list = Object.entries(assessmentSections) as [AssessmentSection, string][] // the rows of the table

  function jump(section: string) {
    const place = form.current?.querySelector<HTMLElement>(`#assessment-${CSS.escape(section)}`)
    place?.scrollIntoView({ block: 'start' })
    place
      ?.querySelector<HTMLElement>('input:not([readonly]), textarea:not([readonly]), select:not(:disabled)')
      ?.focus({ preventScroll: true })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <AssessmentHead draft={draft} units={units} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box ref={form} sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative' }}>
          <SectionLine list={list} onJump={jump} />
          <Box sx={{ p: 4, display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            {list.map(([id, title]) => (
              <Card key={id} id={`assessment-${id}`} title={title}>
                {contents[id]}
              </Card>
            ))}
          </Box>
        </Box>
        <AssessmentPanel assessment={draft.assessment} />
      </Box>
      <AssessmentActions {...part} onJump={jump} />
    </Box>
  )
}

function SectionLine(props: {
  list: readonly [AssessmentSection, string][]
  onJump: (section: string) => void
}) {
  return (
    <Box
      component="nav"
      aria-label="文内位置"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 5,
        px: 4,
        display: 'flex',
        gap: 5,
        bgcolor: colours.page,
        borderBottom: `1px solid ${colours.line}`,
      }}
    >
      {props.list.map(([id, title]) => (
        <Box
          component="button"
          type="button"
          key={id}
          onClick={() => props.onJump(id)}
          sx={{
            font: 'inherit',
            fontSize: 13,
            lineHeight: '32px',
            p: 0,
            border: 0,
            bgcolor: 'transparent',
            color: colours.primary,
            cursor: 'pointer',
            whiteSpace: 'nowrap',
            '&:hover': { textDecoration: 'underline' },
          }}
        >
          {title}
        </Box>
      ))}
    </Box>
  )
}
