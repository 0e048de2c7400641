import Box from '@mui/material/Box'
import { leftCompulsory } from '#domain/evaluation/plan-list'
import type { Problem } from '#domain/problem'
import { CountField } from '#ui/CountField.tsx'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import type { PlanDesk } from './use-plan.ts'

/** Under the kinds: the year's capacity, whether the pace is enough, and what is missing before the plan can be issued. */
export function PlanNotes({
  desk,
  chosen,
  problems,
}: {
  desk: PlanDesk
  chosen: number
  problems: readonly Problem[]
}) {
  const left = leftCompulsory(desk.lines).filter(({ object }) => object.kind !== 'government').length
  const asked = problems.filter(({ at }) => at === 'leftNote')
  return (
    <Box
      sx={{
        ...{ flex: 'none', display: 'flex', gap: 4, alignItems: 'flex-end', px: 4, pb: 2, fontSize: 13 },
        flexWrap: 'wrap',
      }}
    >
      <Box sx={{ width: 92 }}>
        <CountField
          label="本年能力（项）"
          isNeeded
          value={desk.capacity}
          readOnly={!desk.isOpen}
          onCommit={(capacity) => capacity !== desk.capacity && desk.save({ capacity })}
        />
      </Box>
      <Box sx={{ lineHeight: '20px', color: colours.secondary }}>
        <Box>
          已列入 <b>{chosen}</b> 项；周期内还没有评的 {desk.pace.uncovered} 个。
        </Box>
        <Box>要按期全覆盖，今后每年至少评 {desk.pace.neededPerYear} 个。</Box>
      </Box>
      {left > 0 && chosen > 0 && (
        <Box sx={{ flex: 1, minWidth: 260 }}>
          <TextField
            label={`未列入的 ${left} 个到期、逾期对象：今后的安排`}
            value={desk.plan?.leftNote ?? ''}
            readOnly={!desk.isOpen}
            placeholder="例如：余下部门按风险分两年补评。"
            problems={asked}
            onCommit={(leftNote) => desk.save({ leftNote })}
          />
        </Box>
      )}
      <Problems problems={chosen > 0 ? problems.filter(({ at }) => at !== 'leftNote') : []} />
    </Box>
  )
}

const shownProblems = 2

function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  const more = problems.length - shownProblems
  return (
    <Box component="ul" aria-label="下达前要处理" sx={{ listStyle: 'none', m: 0, p: 0, width: '100%' }}>
      {problems.slice(0, shownProblems).map(({ message, at, severity }) => (
        <Box component="li" key={`${at}${message}`} sx={{ color: severityMarks[severity].colour }}>
          <span aria-hidden="true">{severityMarks[severity].shape}</span> {message}
        </Box>
      ))}
      {more > 0 && <Box component="li">另有 {more} 处。</Box>}
    </Box>
  )
}
