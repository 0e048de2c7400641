import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { trendOf } from '#domain/appraisals/compare-scores'
import { scoreText } from '#domain/evaluation/points'
import { useSession } from '#session'
import { appraisalsOfSubject } from '#storage/appraisals'
import { ChoiceField } from '#ui/TextField.tsx'
import { useAddress } from '#ui/use-address'
import { Section, tableStyle } from './parts.tsx'

/** 分项趋势 of one of the assessed over the years; items are the same by their name. */
export function TrendTable({ all }: { all: readonly Appraisal[] }) {
  const { book } = useSession()
  const [address, setInAddress] = useAddress()
  const chosen = all.find(({ id }) => id === address.get('subject')) ?? all[0]
  const years = useLiveQuery(
    async () => (chosen ? await appraisalsOfSubject(book, chosen) : []),
    [book, chosen?.id],
  )
  if (!chosen || !years) return null
  const lines = trendOf(years)
  const [first] = lines
  return (
    <Section
      title={`分项趋势：${chosen.subject.name}`}
      note={
        <ChoiceField
          label="看谁的趋势"
          hideLabel
          value={chosen.id}
          choices={Object.fromEntries(all.map(({ id, subject }) => [id, subject.name]))}
          onCommit={(subject) => setInAddress({ subject })}
        />
      }
    >
      <Box component="table" sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">一级指标</th>
            <th scope="col">指标</th>
            {first?.byYear.map(({ year }) => (
              <th scope="col" className="figure" key={year}>
                {year} 年（得分 / 分值）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ group, name, byYear }) => (
            <tr key={`${group} ${name}`}>
              <td>{group}</td>
              <td>{name}</td>
              {byYear.map(({ year, points, full }) => (
                <td className="figure" key={year}>
                  {points === null ? '—' : `${scoreText(points)} / ${full / 100}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Section>
  )
}
