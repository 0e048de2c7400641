import Box from '@mui/material/Box'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { isOpenForUnit } from '#domain/evaluation/self-evaluation-flow'
import { selfEvaluationProblems } from '#domain/evaluation/self-evaluation-problems'
import { scoreOf } from '#domain/evaluation/self-evaluation-score'
import { may } from '#domain/people/permissions'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { PartDepartment } from './PartDepartment.tsx'
import { PartFunds } from './PartFunds.tsx'
import { PartBasics, PartTexts } from './PartTexts.tsx'
import type { PartProps } from './part.ts'
import { type FormSection, formSections, sectionAt } from './places.ts'
import { RestoreButton } from './RestoreButton.tsx'
import { ScoreLine } from './ScoreLine.tsx'
import { SelfEvaluationActions } from './SelfEvaluationActions.tsx'
import { SelfEvaluationHead } from './SelfEvaluationHead.tsx'
import { type PanelTab, SelfEvaluationPanel } from './SelfEvaluationPanel.tsx'
import { useSelfEvaluationSaver } from './self-evaluation-saver.ts'

/** The form in the order of the paper: sections left, scores and findings right, total above, the next step at the foot. */
export function SelfEvaluationDocument(props: {
  kept: SelfEvaluation
  units: readonly Unit[]
  sections: readonly Section[]
}) {
  const { kept, units, sections } = props
  const { by, rules } = useSession()
  const draft = useSelfEvaluationSaver(kept, by)
  const paper = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState<{ rowId: string; column: string; turn: number } | null>(null)
  const [restored, setRestored] = useState(0)
  const [tab, setTab] = useState<PanelTab>('scores')
  const { form } = draft
  const score = useMemo(() => scoreOf(form, rules), [form, rules])
  const problems = useMemo(
    () => (isOpenForUnit(form.state) ? selfEvaluationProblems(form, rules) : []),
    [form, rules],
  )
  if (!score) return <EmptyState text="当前规则包没有这份自评表的版式，不能打开。请在设置中核对规则包。" />
  const readOnly = !isOpenForUnit(kept.state) || !may(by, 'save-self-evaluation')
  const part: PartProps = { draft, score, units, sections, problems, readOnly }
  const contents: Readonly<Record<FormSection, ReactNode>> = {
    basics: <PartBasics {...part} />,
    funds: <PartFunds {...part} />,
    indicators: (
      <EntrySheet
        // Another duty, a step or targets put back: another sheet.
        key={`${readOnly} ${kept.state} ${restored}`}
        draft={draft}
        score={score}
        problems={problems}
        readOnly={readOnly}
        focus={focus}
        tools={
          !readOnly && (
            <RestoreButton
              form={form}
              onRestore={(entries) => {
                draft.change(() => ({ entries }))
                setRestored((before) => before + 1)
              }}
            />
          )
        }
      />
    ),
    texts: <PartTexts {...part} />,
    department: <PartDepartment {...part} />,
  }
  const list = Object.entries(formSections) as [FormSection, string][] // the entries of the table

  function jump(at: string) {
    const [name = '', rowId = '', column = ''] = at.split('.')
    if (name === 'entries' && rowId !== '') {
      setFocus((before) => ({ rowId, column, turn: (before?.turn ?? 0) + 1 }))
      return
    }
    const section = paper.current?.querySelector<HTMLElement>(`#self-evaluation-${sectionAt(at)}`)
    section?.scrollIntoView({ block: 'start' })
    const field = section?.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`) ?? section
    field
      ?.querySelector<HTMLElement>('input:not([readonly]), textarea:not([readonly]), select:not([disabled])')
      ?.focus({ preventScroll: true })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <SelfEvaluationHead {...part} />
      <ScoreLine
        form={form}
        score={score}
        problems={problems}
        onScore={() => setTab('scores')}
        onMissing={() => setTab('problems')}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box ref={paper} sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative' }}>
          <Box sx={{ p: 3, display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            {list.map(([id, title]) => (
              <Card key={id} id={`self-evaluation-${id}`} title={title}>
                {contents[id]}
              </Card>
            ))}
          </Box>
        </Box>
        <SelfEvaluationPanel
          form={form}
          score={score}
          problems={problems}
          open={tab}
          onOpen={setTab}
          onJump={jump}
        />
      </Box>
      <SelfEvaluationActions {...part} onJump={jump} />
    </Box>
  )
}
