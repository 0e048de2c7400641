import Box from '@mui/material/Box'
import type { ReactNode, RefObject } from 'react'
import type { Problem } from '#domain/problem'
import { Card } from '#ui/Card.tsx'
import type { SheetHandle } from '#ui/Sheet.tsx'
import { colours } from '#ui/theme'
import { GoalBasics } from './GoalBasics.tsx'
import { GoalFunding } from './GoalFunding.tsx'
import { GoalNarrative, GoalTargets } from './GoalNarrative.tsx'
import { GoalOther } from './GoalOther.tsx'
import { GoalTasks } from './GoalTasks.tsx'
import type { Draft } from './goal-draft.ts'
import type { GoalRecord } from './goal-record.ts'
import { IndicatorSheet } from './IndicatorSheet.tsx'
import type { SheetFocus } from './use-form-lead.ts'

export type SectionProps = {
  record: GoalRecord
  draft: Pick<Draft, 'content' | 'change' | 'touch'>
  problems: readonly Problem[]
  readOnly: boolean
  /** Unit and budget stay: an adjustment changes what is aimed at, not whose it is. */
  fixedOwner?: boolean
  focus: SheetFocus | null
  /** The indicator sheet, for rows that come from the library. */
  sheet: RefObject<SheetHandle | null>
}

/** The form in the order of the paper, with a line to jump along it. */
export function GoalSections(props: SectionProps) {
  const isDepartment = props.draft.content.kind === 'department'
  const sections: readonly { id: string; title: string; content: ReactNode }[] = [
    { id: 'basics', title: '基本信息', content: <GoalBasics {...props} /> },
    { id: 'money', title: '资金', content: <GoalFunding {...props} /> },
    ...(isDepartment ? [{ id: 'tasks', title: '年度主要任务', content: <GoalTasks {...props} /> }] : []),
    { id: 'reasons', title: '立项依据与概况', content: <GoalNarrative {...props} /> },
    { id: 'targets', title: '绩效目标', content: <GoalTargets {...props} /> },
    { id: 'indicators', title: '绩效指标', content: <IndicatorSheet {...props} /> },
    { id: 'other', title: '公开与其他', content: <GoalOther {...props} /> },
  ]
  return (
    <>
      <Box
        component="nav"
        aria-label="表内位置"
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
        {sections.map((section) => (
          <Box
            component="button"
            type="button"
            key={section.id}
            onClick={() => document.getElementById(`goal-${section.id}`)?.scrollIntoView({ block: 'start' })}
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
            {section.title}
          </Box>
        ))}
      </Box>
      <Box sx={{ p: 4, display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {sections.map((section) => (
          <Card key={section.id} id={`goal-${section.id}`} title={section.title}>
            {section.content}
          </Card>
        ))}
      </Box>
    </>
  )
}

/** Fields side by side, as many as fit. */
export function FieldGrid({ children, min = 200 }: { children: ReactNode; min?: number }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: '8px 12px',
        gridTemplateColumns: `repeat(auto-fill, minmax(${min}px, 1fr))`,
      }}
    >
      {children}
    </Box>
  )
}
