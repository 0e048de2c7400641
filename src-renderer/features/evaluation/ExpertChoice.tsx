import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import type { TaskExpert } from '#domain/evaluation/task'
import { houseOf } from '#domain/experts/avoid'
import { reasonAgainst } from '#domain/experts/draw'
import { type Expert, matchesExpert } from '#domain/experts/expert'
import { expertFields, shippedExpertRules } from '#domain/experts/expert-rules'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { allExperts } from '#storage/experts'
import { SearchField } from '#ui/SearchField.tsx'
import { colours } from '#ui/theme'

/** 专家: chosen from the register; who must avoid the unit or is not in the register any more is shown with the reason. */
export function ExpertChoice(props: {
  units: readonly Unit[]
  unitId: string
  today: string
  chosen: readonly TaskExpert[]
  readOnly?: boolean
  onChange: (chosen: readonly TaskExpert[]) => void
}) {
  const { chosen, unitId, units, today } = props
  const { book, rules } = useSession()
  const experts = useLiveQuery(() => allExperts(book.demo), [book.demo])
  const [search, setSearch] = useState('')
  const { least } = rules.evaluation.scoring.aggregation
  const request = useMemo(
    () => ({ ...houseOf(unitId, units), subject: '绩效评价', wanted: [], today }),
    [unitId, units, today],
  )
  const rows = useMemo(
    () =>
      (experts ?? []).map((expert) => ({
        expert,
        reason: reasonAgainst(expert, request, shippedExpertRules),
      })),
    [experts, request],
  )
  if (!experts) return null
  const ids = new Set(chosen.map(({ expertId }) => expertId))
  const shown = rows
    .filter(({ expert }) => ids.has(expert.id) || matchesExpert(expert, search))
    .toSorted((left, right) => order(left, ids) - order(right, ids))

  function toggle({ id, name }: Expert) {
    if (ids.has(id)) props.onChange(chosen.filter(({ expertId }) => expertId !== id))
    else props.onChange([...chosen, { expertId: id, name, weight: 1 }])
  }

  return (
    <Box component="section" aria-label="评分专家" sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1 }}>
        <Box sx={{ flex: 1, fontSize: 12, color: colours.secondary }}>
          专家：已选 {chosen.length} 人，至少 {least} 人才能形成结果
        </Box>
        <SearchField
          label="查找专家"
          placeholder="姓名、单位、专长"
          width={180}
          value={search}
          onChange={setSearch}
        />
      </Box>
      {experts.length === 0 ? (
        <Box sx={{ fontSize: 13, color: colours.secondary }}>
          专家库里还没有专家。请先在“设置 › 专家”中登记，任务可以先建。
        </Box>
      ) : (
        <Box
          component="ul"
          tabIndex={0}
          aria-label="专家名单"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            maxHeight: 148,
            overflow: 'auto',
            border: `1px solid ${colours.line}`,
            display: 'grid',
            gridTemplateColumns: '1fr 1fr',
          }}
        >
          {shown.map(({ expert, reason }) => (
            <Box
              component="li"
              key={expert.id}
              sx={{
                px: 2,
                py: 0.5,
                fontSize: 13,
                bgcolor: ids.has(expert.id) ? colours.selected : undefined,
              }}
            >
              <Box
                component="label"
                sx={{ display: 'flex', gap: 2, alignItems: 'center', '& input': { m: 0 } }}
              >
                <input
                  type="checkbox"
                  checked={ids.has(expert.id)}
                  disabled={props.readOnly === true || (reason !== '' && !ids.has(expert.id))}
                  onChange={() => toggle(expert)}
                />
                <span>
                  {expert.name}
                  <Box
                    component="span"
                    sx={{ color: reason === '' ? colours.secondary : colours.alarm, fontSize: 12 }}
                  >
                    {'　'}
                    {reason || expert.fields.map((field) => expertFields[field]).join('、')}
                  </Box>
                </span>
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  )
}

function order({ expert, reason }: { expert: Expert; reason: string }, chosen: ReadonlySet<string>): number {
  if (chosen.has(expert.id)) return 0
  return reason === '' ? 1 : 2
}
