import Box from '@mui/material/Box'
import {
  type SelfEvaluationState,
  selfEvaluationFlow,
  selfEvaluationStates,
} from '#domain/evaluation/self-evaluation-flow'
import { returnedBecause } from '#domain/evaluation/self-evaluation-step'
import { holderName, overdueDays } from '#domain/workflow'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadLine, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { colours } from '#ui/theme'
import type { PartProps } from './part.ts'
import { stateLooks } from './StateMark.tsx'

const road: readonly RoadStop<SelfEvaluationState>[] = [
  { word: '填报', states: ['draft', 'returned'] },
  { word: '审核', states: ['submitted'] },
  { word: '汇总', states: ['confirmed'] },
  { word: '已汇总', states: ['collected'] },
]

/** Title, saved state and the road with the present step. */
export function SelfEvaluationHead({ draft, score, units, sections }: PartProps) {
  const { form } = draft
  const unit = units.find(({ id }) => id === form.unitId)
  const section = sections.find(({ id }) => id === (unit?.sectionId ?? form.sectionId))
  const opinion = returnedBecause(form)
  const where = [unit?.name, section?.name, `自评表（${score.edition.name}）`].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead
        trail="单位自评"
        title={form.name || '未填名称的项目'}
        note={<SaveNote saver={draft} at={form.changedAt} />}
      />
      <Box
        sx={{
          flex: 'none',
          px: 4,
          py: 1,
          display: 'flex',
          gap: 6,
          fontSize: 13,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
          whiteSpace: 'nowrap',
        }}
      >
        <RoadLine
          road={road}
          state={form.state}
          word={selfEvaluationStates[form.state]}
          look={stateLooks[form.state]}
          holder={holderName(selfEvaluationFlow, form.state)}
          overdue={overdueDays(selfEvaluationFlow, form.state, form.heldSince, new Date().toISOString())}
        />
        <Box
          sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
          title={where}
        >
          {where}
        </Box>
      </Box>
      {opinion !== '' && (
        <Box sx={{ flex: 'none', px: 4, py: 1, fontSize: 13, bgcolor: colours.selected }}>
          退回意见：{opinion}
        </Box>
      )}
    </>
  )
}
