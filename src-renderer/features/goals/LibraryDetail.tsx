import Box from '@mui/material/Box'
import { objectKinds } from '#domain/goals/goal'
import { type LibraryIndicator, libraryOrigin } from '#domain/library/indicator'
import { sectorName } from '#domain/library/library'
import { colours } from '#ui/theme'

/** Everything the library says of one entry, as pairs of word and text. */
export function LibraryDetail({ entry }: { entry: LibraryIndicator }) {
  const lines: readonly [string, string][] = [
    ['解释', entry.explanation],
    ['级次', `${entry.level1} › ${entry.level2}`],
    ['行业', sectorName(entry.sector)],
    ['依据', entry.standard],
    ['取值', entry.method],
    ['来源', entry.source],
    ['佐证', entry.evidence],
    ['评分', entry.scoring],
    ['适用', entry.kinds.map((kind) => objectKinds[kind]).join('、')],
    ['出处', libraryOrigin],
  ]
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: '32px minmax(0, 1fr)',
        gap: '2px 8px',
        m: 0,
        fontSize: 12,
        lineHeight: '18px',
        '& dt': { color: colours.secondary },
        '& dd': { m: 0, overflowWrap: 'anywhere' },
      }}
    >
      {lines.flatMap(([word, text]) => [<dt key={word}>{word}</dt>, <dd key={`${word} text`}>{text}</dd>])}
    </Box>
  )
}
