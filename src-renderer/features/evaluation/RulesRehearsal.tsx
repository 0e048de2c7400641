import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import { coverageStates } from '#domain/evaluation/coverage'
import type { EvaluationRehearsal } from '#domain/evaluation/rehearsal'
import type { Unit } from '#domain/year-book'
import { colours } from '#ui/theme'
import { tableStyle } from './PartBasics.tsx'

const step = 100

/** 试算: which results change under the rules as they stand on the left, and how the coverage does. */
export function RulesRehearsal({
  rehearsed,
  units,
}: {
  rehearsed: EvaluationRehearsal
  units: readonly Unit[]
}) {
  const [most, setMost] = useState(step)
  const { results, coverage } = rehearsed
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  const isMoved = coverage.some(({ before, after }) => before !== after)
  return (
    <>
      <Box
        role="status"
        sx={{ fontSize: 13, mb: 2, color: results.length > 0 ? colours.attention : colours.ok }}
      >
        {results.length > 0
          ? `▲ ${results.length} 项结果变化`
          : '● 没有结论的评价和没有汇总的自评，结果都不变'}
        {isMoved ? '；评价覆盖有变化。' : '。'}
      </Box>
      <Box component="table" aria-label="评价覆盖的变化" sx={{ ...tableStyle, mb: 3 }}>
        <thead>
          <tr>
            <th scope="col">评价覆盖（个对象，本年评价前）</th>
            <th scope="col">现在</th>
            <th scope="col">改后</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ state, before, after }) => (
            <tr key={state}>
              <td>{coverageStates[state]}</td>
              <td>{before}</td>
              <td>
                {before !== after && <span aria-hidden="true">▲ </span>}
                {after}
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      {results.length > 0 && (
        <Box component="table" aria-label="变化的结果" sx={tableStyle}>
          <thead>
            <tr>
              <th scope="col">对象</th>
              <th scope="col">单位</th>
              <th scope="col">事项</th>
              <th scope="col">变化</th>
            </tr>
          </thead>
          <tbody>
            {results.slice(0, most).map(({ path, name, unitId, what, from, to }) => (
              <tr key={`${path} ${what}`}>
                <td>
                  <Box component={Link} to={path} sx={{ color: 'primary.main' }}>
                    {name}
                  </Box>
                </td>
                <td>{nameOf.get(unitId)}</td>
                <td style={{ whiteSpace: 'nowrap' }}>{what}</td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  {from} → {to}
                </td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
      {results.length > most && (
        <Button size="small" onClick={() => setMost(most + step)} sx={{ mt: 1 }}>
          再显示 {Math.min(step, results.length - most)} 项
        </Button>
      )}
      <Box sx={{ fontSize: 12, color: colours.secondary, mt: 3 }}>
        自评可信度的界线不在这里试算，保存后在“自评可信度”中重新列出。
      </Box>
    </>
  )
}
