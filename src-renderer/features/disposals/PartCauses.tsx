import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import type { DisposalCause } from '#domain/disposals/disposal'
import { useSession } from '#session'
import { monitoringsOf } from '#storage/monitorings'
import { colours } from '#ui/theme'
import { CauseMark } from './DisposalMark.tsx'
import type { PartProps } from './part.ts'

/** 处置原因: each light as it was, opening to its formula, figures and clause; the form and the goal are one click away. */
export function PartCauses({ disposal }: PartProps) {
  const { book } = useSession()
  const { goalId, roundId, spotCheckId } = disposal
  const form = useLiveQuery(
    async () => (await monitoringsOf(book.id, roundId)).find((each) => each.goalId === goalId),
    [book.id, roundId, goalId],
  )
  return (
    <Box sx={{ fontSize: 13, lineHeight: '20px' }}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {disposal.causes.map((cause) => (
          <Box component="li" key={`${cause.kind} ${cause.text}`}>
            <Box sx={{ display: 'flex', gap: 3 }}>
              <Box sx={{ width: 108, flex: 'none' }}>
                <CauseMark cause={cause} />
              </Box>
              <Ground cause={cause} />
            </Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 4, mt: 2, '& a': { color: 'primary.main' } }}>
        {form && <Link to={`/monitoring/${form.id}`}>查看监控表</Link>}
        {spotCheckId !== '' && <Link to={`/monitoring/checks/${spotCheckId}`}>查看重点核查</Link>}
        <Link to={`/goals/${goalId}`}>查看绩效目标</Link>
      </Box>
    </Box>
  )
}

/** The sentence opens to what it rests on. */
function Ground({ cause }: { cause: DisposalCause }) {
  return (
    <Box
      component="details"
      sx={{
        flex: 1,
        minWidth: 0,
        overflowWrap: 'anywhere',
        color: colours.secondary,
        '& summary': { cursor: 'pointer', color: colours.text, whiteSpace: 'pre-line' },
      }}
    >
      <summary title="点开看怎么算的">{cause.text}</summary>
      <Box sx={{ py: 1, pl: 3.5 }}>
        {cause.formula !== '' && <Box>{cause.formula}</Box>}
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 4 }}
        >
          {cause.inputs.map((input) => (
            <Box key={input.name} sx={{ display: 'contents' }}>
              <Box component="dt">{input.name}</Box>
              <Box component="dd" sx={{ m: 0, color: colours.text }}>
                {input.value}
              </Box>
            </Box>
          ))}
        </Box>
        <Box>界线：{cause.line}</Box>
        <Box>
          依据：{cause.clause}〔{cause.mark}〕
        </Box>
      </Box>
    </Box>
  )
}
