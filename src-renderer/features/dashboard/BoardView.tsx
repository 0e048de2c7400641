import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Board } from '#domain/dashboard/board'
import { type Ranking, rankings } from '#domain/dashboard/ranking'
import { formatWan } from '#domain/money'
import { colours } from '#ui/theme'
import { BoardFigures } from './BoardFigures.tsx'
import { BoardPicture } from './BoardPicture.tsx'
import { BoardWarnings } from './BoardWarnings.tsx'
import type { DrillTo } from './board-address.ts'
import { boardPictures } from './board-pictures.ts'
import type { LightsBy } from './picture-lights.ts'

const rankingList = Object.entries(rankings) as [Ranking, string][] // the entries of the table
const lightsChoices: readonly [LightsBy, string][] = [
  ['unit', '按单位'],
  ['stage', '按管理环节'],
]

/** The board: figures, four pictures, the worst ten. The same for one that was frozen. */
export function BoardView(props: {
  board: Board
  to: DrillTo
  lightsBy: LightsBy
  /** Names of the pictures that show their table. */
  tables: readonly string[]
  onChange: (changes: Record<string, string>) => void
  /** Not given where the ranking was frozen with the board. */
  mayRank: boolean
}) {
  const { board, to, lightsBy, tables, onChange } = props
  const pictures = useMemo(() => boardPictures(board, to, lightsBy), [board, to, lightsBy])
  const shown = (id: string) => ({
    asTable: tables.includes(id),
    onTable: (asTable: boolean) => {
      const others = tables.filter((each) => each !== id)
      onChange({ table: [...others, ...(asTable ? [id] : [])].join(',') })
    },
  })
  return (
    <>
      <BoardFigures board={board} to={to} />
      {board.unmatched.units > 0 && (
        <Box sx={{ fontSize: 13, color: colours.secondary }}>
          ▲ 支出中有 {formatWan(board.unmatched.paid)} 万元（{board.unmatched.units}{' '}
          个单位）没有对应到项目，已计入合计，参照按序时进度，不参加亮灯。
          <Box component={Link} to={to('unmatched')} sx={{ displayPrint: 'none' }}>
            查看
          </Box>
        </Box>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
          gap: 3,
          alignItems: 'stretch',
        }}
      >
        <BoardPicture picture={pictures.line} {...shown('line')} />
        <BoardPicture picture={pictures.lights} {...shown('lights')}>
          <Choices
            label="灯的分组"
            choices={lightsChoices}
            value={lightsBy}
            onChange={(by) => onChange({ lights: by === 'unit' ? '' : by })}
          />
        </BoardPicture>
        <BoardPicture picture={pictures.ranking} {...shown('ranking')}>
          {props.mayRank && (
            <Choices
              label="排名对象"
              choices={rankingList}
              value={board.ranking}
              onChange={(rank) => onChange({ rank: rank === 'department' ? '' : rank })}
            />
          )}
        </BoardPicture>
        <BoardPicture picture={pictures.heat} {...shown('heat')} />
      </Box>
      <BoardWarnings board={board} to={to} />
    </>
  )
}

function Choices<Key extends string>(props: {
  label: string
  choices: readonly (readonly [Key, string])[]
  value: Key
  onChange: (key: Key) => void
}) {
  return (
    <Box role="group" aria-label={props.label} sx={{ display: 'flex', displayPrint: 'none' }}>
      {props.choices.map(([key, name]) => (
        <Button
          key={key}
          size="small"
          color={key === props.value ? 'primary' : 'inherit'}
          aria-pressed={key === props.value}
          onClick={() => props.onChange(key)}
          sx={{ fontWeight: key === props.value ? 600 : 400 }}
        >
          {name}
        </Button>
      ))}
    </Box>
  )
}
