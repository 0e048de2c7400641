import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { fillAppraisal } from '#actions/fill-appraisal'
import { saveAppraisalReview } from '#actions/save-appraisal-review'
import type { Appraisal, ItemMark } from '#domain/appraisals/appraisal'
import { emptyExtra, markOf } from '#domain/appraisals/appraisal'
import type { AppraisalFacts } from '#domain/appraisals/facts'
import {
  type AppraisalState,
  appraisalFlow,
  appraisalStates,
  isOpenForReview,
  isOpenForSelf,
} from '#domain/appraisals/flow'
import { measuresOf } from '#domain/appraisals/metrics'
import { isAssessed, selfDuty } from '#domain/appraisals/roles'
import { itemsOf, metricsOf } from '#domain/appraisals/scheme'
import { factsOfSubject, withFigures } from '#domain/appraisals/subjects'
import { duties } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { holderName } from '#domain/workflow'
import { useSession } from '#session'
import { appraisalById } from '#storage/appraisals'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { useAddress } from '#ui/use-address'
import { AppraisalActions } from './AppraisalActions.tsx'
import { AppraisalPanel } from './AppraisalPanel.tsx'
import type { AppraisalGiven } from './appraisal-part.ts'
import { ExtrasPane } from './ExtrasPane.tsx'
import { ItemList } from './ItemList.tsx'
import { ItemPane } from './ItemPane.tsx'
import { appraisalLooks, pageStyle } from './parts.tsx'

const road: readonly RoadStop<AppraisalState>[] = [
  { word: '自评', states: ['open', 'returned'] },
  { word: '送审', states: ['submitted'] },
  { word: '复核', states: ['reviewing'] },
  { word: '抽查', states: ['sampling'] },
  { word: '征求意见', states: ['asked'] },
  { word: '审定', states: ['decided'] },
  { word: '通报', states: ['announced'] },
  { word: '归档', states: ['archived'] },
]

/** One appraisal as a document: its items at the left, the chosen item with its proof, the scores at the right. */
export function AppraisalDocument(props: { kept: Appraisal; facts: AppraisalFacts | null; today: string }) {
  const { kept, facts, today } = props
  const { by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const isSelf = isOpenForSelf(kept.state)
  const saver = useRecordSaver<Appraisal>(kept, {
    read: appraisalById,
    keep: (latest, change) =>
      isOpenForSelf(latest.state)
        ? fillAppraisal(latest.id, latest.revision, change, by)
        : saveAppraisalReview(latest.id, latest.revision, change, by),
  })
  const subjectFacts = useMemo(() => (facts ? factsOfSubject(facts, kept) : null), [facts, kept])
  // While it is being filled the figures are those of the book as it is now.
  const appraisal = isSelf && facts ? withFigures(saver.record, facts) : saver.record
  const items = itemsOf(kept.scheme)
  const chosen = address.get('item') ?? items[0]?.id ?? ''
  const item = items.find(({ id }) => id === chosen)
  const measures = useMemo(
    () => (subjectFacts && item ? measuresOf(metricsOf(item), subjectFacts) : {}),
    [subjectFacts, item],
  )
  const given: AppraisalGiven = {
    ...{ saver, appraisal, today, facts: subjectFacts },
    maySelf: isSelf && may(by, 'fill-appraisal') && isAssessed(kept, by),
    mayReview: isOpenForReview(kept.state) && may(by, 'save-appraisal-review'),
    setMark: (itemId, patch) =>
      saver.change((before) => ({ items: { ...before.items, [itemId]: patched(before, itemId, patch) } })),
    setExtra: (id, patch) =>
      saver.change((before) => ({
        extras: { ...before.extras, [id]: { ...(before.extras[id] ?? emptyExtra), ...patch } },
      })),
  }
  const holder = isSelf ? duties[selfDuty(kept)].name : holderName(appraisalFlow, kept.state)
  return (
    <Box sx={pageStyle}>
      <PageHead
        trail="工作考核"
        title={kept.subject.name}
        note={<SaveNote saver={saver} at={appraisal.changedAt} />}
      >
        <Button color="inherit" onClick={() => void navigate(`/appraisals/${kept.id}/paper`)}>
          佐证册
        </Button>
      </PageHead>
      <RoadBar
        road={road}
        state={kept.state}
        word={appraisalStates[kept.state]}
        look={appraisalLooks[kept.state]}
        holder={holder}
        where={[kept.title, `${kept.dueOn} 前自评`]}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <ItemList appraisal={appraisal} chosen={chosen} onChoose={(id) => setInAddress({ item: id })} />
        <Box
          component="section"
          aria-label="考核指标"
          tabIndex={0}
          sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative', p: 3 }}
        >
          {item ? (
            <ItemPane key={item.id} item={item} measures={measures} {...given} />
          ) : (
            <ExtrasPane {...given} />
          )}
        </Box>
        <AppraisalPanel {...given} onJump={(id) => setInAddress({ item: id })} />
      </Box>
      <AppraisalActions {...given} />
    </Box>
  )
}

function patched(before: Appraisal, itemId: string, patch: Partial<ItemMark>): ItemMark {
  return { ...markOf(before, itemId), ...patch }
}
