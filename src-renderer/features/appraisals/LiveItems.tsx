import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { Fragment } from 'react'
import { type MetricId, metricNames } from '#domain/appraisals/metric-names'
import type { Live, LiveItem } from '#domain/appraisals/rehearsal'
import { scoreText } from '#domain/evaluation/points'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { figureText } from './ItemFigures.tsx'
import { pointLooks, tableStyle } from './parts.tsx'
import { CaseLine } from './WorstCases.tsx'

const shownMost = 100

/** Every item with its points safe, at risk and lost; one opens to its figures and all its cases. */
export function LiveItems(props: {
  live: Live
  before: Live
  supposed: ReadonlySet<string>
  onToggle: (key: string) => void
}) {
  const { live, before, supposed, onToggle } = props
  const [address, setInAddress] = useAddress()
  const open = address.get('item') ?? ''
  const groups = [...new Set(live.items.map(({ group }) => group))]
  return (
    <Box
      component="section"
      aria-label="分项得分"
      tabIndex={0}
      sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 3 }}
    >
      <Box
        component="table"
        sx={{ ...tableStyle, bgcolor: colours.surface, border: `1px solid ${colours.line}` }}
      >
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="figure">
              分值
            </th>
            {(['safe', 'atRisk', 'lost'] as const).map((kind) => (
              <th scope="col" className="figure" key={kind}>
                {pointLooks[kind].word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group}>
              <tr>
                <Box component="td" colSpan={5} sx={{ fontWeight: 600, bgcolor: colours.page }}>
                  {group}
                </Box>
              </tr>
              {live.items
                .filter((each) => each.group === group)
                .map((each) => (
                  <ItemRows
                    key={each.item.id}
                    live={each}
                    gained={
                      each.safe - (before.items.find(({ item }) => item.id === each.item.id)?.safe ?? 0)
                    }
                    isOpen={open === each.item.id}
                    onOpen={() => setInAddress({ item: open === each.item.id ? '' : each.item.id })}
                    supposed={supposed}
                    onToggle={onToggle}
                  />
                ))}
            </Fragment>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function ItemRows(props: {
  live: LiveItem
  gained: number
  isOpen: boolean
  onOpen: () => void
  supposed: ReadonlySet<string>
  onToggle: (key: string) => void
}) {
  const { live, gained, isOpen, onOpen, supposed, onToggle } = props
  const { item, safe, atRisk, lost, cases, figures } = live
  const ids = Object.keys(figures) as MetricId[] // the keys of a record of them
  return (
    <>
      <tr>
        <td>
          <ButtonBase
            onClick={onOpen}
            aria-expanded={isOpen}
            sx={{ fontSize: 13, textAlign: 'left', color: 'primary.main' }}
          >
            {isOpen ? '▾' : '▸'} {item.name}
            {cases.length > 0 && `（${cases.length}）`}
          </ButtonBase>
        </td>
        <td className="figure">{item.points / 100}</td>
        <td className="figure">
          {scoreText(safe)}
          {gained > 0 && (
            <Box component="span" sx={{ color: colours.primary }}>
              {' '}
              +{scoreText(gained)}
            </Box>
          )}
        </td>
        <Box
          component="td"
          className="figure"
          sx={{ color: atRisk > 0 ? pointLooks.atRisk.colour : 'inherit' }}
        >
          {atRisk > 0 ? `▲ ${scoreText(atRisk)}` : '—'}
        </Box>
        <Box component="td" className="figure" sx={{ color: lost > 0 ? pointLooks.lost.colour : 'inherit' }}>
          {lost > 0 ? `■ ${scoreText(lost)}` : '—'}
        </Box>
      </tr>
      {isOpen && (
        <tr>
          <Box component="td" colSpan={5} sx={{ bgcolor: colours.page }}>
            <Box sx={{ color: colours.secondary }}>{item.standard}</Box>
            {ids.map((id) => {
              const figure = figures[id]
              return (
                figure && (
                  <Box key={id}>
                    {metricNames[id].name} {figureText(id, figure)}
                    <Box component="span" sx={{ color: colours.secondary }}>
                      {' '}
                      = {metricNames[id].formula}
                    </Box>
                  </Box>
                )
              )
            })}
            {cases.length === 0 && <Box>● 没有缺项。</Box>}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
              {cases.slice(0, shownMost).map((each) => (
                <CaseLine
                  key={each.key}
                  live={each}
                  isSupposed={supposed.has(each.key)}
                  onToggle={onToggle}
                />
              ))}
            </Box>
            {cases.length > shownMost && <Box>还有 {cases.length - shownMost} 件，按分值排在后面。</Box>}
          </Box>
        </tr>
      )}
    </>
  )
}
