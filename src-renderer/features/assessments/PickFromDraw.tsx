import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { AssessmentExpert } from '#domain/assessments/assessment'
import type { Draw } from '#domain/experts/draw'
import { membersOf } from '#domain/experts/draw-record'
import { useSession } from '#session'
import { drawsOf } from '#storage/draws'
import { rowId } from './fresh.ts'

/** 从抽取记录选入: the experts of a draw, as they stand after replacements; those already here are left out. */
export function PickFromDraw(props: {
  experts: readonly AssessmentExpert[]
  onPick: (fresh: AssessmentExpert[]) => void
}) {
  const { book } = useSession()
  const draws = useLiveQuery(() => drawsOf(book.id), [book.id])
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!draws || draws.length === 0) return null

  function pick(draw: Draw) {
    setAnchor(null)
    const here = new Set(props.experts.map(({ expertId }) => expertId))
    const fresh = membersOf(draw).filter(({ id }) => !here.has(id))
    props.onPick(
      fresh.map(({ id, name }) => ({
        id: rowId(),
        name,
        expertId: id,
        marks: {},
        opinion: '',
        submittedOn: '',
      })),
    )
  }

  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ mt: 1 }}
      >
        从抽取记录选入
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {draws.map((draw) => (
          <MenuItem key={draw.id} onClick={() => pick(draw)} sx={{ whiteSpace: 'normal', maxWidth: 520 }}>
            {draw.subject}：
            {membersOf(draw)
              .map(({ name }) => name)
              .join('、')}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
