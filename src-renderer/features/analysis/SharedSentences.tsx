import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { markedSentences } from '#domain/goals/sentences'
import { goalById } from '#storage/goals'

/** The sentences behind a count, as the first of the projects writes them; read when they are asked for. */
export function SharedSentences({ goalId, marks }: { goalId: string; marks: readonly string[] }) {
  const [isOpen, setOpen] = useState(false)
  const goal = useLiveQuery(() => (isOpen ? goalById(goalId) : null), [isOpen, goalId])
  const written = goal ? markedSentences(goal) : null
  return (
    <>
      <Button
        size="small"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        sx={{ justifySelf: 'start', p: 0 }}
      >
        {isOpen ? '收起相同的句子' : `看相同的 ${marks.length} 句`}
      </Button>
      {isOpen && written && (
        <Box component="ul" aria-label="相同的句子" sx={{ m: 0, pl: 5, display: 'grid', gap: 0.5 }}>
          {marks.map((mark) => (
            <li key={mark}>“{written.get(mark) ?? '（已修改）'}”</li>
          ))}
        </Box>
      )}
    </>
  )
}
