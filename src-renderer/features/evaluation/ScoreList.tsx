import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { Fragment, useEffect, useRef } from 'react'
import { scoreText } from '#domain/evaluation/points'
import type { DeskItem, ItemState } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask } from '#domain/evaluation/task'
import { formatWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { colours } from '#ui/theme'

const looks: Readonly<Record<ItemState, { shape: string; colour: string; word: string }>> = {
  open: { shape: '○', colour: colours.empty, word: '未评' },
  full: { shape: '●', colour: colours.ok, word: '满分' },
  lost: { shape: '▲', colour: colours.attention, word: '有扣分' },
  unproven: { shape: '◆', colour: colours.excess, word: '未证实' },
  lacking: { shape: '■', colour: colours.alarm, word: '缺理由或佐证' },
}

/** What is to be scored, in order, with how far each is; beneath it the findings that keep the total down. */
export function ScoreList(props: {
  task: EvaluationTask
  items: readonly DeskItem[]
  index: number
  width: number
  vetoes: readonly string[]
  readOnly: boolean
  onChoose: (index: number) => void
  onVetoes: (vetoes: readonly string[]) => void
}) {
  const { task, items, index, vetoes } = props
  const { rules } = useSession()
  const here = useRef<HTMLLIElement>(null)
  const currentId = items[index]?.indicator.id
  useEffect(() => {
    if (currentId) here.current?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  const levels = new Map(
    task.system.levels.flatMap((level) =>
      level.groups.flatMap(({ indicators }) => indicators.map(({ id }) => [id, level.name] as const)),
    ),
  )
  const levelOf = (item: DeskItem | undefined) =>
    item?.indicator.id === task.calibrationId ? '校准（先评）' : levels.get(item?.indicator.id ?? '')
  return (
    <Box
      component="aside"
      aria-label="指标清单"
      sx={{
        width: props.width,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        bgcolor: colours.surface,
      }}
    >
      <Box
        component="ol"
        tabIndex={0}
        aria-label="待评指标"
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', listStyle: 'none', m: 0, p: 0 }}
      >
        {items.map((item, at) => {
          const look = looks[item.state]
          const isHere = at === index
          const level = levelOf(item)
          const { result } = item
          return (
            <Fragment key={item.indicator.id}>
              {level !== levelOf(items[at - 1]) && (
                <Box
                  component="li"
                  sx={{ px: 3, py: 0.5, fontSize: 12, color: colours.secondary, bgcolor: colours.head }}
                >
                  {level}
                </Box>
              )}
              <li ref={isHere ? here : undefined}>
                <ButtonBase
                  aria-current={isHere ? 'true' : undefined}
                  disabled={item.isLocked}
                  onClick={() => props.onChoose(at)}
                  sx={{
                    width: '100%',
                    display: 'flex',
                    gap: 2,
                    px: 3,
                    minHeight: 32,
                    fontSize: 13,
                    textAlign: 'left',
                    borderLeft: `3px solid ${isHere ? colours.primary : 'transparent'}`,
                    bgcolor: isHere ? colours.selected : undefined,
                    opacity: item.isLocked ? 0.6 : 1,
                    '&:hover': { bgcolor: isHere ? colours.selected : colours.head },
                  }}
                >
                  <Box
                    component="span"
                    title={look.word}
                    sx={{ color: look.colour, width: 14, flex: 'none' }}
                  >
                    <span aria-hidden="true">{look.shape}</span>
                    <Box component="span" sx={visuallyHidden}>
                      {look.word}
                    </Box>
                  </Box>
                  <Box component="span" sx={{ flex: 1, minWidth: 0, py: 0.5 }}>
                    {item.indicator.name}
                  </Box>
                  <Box component="span" sx={{ color: colours.secondary, whiteSpace: 'nowrap' }}>
                    {result?.points === null || !result ? '' : `${scoreText(result.points)}/`}
                    {formatWeight(item.indicator.points)}
                  </Box>
                </ButtonBase>
              </li>
            </Fragment>
          )
        })}
      </Box>
      <Box
        component="section"
        aria-label="一票否决"
        sx={{ flex: 'none', borderTop: `1px solid ${colours.line}`, p: 3, fontSize: 12, lineHeight: '18px' }}
      >
        <Box sx={{ color: colours.secondary, mb: 1 }}>发现下列情况的勾选</Box>
        {rules.evaluation.scoring.vetoes.map((veto) => (
          <Box component="label" key={veto.id} sx={{ display: 'flex', gap: 2, alignItems: 'start' }}>
            <input
              type="checkbox"
              checked={vetoes.includes(veto.id)}
              disabled={props.readOnly}
              onChange={(event) =>
                props.onVetoes(
                  event.target.checked ? [...vetoes, veto.id] : vetoes.filter((id) => id !== veto.id),
                )
              }
            />
            <span>
              {veto.text}（总分不超过 {formatWeight(veto.most)}）
            </span>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const
