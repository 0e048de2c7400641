import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { takeCountyAppraisal } from '#actions/take-county-appraisal'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { schemeTargets } from '#domain/appraisals/scheme'
import { totalsOf } from '#domain/appraisals/score'
import { scoreText } from '#domain/evaluation/points'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { appraisalsOf, arrivedAppraisals } from '#storage/appraisals'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { gradeName, isShownTo } from './appraisal-rows.ts'
import { CancelNotice } from './CancelNotice.tsx'
import { EarlierYear } from './EarlierYear.tsx'
import { NoticeDialog } from './NoticeDialog.tsx'
import { NoticeWay } from './NoticeWay.tsx'
import { AppraisalMark, pageStyle, Section, Sections, tableStyle } from './parts.tsx'

/** 工作考核: the year's notices, and how far each of those who are assessed has come. */
export function AppraisalsPage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const all = useLiveQuery(() => appraisalsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!all || !units || !sections) return null
  const reached = reachedUnits(by, units, sections)
  const shown = all.filter((each) => isShownTo(each, by, reached))
  const notices = [...new Set(shown.map(({ noticeId }) => noticeId))]
  const mayOpen = may(by, 'open-appraisals')
  return (
    <Box sx={pageStyle}>
      <PageHead title="工作考核" trail="应用与考核">
        <Button color="inherit" onClick={() => void navigate('/appraisals/live')}>
          预演得分
        </Button>
        {may(by, 'see-schemes') && (
          <Button color="inherit" onClick={() => void navigate('/appraisals/schemes')}>
            考核办法
          </Button>
        )}
        {mayOpen && (
          <Button variant="contained" onClick={() => setInAddress({ new: '1' })}>
            印发考核通知
          </Button>
        )}
      </PageHead>
      {notices.length === 0 ? (
        <EmptyState text="本年度还没有考核。印发考核通知后，被考核的区县、部门或科室在这里逐项自评。">
          <EarlierYear path="/appraisals" />
        </EmptyState>
      ) : (
        <Sections>
          {notices.map((noticeId) => (
            <NoticeTable key={noticeId} appraisals={shown.filter((each) => each.noticeId === noticeId)} />
          ))}
        </Sections>
      )}
      {mayOpen && address.get('new') === '1' && <NoticeDialog onClose={() => setInAddress({ new: '' })} />}
    </Box>
  )
}

function NoticeTable({ appraisals }: { appraisals: readonly Appraisal[] }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const arrived = useLiveQuery(() => arrivedAppraisals(book.year, appraisals), [book.year, appraisals])
  const [first] = appraisals
  if (!first) return null
  const { title, number, startsOn, dueOn, noticeId, scheme } = first
  const waiting = new Set(arrived?.map(({ ours }) => ours.id))

  function takeAll() {
    attempt(async () => {
      for (const { ours, sent } of arrived ?? [])
        await takeCountyAppraisal(ours.id, ours.revision, sent.id, by)
      say(`已接收自评：${arrived?.map(({ ours }) => ours.subject.name).join('、')}`)
    })
  }
  return (
    <Section
      title={title}
      note={
        <>
          <span>
            {schemeTargets[scheme.target]} · {number !== '' && `${number} · `}
            {startsOn}—{dueOn} 自评
          </span>
          {arrived && arrived.length > 0 && may(by, 'take-county-appraisal') && (
            <Button size="small" variant="outlined" onClick={takeAll}>
              接收区县自评（{arrived.length}）
            </Button>
          )}
          <CancelNotice appraisals={appraisals} />
          {appraisals.some(({ isOwn }) => !isOwn) && may(by, 'see-schemes') && (
            <Box component={Link} to={`/appraisals/${noticeId}/ranking`} sx={{ color: 'primary.main' }}>
              排名和结果
            </Box>
          )}
        </>
      }
    >
      <NoticeWay appraisals={appraisals} />
      <Box sx={{ overflow: 'auto' }}>
        <Box component="table" sx={tableStyle}>
          <thead>
            <tr>
              <th scope="col">对象</th>
              <th scope="col">分组</th>
              <th scope="col" className="figure">
                自评分
              </th>
              <th scope="col" className="figure">
                得分
              </th>
              <th scope="col" className="figure">
                名次
              </th>
              <th scope="col">等次</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {appraisals.map((each) => (
              <AppraisalLine key={each.id} appraisal={each} hasArrived={waiting.has(each.id)} />
            ))}
          </tbody>
        </Box>
      </Box>
    </Section>
  )
}

function AppraisalLine({ appraisal, hasArrived }: { appraisal: Appraisal; hasArrived: boolean }) {
  const { id, subject, state, frozen, isOwn } = appraisal
  const isHandedIn = state !== 'open' && state !== 'returned'
  return (
    <tr>
      <td>
        <Box component={Link} to={`/appraisals/${id}`} sx={{ color: 'primary.main' }}>
          {subject.name}
          {isOwn && '（报上级）'}
        </Box>
      </td>
      <td>{subject.group || '—'}</td>
      <td className="figure">{isHandedIn ? scoreText(totalsOf(appraisal, 'self').total) : '—'}</td>
      <td className="figure">
        {frozen
          ? scoreText(frozen.total)
          : isHandedIn && !isOwn
            ? scoreText(totalsOf(appraisal, 'final').total)
            : '—'}
      </td>
      <td className="figure">{frozen ? `${frozen.rank} / ${frozen.of}` : '—'}</td>
      <td>{frozen ? gradeName(appraisal) : '—'}</td>
      <td>
        {hasArrived ? (
          <Box component="span" sx={{ color: colours.excess }}>
            ◆ 已报来，待接收
          </Box>
        ) : (
          <AppraisalMark state={state} />
        )}
      </td>
    </tr>
  )
}
