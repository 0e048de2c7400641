import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { dismissFinding } from '#actions/dismiss-finding'
import { restoreFinding } from '#actions/restore-finding'
import {
  type DismissedFinding,
  dividedFindings,
  type Finding,
  type FindingKind,
  findingKindList,
  findingKinds,
} from '#domain/analysis/finding'
import { may } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { analysisOf, dismissedOf } from '#storage/analysis'
import { EmptyState } from '#ui/EmptyState.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { exportAnalysis } from './analysis-export.ts'
import { FindingCard } from './FindingCard.tsx'

/** What was looked for and not found. */
const nothingFound: Readonly<Record<FindingKind, string>> = {
  repeated: '本年度和上年没有名称或文字雷同的项目。',
  merge: '没有同一单位用途相近的项目。',
  expiring: '没有在下年底以前到期的政策。',
  low: '各年的自评和评价结果中，没有部门两次以上为中或差。',
  unspent: '没有明显落后于序时进度的项目，或还没有导入国库支出台账。',
  cost: '同类项目不足 3 个，没有可以比较的成本。',
}

/** As many as are drawn at once; the file has all. */
const shownAtOnce = 50

/** 预算分析: what the year's data says for the budget talks; a person looks at each, and puts false ones aside. */
export function AnalysisPage() {
  const { book } = useSession()
  const { attempt, say } = useToast()
  const [address, setInAddress] = useAddress()
  const [dismissing, setDismissing] = useState<Finding | null>(null)
  const [limit, setLimit] = useState(shownAtOnce)
  const dismissed = useLiveQuery(() => dismissedOf(book.id), [book.id])
  const findings = useFindings(book)
  const kind = findingKindList.find((each) => each === address.get('kind')) ?? 'repeated'
  const isAside = address.get('show') === 'aside'
  const divided = findings && dismissed ? dividedFindings(findings, dismissed) : null
  const open = divided?.open.filter((finding) => finding.kind === kind) ?? []
  const aside = divided?.aside.filter(({ finding }) => finding.kind === kind) ?? []
  const count = (each: Finding['kind']) =>
    divided?.open.filter((finding) => finding.kind === each).length ?? 0
  const shown = isAside ? aside.map(({ finding }) => finding) : open
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="预算分析" trail={`${book.year} 年度`}>
        <Button
          variant="contained"
          disabled={!divided}
          onClick={() =>
            attempt(async () => {
              const text = await exportAnalysis(book, dismissed ?? [])
              if (text) say(text)
            })
          }
        >
          导出 Excel
        </Button>
      </PageHead>
      <Tabs
        value={kind}
        onChange={(_event, next: string) => {
          setLimit(shownAtOnce)
          setInAddress({ kind: next, show: '' })
        }}
        aria-label="分析内容"
        sx={{ flex: 'none', bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
      >
        {findingKindList.map((each) => (
          <Tab key={each} value={each} label={`${findingKinds[each]}${divided ? ` ${count(each)}` : ''}`} />
        ))}
      </Tabs>
      {!divided && (
        <>
          <LinearProgress aria-label="正在分析" />
          <EmptyState text="正在分析本年度和以前年度的数据。" />
        </>
      )}
      {divided && (
        <Box
          role="tabpanel"
          aria-label={findingKinds[kind]}
          sx={{
            flex: 1,
            minHeight: 0,
            overflow: 'auto',
            p: 3,
            display: 'grid',
            gap: 2,
            alignContent: 'start',
          }}
        >
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, fontSize: 13, color: colours.secondary }}>
            <span>{shown[0]?.how ?? ''}</span>
            <Box sx={{ flex: 1 }} />
            {aside.length > 0 && (
              <Button size="small" onClick={() => setInAddress({ show: isAside ? '' : 'aside' })}>
                {isAside ? '返回分析结果' : `已排除 ${aside.length} 项`}
              </Button>
            )}
          </Box>
          {shown.length === 0 && <EmptyState text={isAside ? '没有排除的结果。' : nothingFound[kind]} />}
          {shown.slice(0, limit).map((finding) => (
            <FindingLine
              key={finding.id}
              finding={finding}
              aside={aside.find((each) => each.finding.id === finding.id)?.by}
              onDismiss={() => setDismissing(finding)}
            />
          ))}
          {shown.length > limit && (
            <Button
              variant="outlined"
              onClick={() => setLimit(limit + shownAtOnce)}
              sx={{ justifySelf: 'center' }}
            >
              再显示 {Math.min(shownAtOnce, shown.length - limit)} 项（共 {shown.length} 项）
            </Button>
          )}
        </Box>
      )}
      {dismissing && <DismissDialog finding={dismissing} onClose={() => setDismissing(null)} />}
    </Box>
  )
}

/** All findings of the book, null until they were looked for; that takes some seconds in a large one. */
function useFindings(book: YearBook): Finding[] | null {
  const [findings, setFindings] = useState<Finding[] | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let current = true
    setFindings(null)
    analysisOf(book, breather()).then(
      (found) => current && setFindings(found),
      (error: unknown) => current && setFailure(error),
    )
    return () => {
      current = false
    }
  }, [book])
  if (failure) throw failure
  return findings
}

/** A finding with what can be done: put aside, or brought back where it was. */
function FindingLine({
  finding,
  aside,
  onDismiss,
}: {
  finding: Finding
  aside: DismissedFinding | undefined
  onDismiss: () => void
}) {
  const { by } = useSession()
  const { attempt } = useToast()
  return (
    <FindingCard
      finding={finding}
      reason={aside?.reason ?? ''}
      onDismiss={may(by, 'dismiss-finding') && !aside ? onDismiss : null}
      onRestore={aside && may(by, 'restore-finding') ? () => attempt(() => restoreFinding(aside, by)) : null}
    />
  )
}

function DismissDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  return (
    <OpinionDialog
      title={`排除：${finding.title}`}
      action="排除"
      label="排除理由"
      required
      phrases={['内容不同，名称相近', '分年度分期实施', '按政策规定分别设立']}
      onCancel={onClose}
      onConfirm={(reason) =>
        attempt(async () => {
          await dismissFinding(book.id, finding, reason, by)
          onClose()
          say('已排除，可在“已排除”中恢复。')
        })
      }
    />
  )
}
