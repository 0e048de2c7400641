import Box from '@mui/material/Box'
import { Link } from 'react-router'
import type { Deviation } from '#domain/appraisals/compare-scores'
import { scoreText } from '#domain/evaluation/points'
import { Section, tableStyle } from './parts.tsx'

/** 自评偏差表: items on which self and final score are far apart, with the reason of the change. */
export function DeviationTable({ deviations }: { deviations: readonly Deviation[] }) {
  return (
    <Section title={`自评偏差（${deviations.length} 项）`}>
      {deviations.length === 0 ? (
        <Box sx={{ fontSize: 13 }}>● 自评分与最后得分没有超出偏差线的指标。</Box>
      ) : (
        <Box sx={{ maxHeight: 320, overflow: 'auto' }} tabIndex={0} role="region" aria-label="自评偏差表">
          <Box component="table" sx={tableStyle}>
            <thead>
              <tr>
                <th scope="col">对象</th>
                <th scope="col">指标</th>
                <th scope="col" className="figure">
                  分值
                </th>
                <th scope="col" className="figure">
                  自评
                </th>
                <th scope="col" className="figure">
                  最后
                </th>
                <th scope="col" className="figure">
                  相差
                </th>
                <th scope="col">理由</th>
              </tr>
            </thead>
            <tbody>
              {deviations.map(({ appraisalId, subject, item, self, final, difference, reason }) => (
                <tr key={`${appraisalId} ${item.id}`}>
                  <td>{subject}</td>
                  <td>
                    <Box
                      component={Link}
                      to={`/appraisals/${appraisalId}?item=${item.id}`}
                      sx={{ color: 'primary.main' }}
                    >
                      {item.name}
                    </Box>
                  </td>
                  <td className="figure">{item.points / 100}</td>
                  <td className="figure">{scoreText(self)}</td>
                  <td className="figure">{scoreText(final)}</td>
                  <td className="figure">{scoreText(difference)}</td>
                  <td>{reason || '—'}</td>
                </tr>
              ))}
            </tbody>
          </Box>
        </Box>
      )}
    </Section>
  )
}
