import { Link } from 'react-router'
import type { YearBook } from '#domain/year-book'
import { momentText } from '#ui/moment-text'
import { Band } from './Band.tsx'

/** The band of a closed year: since when, what still goes on in it, and where it is opened again. */
export function ClosedBand({ year, closed }: { year: number; closed: NonNullable<YearBook['closed']> }) {
  return (
    <Band>
      {year} 年度已关账（{momentText(closed.at)} {closed.by}）：目标、评估、调整、监控和执行只供查看；
      自评、评价、应用、公开和考核照常办理。
      <Link to="/settings/book">更正须重新打开</Link>
    </Band>
  )
}
