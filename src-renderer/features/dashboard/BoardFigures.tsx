import Box from '@mui/material/Box'
import { Link } from 'react-router'
import type { Board } from '#domain/dashboard/board'
import { formatRate, rateOf } from '#domain/execution/rate'
import { formatWan, formatWanExact, growthInTenths, tenthsText } from '#domain/money'
import { colours } from '#ui/theme'
import type { DrillTo } from './board-address.ts'

type Tile = { name: string; value: string; exact: string; unit: string; beside: string; to: string }

/** 年初, 调整, 下达, 支出, 进度 against 参照, and what will be left: each opens its projects. */
export function BoardFigures({ board, to, large = false }: { board: Board; to: DrillTo; large?: boolean }) {
  return (
    <Box
      component="section"
      aria-label="总体情况"
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', gap: 3 }}
    >
      {tilesOf(board, to).map((tile) => (
        <Box
          key={tile.name}
          component={Link}
          to={tile.to}
          aria-label={`${tile.name} ${tile.value} ${tile.unit}，${tile.beside}`}
          title={`${tile.exact}，点击查看项目`}
          sx={{
            display: 'block',
            p: large ? 4 : 3,
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            color: 'text.primary',
            textDecoration: 'none',
            '&:hover': { borderColor: colours.primary },
          }}
        >
          <Box sx={{ fontSize: large ? 18 : 13, color: colours.secondary }}>{tile.name}</Box>
          <Box sx={{ fontSize: large ? 30 : 20, fontWeight: 600, whiteSpace: 'nowrap' }}>
            {tile.value}
            <Box component="span" sx={{ fontSize: 12, fontWeight: 400, color: colours.secondary, ml: 1 }}>
              {tile.unit}
            </Box>
          </Box>
          <Box sx={{ fontSize: large ? 14 : 12, color: colours.secondary }}>{tile.beside}</Box>
        </Box>
      ))}
    </Box>
  )
}

function tilesOf({ figures, forecast, hasLastYear, count }: Board, to: DrillTo): Tile[] {
  const { initial, adjusted, allocated, paid, gap, rate, referenceRate, lastYear, reference } = figures
  const amount = (name: string, value: number, beside: string, show = ''): Tile => ({
    name,
    value: formatWan(value),
    exact: `${formatWanExact(value)} 万元`,
    unit: '万元',
    beside,
    to: to(show),
  })
  return [
    amount('调整后预算', adjusted, `年初 ${formatWan(initial)}，${count} 个项目`),
    amount('下达', allocated, `占调整后预算 ${formatRate(rateOf(allocated, adjusted))}`),
    amount(
      '支出',
      paid,
      hasLastYear ? `上年同期 ${formatWan(lastYear)}，${growthText(paid, lastYear)}` : '没有上年台账',
    ),
    {
      name: '支出进度',
      value: formatRate(rate),
      exact: `参照 ${formatWanExact(reference)} 万元`,
      unit: '',
      beside: `参照 ${formatRate(referenceRate)}，${gap < 0 ? '少' : '多'}支 ${formatWan(Math.abs(gap))} 万元`,
      to: to(''),
    },
    amount('预计年底结余', forecast.unspent, `预计全年支出 ${formatWan(forecast.paid)}`, 'unspent'),
  ]
}

function growthText(now: number, before: number): string {
  if (before <= 0) return '上年同期没有支出'
  const tenths = growthInTenths(now, before)
  return `${tenths < 0 ? '降' : '增'} ${tenthsText(tenths)}`
}
