import Box from '@mui/material/Box'
import { markedTexts } from '#domain/goals/sentences'

/** A text with one of its sentences lit; written with other signs or widths it is the same sentence. */
export function LitText({ text, sentence }: { text: string; sentence: string }) {
  const [mark] = markedTexts([sentence], 1).keys()
  const same = [...markedTexts([text], 1)].find(([each]) => each === mark)?.[1].sentence ?? sentence
  const at = text.indexOf(same)
  if (at < 0) return <Box>{text}</Box>
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {text.slice(0, at)}
      <Box component="mark" sx={{ bgcolor: '#FDECC8', color: 'inherit' }}>
        {same}
      </Box>
      {text.slice(at + same.length)}
    </Box>
  )
}
